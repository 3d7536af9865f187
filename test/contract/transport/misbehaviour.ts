import type { Socket } from 'node:net';
import type { Act } from './scripted-server.js';

/** Writes on and on, as fast as the client takes it, until the connection is closed. */
const withoutEnd = (text: string): Act => ({
  act: (socket) => {
    const piece = Buffer.from(text.repeat(Math.ceil(16_384 / text.length)), 'latin1');
    const goOn = (): void => {
      if (socket.destroyed) return;
      if (socket.write(piece)) setImmediate(goOn);
      else socket.once('drain', goOn);
    };
    goOn();
  },
});

/** The same bytes one by one, over and over, with a little time between them. */
export const byteByByte = (text: string, everyMs: number): Act => ({
  act: (socket: Socket) => {
    let at = 0;
    const timer = setInterval(() => socket.write(text.charAt(at++ % text.length), 'latin1'), everyMs);
    socket.once('close', () => clearInterval(timer));
  },
});

/** Ways not to answer that never end by themselves. `silence` is one of them, and so is a line that never ends. */
export const WITHOUT_END: Readonly<Record<string, Act>> = {
  'lines of one reply': withoutEnd('250-and more\r\n'),
  'one line': withoutEnd('250 and more '),
  'blank lines': withoutEnd('\r\n'),
  'bytes of no meaning': withoutEnd('\0\x01\xff\xfe'),
  'a byte at a time': byteByByte('250-and more\r\n', 5),
  'blank lines, a byte at a time': byteByByte('\r\n', 5),
  'a reply without its end, then silence': { act: (socket) => { socket.write('250 Ok'); } },
  'silence': { act: () => {} },
};
