import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from './database.js';

/** How a command ended, and what it wrote. */
export interface CommandResult { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** Runs the built command in a process of its own. */
export const runCommand = async (args: readonly string[], environment: Readonly<Record<string, string>>, input: string | Buffer = ''): Promise<CommandResult> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../dist/main.js'), ...args], { env: { PATH: process.env['PATH'] ?? '', ...environment } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => { stdout += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { stderr += chunk.toString(); });
  // A command that fails before it reads its input closes the pipe.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [code] = await once(child, 'close') as [number | null];
  return { code, stdout, stderr };
};

/** A data folder and a database of their own, that commands are run against. */
export interface CommandPlace {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  run(...args: string[]): Promise<CommandResult>;
  /** Writes a file into the folder; answers its path. */
  file(name: string, content: string | Buffer): string;
  remove(): Promise<void>;
}

/** An empty place on the back end of this project; `migrate` it before use. */
export const commandPlace = async (extra: Readonly<Record<string, string>> = {}): Promise<CommandPlace> => {
  const folder = mkdtempSync(join(tmpdir(), 'postroom-'));
  const database = await testDatabase(folder);
  const environment = { POSTROOM_DATA_DIR: folder, POSTROOM_DATABASE_URL: database.url, POSTROOM_SANDBOX: 'on', POSTROOM_ADMIN_PASSWORD: 'correct horse battery', ...extra };
  return {
    folder, environment,
    run: async (...args) => await runCommand(args, environment),
    file: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    remove: async () => {
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
