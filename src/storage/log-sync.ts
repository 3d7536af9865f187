import { fdatasync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, realpath } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A sync that takes this long is no slow disk any more. */
const STUCK_AFTER_MS = 10_000;

/**
 * Brings SQLite's log to the disk without holding the thread. A commit under `synchronous=NORMAL` is in the log whole and in order, but
 * the disk is not waited for; to sync that file afterwards is what `FULL` does within the commit, while the whole
 * process stands still (https://www.sqlite.org/pragma.html#pragma_synchronous). Commits that come while a sync is under
 * way share the next one.
 *
 * After a sync that failed Linux takes the pages for written, so that the next one would succeed for nothing
 * (https://wiki.postgresql.org/wiki/Fsync_Errors): nothing is written any more then.
 */
export class LogSync {
  readonly #file: string;
  readonly #sync: (descriptor: number) => Promise<void>;
  readonly #stuckAfterMs: number;
  #log: Promise<FileHandle> | null = null;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;
  #begunAt: number | null = null;
  #fault: Error | null = null;

  /** @param file - The database; its log stands beside it, from the first transaction until the last connection is closed. */
  constructor(file: string, sync: (descriptor: number) => Promise<void> = promisify(fdatasync), stuckAfterMs = STUCK_AFTER_MS) {
    this.#file = file;
    this.#sync = sync;
    this.#stuckAfterMs = stuckAfterMs;
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
    if (this.#fault !== null) throw new Error(`The disk did not take what was written (${this.#fault.message}); look at the disk and restart the machine`, { cause: this.#fault });
  }

  /** Throws also while the disk takes far too long, which nobody else would notice. */
  refuseIfStuck(): void {
    this.refuseIfBroken();
    if (this.#begunAt !== null && performance.now() - this.#begunAt > this.#stuckAfterMs) throw new Error(`The disk has not taken what was written for ${this.#stuckAfterMs / 1_000} seconds`);
  }

  /** When nothing is committed any more. */
  async close(): Promise<void> {
    while (this.#next !== null) await this.#next.catch(() => {});
    await this.#running.catch(() => {});
    await this.#log?.then(async (log) => await log.close(), () => {});
    this.#log = null;
  }

  async #after(running: Promise<void>): Promise<void> {
    await running.catch(() => {});
    this.#running = this.#next ?? this.#running;
    this.#next = null;
    this.#begunAt = performance.now();
    try {
      this.refuseIfBroken();
      this.#log ??= this.#open();
      await this.#sync((await this.#log).fd);
    } catch (error) {
      this.#fault ??= error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      this.#begunAt = null;
    }
  }

  /** Where the database is a link, SQLite keeps the log beside the file that it leads to. */
  async #open(): Promise<FileHandle> {
    return await open(`${await realpath(this.#file)}-wal`, 'r');
  }
}
