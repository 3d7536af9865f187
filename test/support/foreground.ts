import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readlinkSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** A system's program that runs while a test runs, with what it wrote. */
export interface Foreground {
  readonly pid: number;
  /** Whether `closed` is still to come. */
  readonly running: () => boolean;
  readonly lines: readonly string[];
  /** Resolves with the lines that match as soon as there are as many; rejects if the program ended before. */
  readonly logged: (matches: (line: string) => boolean, times?: number) => Promise<readonly string[]>;
  /** Resolves when the program AND all that it started, and that still holds its output, have ended. */
  readonly closed: Promise<void>;
}

interface Waiter { readonly check: () => boolean; readonly reject: (reason: Error) => void }

/**
 * Starts a program in a session of its own, so that a Ctrl-C meant for the tests leaves it to be stopped in order. It
 * inherits no environment but a path.
 */
export const startForeground = (command: string, args: readonly string[]): Foreground => {
  const child = spawn(command, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' } });
  const lines: string[] = [];
  const waiters = new Set<Waiter>();
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => {
      lines.push(line);
      for (const waiter of waiters) if (waiter.check()) waiters.delete(waiter);
    });
  }
  let running = true;
  const closed = once(child, 'close').then(() => {
    running = false;
    for (const { reject } of waiters) reject(new Error(`${command} ended:\n${lines.join('\n')}`));
    waiters.clear();
  });
  if (child.pid === undefined) throw new Error(`${command} did not start`);
  const logged: Foreground['logged'] = (matches, times = 1) => {
    const { promise, resolve, reject } = Promise.withResolvers<readonly string[]>();
    const check = (): boolean => {
      const found = lines.filter(matches);
      if (found.length >= times) resolve(found);
      return found.length >= times;
    };
    if (!check()) waiters.add({ check, reject });
    return promise;
  };
  return { pid: child.pid, running: () => running, lines, logged, closed };
};

/** The ids of the processes that work inside a folder. One that ended and was not yet reaped works nowhere. */
export const processesIn = (folder: string): readonly number[] => readdirSync('/proc').map(Number).filter((pid) => {
  if (!Number.isInteger(pid)) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`).startsWith(`${folder}/`);
  } catch {
    return false;
  }
});
