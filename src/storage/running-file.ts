import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** What a running process leaves in the data folder, so that the next one can tell whether it still lives. */
interface Running { readonly holder: string; readonly pid: number; readonly host: string; readonly startedAt: string | null }

/** Another process has this data folder and its SQLite database: two writers would not see one another's emails in hand. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
}

/** When a process started, in the kernel's ticks: a number that was given to another process is told apart. Linux only. */
const startOf = (pid: number): string | null => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
};

const lives = ({ pid, host, startedAt }: Running): boolean => {
  // Of another machine that shares the folder nothing can be known from here: its leases run out by themselves.
  if (host !== hostname()) return true;
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (Object(error).code === 'ESRCH') return false;
  }
  return startedAt === null || startOf(pid) === startedAt;
};

const readRunning = (path: string): Running | null => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Running;
  } catch {
    return null;
  }
};

/** This process, written down. `dead` are the holders of processes that ended without taking their file away. */
export interface RunningFile { readonly dead: readonly string[]; readonly forgetDead: () => void; readonly remove: () => void }

/**
 * Writes down that this process runs on the data folder. With `alone` (SQLite) it throws {@link AlreadyRunning} where
 * another one lives; files of dead ones are recognised. `remove` may be called twice.
 */
export const writeRunningFile = (dataFolder: string, holder: string, alone: boolean): RunningFile => {
  const folder = join(dataFolder, 'running');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = join(folder, `${holder}.json`);
  const running: Running = { holder, pid: process.pid, host: hostname(), startedAt: startOf(process.pid) };
  writeFileSync(own, JSON.stringify(running), { flag: 'wx', mode: 0o600 });
  const remove = (): void => rmSync(own, { force: true });
  const others = readdirSync(folder).filter((file) => file !== `${holder}.json`).map((file) => ({ path: join(folder, file), running: readRunning(join(folder, file)) }));
  const living = others.find((other) => other.running !== null && lives(other.running));
  if (alone && living?.running) {
    remove();
    throw new AlreadyRunning(
      `Postroom already runs on ${dataFolder}: process ${living.running.pid} on ${living.running.host}. On SQLite only one may. `
      + `Stop it first; if you are sure that it is gone, remove ${living.path}.`);
  }
  const gone = others.filter((other) => other.running === null || !lives(other.running));
  return {
    dead: gone.flatMap((other) => other.running?.holder ?? []),
    forgetDead: () => { for (const { path } of gone) rmSync(path, { force: true }); },
    remove,
  };
};
