import { once } from 'node:events';
import { WebSocket } from 'ws';

/** A WebSocket of graphql-ws' protocol, message by message, so that a test sees what a client library would hide. */
export interface Socket {
  send(message: unknown): void;
  /** The next message that has not been taken yet, or the code with which the server closed. */
  next(): Promise<{ type: string; id?: string; payload?: unknown } | { closed: number }>;
  /** The code with which the socket is closed in the end, whoever closes it. */
  readonly closed: Promise<number>;
  close(): Promise<void>;
}

/** Opens a WebSocket at `/graphql` of a server; rejects with what was said when the upgrade is refused. */
export const openSocket = async (url: string, headers: Readonly<Record<string, string>> = {}): Promise<Socket> => {
  const ws = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
  const waiting: ((value: { type: string } | { closed: number }) => void)[] = [];
  const arrived: ({ type: string } | { closed: number })[] = [];
  const arrive = (value: { type: string } | { closed: number }): void => {
    const taker = waiting.shift();
    if (taker === undefined) arrived.push(value);
    else taker(value);
  };
  ws.on('message', (data: Buffer) => { arrive(JSON.parse(data.toString()) as { type: string }); });
  const closed = new Promise<number>((resolve) => {
    ws.on('close', (code) => {
      arrive({ closed: code });
      resolve(code);
    });
  });
  await once(ws, 'open');
  return {
    closed,
    send: (message) => { ws.send(JSON.stringify(message)); },
    next: async () => arrived.shift() ?? await new Promise((resolve) => { waiting.push(resolve); }),
    close: async () => {
      ws.close();
      await closed;
    },
  };
};

/** The same, past the protocol's greeting, or the code with which the server closed instead of greeting back. */
export const greetedSocket = async (
  url: string, token: string | null, headers: Readonly<Record<string, string>> = {},
): Promise<Socket | { refused: number }> => {
  const socket = await openSocket(url, headers);
  socket.send({ type: 'connection_init', ...(token === null ? {} : { payload: { Authorization: `Bearer ${token}` } }) });
  const answer = await socket.next();
  return 'closed' in answer ? { refused: answer.closed } : socket;
};
