import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect } from 'node:net';

/** A connection on which a test writes what no well-behaved client would. */
export interface RawConnection {
  readonly socket: Socket;
  /** Writes, and waits until it has been handed to the system; answers whether the connection still took it. */
  readonly write: (text: string | Buffer) => Promise<boolean>;
  /** All that came until the server closed the connection. */
  readonly closed: Promise<string>;
}

/** Opens a bare TCP connection to the host and port of an address. */
export const rawConnection = async (url: string): Promise<RawConnection> => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.on('data', (chunk: Buffer) => { received += chunk.toString(); });
  // A server that hangs up while we write resets the connection: that is an end too.
  socket.on('error', () => {});
  const closed = once(socket, 'close').then(() => received);
  await once(socket, 'connect');
  const write = async (text: string | Buffer): Promise<boolean> =>
    await new Promise((resolve) => { socket.write(text, (error) => { resolve(!error); }); });
  return { socket, write, closed };
};
