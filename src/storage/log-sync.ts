import { close, fdatasync, open } from 'node:fs';
import { promisify } from 'node:util';

const openFile = promisify(open);
const closeFile = promisify(close);

/**
 * Brings SQLite's log to the disk without holding the thread. A commit under `synchronous=NORMAL` is in the log whole and in order, but
 * the disk is not waited for; to sync that file afterwards is what `FULL` does within the commit, while the whole
 * process stands still (https://www.sqlite.org/pragma.html#pragma_synchronous). Commits that come while a sync is under
 * way share the next one.
 *
 * After a sync that failed Linux takes the pages for written, so that the next one would succeed for nothing
 * (https://wiki.postgresql.org/wiki/Fsync_Errors): nothing is written any more then, until the process is started anew.
 */
export class LogSync {
  readonly #path: string;
  readonly #sync: (descriptor: number) => Promise<void>;
  #descriptor: Promise<number> | null = null;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;
  #fault: Error | null = null;

  /** @param file - The database; its log stands beside it, from the first transaction until the last connection is closed. */
  constructor(file: string, sync: (descriptor: number) => Promise<void> = promisify(fdatasync)) {
    this.#path = `${file}-wal`;
    this.#sync = sync;
  }

  /** Resolves when all that was committed before this call is on the disk; rejects when that is not certain. */
  async reached(): Promise<void> {
    this.refuseIfBroken();
    // A sync that runs already may have begun before the commit.
    this.#next ??= this.#after(this.#running);
    await this.#next;
  }

  /** Throws after a sync that failed. To be asked before anything is written. */
  refuseIfBroken(): void {
    if (this.#fault !== null) throw new Error(`The disk did not take what was written (${this.#fault.message}); look at the disk, then start again`, { cause: this.#fault });
  }

  /** When nothing is committed any more. */
  async close(): Promise<void> {
    await this.#running.catch(() => {});
    if (this.#descriptor !== null) await closeFile(await this.#descriptor);
    this.#descriptor = null;
  }

  async #after(running: Promise<void>): Promise<void> {
    await running.catch(() => {});
    this.#running = this.#next ?? this.#running;
    this.#next = null;
    try {
      this.refuseIfBroken();
      this.#descriptor ??= openFile(this.#path, 'r');
      await this.#sync(await this.#descriptor);
    } catch (error) {
      this.#fault ??= error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  }
}
