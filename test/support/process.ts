import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** One process of a built Postroom that says it is ready. */
export interface TestProcess extends AsyncDisposable {
  readonly child: ChildProcess;
  /** Where it serves HTTP; null where it only carries emails. */
  readonly url: string | null;
  /** All that it wrote so far. */
  readonly output: () => string;
  /** Ends it if it still runs, and answers how it ended. */
  readonly end: (how?: 'SIGTERM' | 'SIGKILL') => Promise<{ readonly code: number | null; readonly signal: string | null }>;
}

const ready = async (child: ChildProcess, output: () => string): Promise<string | null> => {
  if (child.stdout === null) throw new Error('No output');
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(() => { throw new Error(`Postroom ended before it was ready:\n${output()}`); });
  const found = (async () => {
    for await (const line of lines) {
      const said = /Postroom (?:listens at (http:\/\/\S+)|carries emails)/.exec(line);
      if (said !== null) {
        // Leaving the loop closes the reader, which pauses the stream: what is said later would not be heard.
        child.stdout?.resume();
        return said[1] ?? null;
      }
    }
    throw new Error(`Postroom did not say that it is ready:\n${output()}`);
  })();
  // Whichever comes second must not be an unhandled rejection.
  ended.catch(() => {});
  found.catch(() => {});
  return await Promise.race([found, ended]);
};

/** Starts a process with the environment given, and no looks at accounts by itself if it says nothing of them; resolves when it says that it is ready. */
export const startProcess = async (environment: Readonly<Record<string, string>>): Promise<TestProcess> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../dist/main.js'), 'start'], { env: { POSTROOM_HEALTH_INTERVAL_MINUTES: '0', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { written += chunk.toString(); });
  const output = (): string => written;
  const end: TestProcess['end'] = async (how = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) {
      const exit = once(child, 'exit');
      child.kill(how);
      await exit;
    }
    return { code: child.exitCode, signal: child.signalCode };
  };
  try {
    return { child, url: await ready(child, output), output, end, [Symbol.asyncDispose]: async () => { await end(); } };
  } catch (error) {
    await end('SIGKILL');
    throw error;
  }
};

/** Starts another process on the data of a server, with the environment given laid over the server's. */
export const startBeside = async (
  server: { readonly environment: Readonly<Record<string, string>> }, environment: Readonly<Record<string, string>>,
): Promise<TestProcess> => await startProcess({ ...server.environment, ...environment });
