import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
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

/** How often a running process touches its file. */
const TOUCHED_EVERY_MS = 10_000;
/** A file of another machine, or of another container, that was not touched for so long is of one that ended. */
const DEAD_AFTER_SECONDS = 60;

/** A file of another process, and when that last touched it. */
interface Other { readonly path: string; readonly running: Running | null; readonly touchedAtMs: number }

const lives = ({ running, touchedAtMs }: Other): boolean => {
  if (running === null) return false;
  const { pid, host, startedAt } = running;
  // Of processes elsewhere that share the folder nothing is known here but whether they go on touching their file.
  if (host !== hostname()) return Date.now() - touchedAtMs <= DEAD_AFTER_SECONDS * 1_000;
  // A container that is started again may have the same name and give the same number: then only the start tells them apart.
  if (pid === process.pid && startedAt === null) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (Object(error).code === 'ESRCH') return false;
  }
  return startedAt === null || startOf(pid) === startedAt;
};

const readOther = (path: string): Other => {
  try {
    const touchedAtMs = statSync(path).mtimeMs;
    return { path, running: JSON.parse(readFileSync(path, 'utf8')) as Running, touchedAtMs };
  } catch {
    return { path, running: null, touchedAtMs: 0 };
  }
};

const whatToDo = ({ path, running }: Other): string => (running?.host === hostname() ? `Stop it first; if you are sure that it is gone, remove ${path}.`
  : `If it is gone, as a container that was killed is, wait ${DEAD_AFTER_SECONDS} seconds and start again, or remove ${path}; else stop it first.`);

/** Somebody may have removed the file, or the disk may be full: neither ends a server that runs. */
const touch = (path: string): void => {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {}
};

/** This process, written down. `dead` are the holders of processes that ended without taking their file away. */
export interface RunningFile { readonly dead: readonly string[]; readonly forgetDead: () => void; readonly remove: () => void }

/**
 * Writes down that this process runs on the data folder. With `alone` (SQLite) it throws {@link AlreadyRunning} where
 * another one lives; files of dead ones are recognised: here by their process, elsewhere by their file, which every process
 * touches as long as it runs. `remove` may be called twice.
 */
export const writeRunningFile = (dataFolder: string, holder: string, alone: boolean): RunningFile => {
  const folder = join(dataFolder, 'running');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = join(folder, `${holder}.json`);
  const running: Running = { holder, pid: process.pid, host: hostname(), startedAt: startOf(process.pid) };
  writeFileSync(own, JSON.stringify(running), { flag: 'wx', mode: 0o600 });
  const touching = setInterval(() => touch(own), TOUCHED_EVERY_MS).unref();
  const remove = (): void => {
    clearInterval(touching);
    rmSync(own, { force: true });
  };
  const others = readdirSync(folder).filter((file) => file !== `${holder}.json`).map((file) => readOther(join(folder, file)));
  const living = others.find(lives);
  if (alone && living?.running) {
    remove();
    throw new AlreadyRunning(
      `Postroom already runs on ${dataFolder}: process ${living.running.pid} on ${living.running.host}. On SQLite only one may. `
      + whatToDo(living));
  }
  const gone = others.filter((other) => !lives(other));
  return {
    dead: gone.flatMap((other) => other.running?.holder ?? []),
    forgetDead: () => { for (const { path } of gone) rmSync(path, { force: true }); },
    remove,
  };
};
