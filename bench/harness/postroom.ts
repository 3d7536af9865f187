import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Api } from '../../test/support/api.ts';
import { apiAt } from '../../test/support/api.ts';
import { killAtExit } from './started.ts';

const ADMIN = { email: 'admin@postroom.example', password: 'correct horse battery' };

const ROOT = join(import.meta.dirname, '../..');

/** The program as it is shipped: what Node is called with in the image. */
const shipped = (): readonly string[] => {
  const command = /^CMD \["node", (.*)\]$/m.exec(readFileSync(join(ROOT, 'Dockerfile'), 'utf8'))?.[1];
  if (command === undefined) throw new Error('The Dockerfile starts no node');
  return JSON.parse(`[${command}]`) as string[];
};

/** A Postroom in a process of its own. */
export interface Process extends AsyncDisposable {
  /** Null where it serves no HTTP. */
  readonly url: string | null;
  readonly pid: number;
  /** Ends it in order. Can be called twice. */
  stop(): Promise<void>;
}

/** One that serves HTTP, with its first employee signed in, who may do everything. */
export interface Postroom extends Process {
  readonly url: string;
  readonly folder: string;
  readonly admin: Api;
}

/** The address that it tells when it listens; null from a worker, which tells that it carries emails. */
const whenStarted = async (child: ChildProcess): Promise<string | null> => {
  if (child.stdout === null) throw new Error('No output');
  let written = '';
  for await (const line of createInterface({ input: child.stdout })) {
    written += `${line}\n`;
    const address = /listens at (http:\/\/\S+)/.exec(line)?.[1];
    if (address === undefined && !line.includes('carries emails')) continue;
    child.stdout.resume();
    return address ?? null;
  }
  throw new Error(`Postroom ended before it ran:\n${written}`);
};

/**
 * Starts a process on a data folder, with the environment given laid over what every bench shares; resolves once it says that it
 * runs. POSTROOM_BENCH_NODE_OPTIONS is handed to its Node, as in `--cpu-prof --cpu-prof-dir=/tmp/profile`.
 */
export const startProcess = async (folder: string, environment: Readonly<Record<string, string>> = {}): Promise<Process> => {
  const options = (process.env['POSTROOM_BENCH_NODE_OPTIONS'] ?? '').split(' ').filter((option) => option !== '');
  const child = spawn(process.execPath, [...options, ...shipped()], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', POSTROOM_DATA_DIR: folder, POSTROOM_PORT: '0', POSTROOM_SANDBOX: 'off',
      POSTROOM_LOG_LEVEL: 'warn', POSTROOM_HEALTH_INTERVAL_MINUTES: '0', POSTROOM_CONNECT_ALLOW: '127.0.0.1:*', POSTROOM_ADMIN_EMAIL: ADMIN.email,
      POSTROOM_ADMIN_PASSWORD: ADMIN.password, ...environment,
    },
  });
  killAtExit(child);
  const exit = once(child, 'exit');
  const url = await whenStarted(child);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exit;
  };
  return { url, pid: child.pid ?? 0, stop, [Symbol.asyncDispose]: stop };
};

/** Starts one that serves HTTP, and signs in. */
export const startPostroom = async (folder: string, environment: Readonly<Record<string, string>> = {}): Promise<Postroom> => {
  const started = await startProcess(folder, environment);
  if (started.url === null) throw new Error('It serves no HTTP');
  return { ...started, url: started.url, folder, admin: await apiAt(started.url, null).signedIn(ADMIN.email, ADMIN.password) };
};
