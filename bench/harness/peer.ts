import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { killAtExit } from './started.ts';

/** A program of `peers/` in a process of its own that does one thing when asked. */
export interface Peer<Order, Answer> extends AsyncDisposable {
  readonly pid: number;
  /** Rejects if it ended instead. */
  ask(order: Order): Promise<Answer>;
}

export const startPeer = <Order extends object, Answer>(file: string): Peer<Order, Answer> => {
  const child = fork(join(import.meta.dirname, '../peers', file), [], { env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' } });
  killAtExit(child);
  const exit = once(child, 'exit');
  return {
    pid: child.pid ?? 0,
    ask: async (order) => {
      const ended = exit.then(() => { throw new Error(`${file} ended before it answered`); });
      const answer = once(child, 'message').then(([value]) => value as Answer);
      // Whichever comes second must not be an unhandled rejection.
      ended.catch(() => {});
      child.send(order);
      return await Promise.race([answer, ended]);
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await exit;
    },
  };
};
