import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** The first order makes it listen, with so many milliseconds a command; the answer is its port. Later ones ask how many messages it took. */
export interface Order { readonly answerMs: number }

const END = Buffer.from('\r\n.\r\n');
let taken = 0;

const REPLIES: Readonly<Record<string, string>> = { DATA: '354 Go on\r\n', QUIT: '221 Bye\r\n' };

/** An SMTP server that takes everything after a while: it waits and counts, and reads no more of a message than its end. */
const serve = (socket: Socket, answerMs: number): void => {
  let rest: Buffer = Buffer.alloc(0);
  let inMessage = false;
  const say = (reply: string): void => {
    setTimeout(() => { if (socket.writable) socket.write(reply); }, answerMs);
  };
  const takeMessage = (): boolean => {
    const end = rest.indexOf(END);
    if (end < 0) {
      rest = rest.subarray(-END.length + 1);
      return false;
    }
    rest = rest.subarray(end + END.length);
    inMessage = false;
    taken += 1;
    say('250 Ok\r\n');
    return true;
  };
  const takeCommand = (): boolean => {
    const end = rest.indexOf('\r\n');
    if (end < 0) return false;
    const verb = rest.toString('latin1', 0, 4).toUpperCase();
    rest = rest.subarray(end + 2);
    inMessage = verb === 'DATA';
    say(REPLIES[verb] ?? '250 Ok\r\n');
    return true;
  };
  socket.setNoDelay(true);
  socket.on('error', () => {});
  socket.on('data', (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (inMessage ? takeMessage() : takeCommand());
  });
  say('220 sink.example ESMTP\r\n');
};

const listen = (answerMs: number): void => {
  const server = createServer((socket) => serve(socket, answerMs)).listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
};

let listening = false;
process.on('message', ({ answerMs }: Order) => {
  if (listening) process.send?.(taken);
  else listen(answerMs);
  listening = true;
});
