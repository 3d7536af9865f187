import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Api } from './api.js';
import { apiAt } from './api.js';
import { testDatabase } from './database.js';
import { startProcess } from './process.js';

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

/** Starts Postroom with the environment given laid over that of a test, and signs in its first employee. */
export const startPostroom = async (environment: Readonly<Record<string, string>> = {}): Promise<TestServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'postroom-'));
  const database = await testDatabase(folder);
  const start = async (): Promise<TestServer> => {
    const full = {
      PATH: process.env['PATH'] ?? '', POSTROOM_DATA_DIR: folder, POSTROOM_DATABASE_URL: database.url, POSTROOM_PORT: '0',
      POSTROOM_SANDBOX: 'on', POSTROOM_LOG_LEVEL: 'warn', POSTROOM_ADMIN_EMAIL: ADMIN.email, POSTROOM_ADMIN_PASSWORD: ADMIN.password, ...environment,
    };
    const { child, output, end, url } = await startProcess(full);
    if (url === null) throw new Error('A server serves HTTP');
    const anybody = apiAt(url, null);
    return {
      url, folder, environment: full, child, output, anybody,
      admin: await anybody.signedIn(ADMIN.email, ADMIN.password),
      restart: async (how = 'SIGTERM') => {
        await end(how);
        return await start();
      },
      stop: async () => {
        await end('SIGTERM');
        await database.drop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  };
  return await start();
};
