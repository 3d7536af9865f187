import { describe } from '@jest/globals';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Foreground } from './foreground.js';
import { startForeground } from './foreground.js';
import { freePort } from './free-port.js';
import { answers } from './reachable.js';

/** The Redis that all tests share, as `.ci/services` and `compose.yaml` offer it; nobody empties or stops it. */
export const SHARED_REDIS = 'redis://127.0.0.1:6379';

/** `describe` for tests that need Redis; where none answers they are reported as skipped, by name. */
export const describeWithRedis = await answers(6379) ? describe : describe.skip;

/** `describe` for tests that start a Redis of their own, and so need its program. */
export const describeWithOwnRedis = ['/usr/bin/redis-server', '/usr/local/bin/redis-server'].some((file) => existsSync(file)) ? describe : describe.skip;

/** A Redis of its own on 127.0.0.1, which keeps nothing on disk, to be treated badly. */
export interface OwnRedis extends AsyncDisposable {
  readonly url: string;
  /** Asks one command, in words, and answers what came back. */
  ask(...words: readonly string[]): Promise<string>;
  /** Ends it as a crash does: connections break, and everything in it is gone. */
  kill(): Promise<void>;
  /** Starts it again, empty, at the same address; resolves when it takes connections. */
  start(): Promise<void>;
  /** It goes on to hold its connections, and answers nothing. */
  freeze(): void;
  thaw(): void;
}

/** Prepares a Redis at a free address; `running: false` leaves it to be started later. */
export const ownRedis = async ({ running = true }: { running?: boolean } = {}): Promise<OwnRedis> => {
  const port = await freePort();
  let server: Foreground | null = null;
  const signal = (name: NodeJS.Signals): void => { if (server?.running()) process.kill(server.pid, name); };
  const kill = async (): Promise<void> => {
    signal('SIGKILL');
    await server?.closed;
  };
  const start = async (): Promise<void> => {
    server = startForeground('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction']);
    await server.logged((line) => line.includes('Ready to accept connections'));
  };
  if (running) await start();
  return {
    url: `redis://127.0.0.1:${port}`, kill, start,
    ask: async (...words) => {
      const socket = connect(port, '127.0.0.1');
      socket.end(`${words.join(' ')}\r\nQUIT\r\n`);
      return (await text(socket)).replace(/\+OK\r\n$/, '');
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    [Symbol.asyncDispose]: kill,
  };
};
