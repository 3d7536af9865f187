import { setImmediate } from 'node:timers/promises';
import type { Batch, Kind } from './job-line.js';
import { JobLine } from './job-line.js';
import type { Session } from './orm.js';
import type { Storage } from './storage.js';
import { isUndone } from './storage.js';

/** Emails, or marks and settlements of them, in one transaction: more would make the others wait longer than is saved. */
const JOBS_AT_MOST = 500;
const BYTES_AT_MOST = 32 * 1_048_576;

/** What the writer knows of a line, whatever its jobs are. */
type Line = Pick<JobLine<unknown, unknown>, 'dueAt' | 'take'>;

/**
 * Writes of many hands in one transaction. A commit costs a write-through to the disk however little is in it, and a
 * transaction its round of statements; so while one is on its way, and as long as nobody who waits is in a hurry, what comes
 * in is gathered for the next. Each job is answered after the commit that holds it, and never before.
 *
 * When a transaction fails, and certainly nothing of it is kept, each job is done by itself, so that a fault reaches only
 * the one that brought it. When the commit itself fails and may have come about, every job gets the error: done anew, what
 * it wrote would stand twice.
 */
export class JointWriter {
  readonly #storage: Storage;
  readonly #lines: Line[] = [];
  #first = 0;
  #writing = false;
  #hurry = Promise.withResolvers<void>();
  #expectedAt = Infinity;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Opens a line for jobs of a kind. Within a transaction the lines are written in the order in which they were opened. */
  line<Job, Result>(kind: Kind<Job, Result>): (job: Job) => Promise<Result> {
    const line = new JobLine(kind);
    this.#lines.push(line);
    return async (job) => {
      const done = line.add(job);
      if (line.dueAt < this.#expectedAt) this.#hurry.resolve();
      if (!this.#writing) void this.#writeAll();
      return await done;
    };
  }

  /** When the first of all who wait has no more patience. */
  get #dueAt(): number {
    return Math.min(...this.#lines.map(({ dueAt }) => dueAt));
  }

  /** Never rejects: whatever goes wrong is the answer of a job. */
  async #writeAll(): Promise<void> {
    this.#writing = true;
    do {
      await this.#untilDue();
      await this.#commit(this.#take());
    } while (this.#dueAt < Infinity);
    this.#writing = false;
  }

  /** Until the first of those who wait has no more patience. SQLite answers within a turn of the event loop: others are heard in the next. */
  async #untilDue(): Promise<void> {
    await setImmediate();
    for (let ms = this.#dueAt - performance.now(); ms > 0; ms = this.#dueAt - performance.now()) {
      this.#hurry = Promise.withResolvers();
      this.#expectedAt = this.#dueAt;
      const timer = setTimeout(this.#hurry.resolve, ms);
      await this.#hurry.promise;
      clearTimeout(timer);
    }
  }

  /** Each line is the first to be asked in its turn, so that none fills every transaction. */
  #take(): readonly Batch[] {
    const room = { jobs: JOBS_AT_MOST, bytes: BYTES_AT_MOST };
    this.#first = (this.#first + 1) % this.#lines.length;
    const taken = new Map([...this.#lines.slice(this.#first), ...this.#lines.slice(0, this.#first)].map((line) => [line, line.take(room)] as const));
    return this.#lines.flatMap((line) => taken.get(line) ?? []);
  }

  async #commit(batches: readonly Batch[]): Promise<void> {
    const work = { done: false };
    try {
      await this.#storage.transaction(async (session) => await this.#write(session, batches, work));
      for (const { answer } of batches) answer();
    } catch (error) {
      const apart = batches.flatMap((batch) => batch.apart());
      const mayStand = work.done && !isUndone(error);
      if (apart.length <= 1 || mayStand) for (const { fail } of batches) fail(error);
      else for (const one of apart) await this.#commit([one]);
    }
  }

  /** Once only the commit is left, an error does not tell whether it came about. */
  async #write(session: Session, batches: readonly Batch[], work: { done: boolean }): Promise<void> {
    work.done = false;
    for (const { write } of batches) await write(session);
    await session.flush();
    work.done = true;
  }
}
