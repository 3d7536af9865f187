import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Api } from './api.js';
import { apiAt } from './api.js';
import { testDatabase } from './database.js';

export const ADMIN = { email: 'admin@postroom.example', password: 'correct horse battery' };

/** A running Postroom of its own, built, in a process of its own, on the back end of this project. */
export interface TestServer {
  readonly url: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly child: ChildProcess;
  /** All that it wrote so far. */
  readonly output: () => string;
  /** Signed in as the first employee, who may do everything. */
  readonly admin: Api;
  /** Signed out. */
  readonly anybody: Api;
  /** Ends it and starts it anew on the same data. `how`: SIGTERM lets it stop in order, SIGKILL does not. */
  restart(how?: 'SIGTERM' | 'SIGKILL'): Promise<TestServer>;
  stop(): Promise<void>;
}

const listening = async (child: ChildProcess, output: () => string): Promise<string> => {
  if (child.stdout === null) throw new Error('No output');
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(() => { throw new Error(`Postroom ended before it listened:\n${output()}`); });
  const found = (async () => {
    for await (const line of lines) {
      const address = /listens at (http:\/\/\S+)/.exec(line)?.[1];
      if (address !== undefined) {
        // Leaving the loop closes the reader, which pauses the stream: what is said later would not be heard.
        child.stdout?.resume();
        return address;
      }
    }
    throw new Error(`Postroom did not say where it listens:\n${output()}`);
  })();
  // Whichever comes second must not be an unhandled rejection.
  ended.catch(() => {});
  found.catch(() => {});
  return await Promise.race([found, ended]);
};

const ended = async (child: ChildProcess, how: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(how);
  await exit;
};

/** Starts Postroom with the environment given laid over that of a test, and signs in its first employee. */
export const startPostroom = async (environment: Readonly<Record<string, string>> = {}): Promise<TestServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'postroom-'));
  const database = await testDatabase(folder);
  const start = async (): Promise<TestServer> => {
    const full = {
      PATH: process.env['PATH'] ?? '', POSTROOM_DATA_DIR: folder, POSTROOM_DATABASE_URL: database.url, POSTROOM_PORT: '0',
      POSTROOM_SANDBOX: 'on', POSTROOM_LOG_LEVEL: 'warn', POSTROOM_ADMIN_EMAIL: ADMIN.email, POSTROOM_ADMIN_PASSWORD: ADMIN.password, ...environment,
    };
    const child = spawn(process.execPath, [join(import.meta.dirname, '../../dist/main.js'), 'start'], { env: full, stdio: ['ignore', 'pipe', 'pipe'] });
    let written = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { written += chunk.toString(); });
    const output = (): string => written;
    const url = await listening(child, output);
    const anybody = apiAt(url, null);
    return {
      url, folder, environment: full, child, output, anybody,
      admin: await anybody.signedIn(ADMIN.email, ADMIN.password),
      restart: async (how = 'SIGTERM') => {
        await ended(child, how);
        return await start();
      },
      stop: async () => {
        await ended(child, 'SIGTERM');
        await database.drop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  };
  return await start();
};
