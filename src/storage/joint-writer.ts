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
 * Writes of many hands in one transaction. A transaction costs its round of statements, and a commit a write-through to the disk, however
 * little is in it; so while one is written, and as long as nobody who waits is in a hurry, what comes in is gathered for the
 * next. Who is in a hurry is not held up by the work of those who are not. Each job is answered once the commit that
 * holds it is on the disk, and never before; the next transaction does not wait for that.
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

  /** From each line where somebody has no more patience; each is the first to be asked in its turn, so that none fills every transaction. */
  #take(): readonly Batch[] {
    const room = { jobs: JOBS_AT_MOST, bytes: BYTES_AT_MOST };
    const now = performance.now();
    this.#first = (this.#first + 1) % this.#lines.length;
    const due = [...this.#lines.slice(this.#first), ...this.#lines.slice(0, this.#first)].filter(({ dueAt }) => dueAt <= now);
    const taken = new Map(due.map((line) => [line, line.take(room)] as const));
    return this.#lines.flatMap((line) => taken.get(line) ?? []);
  }

  async #commit(batches: readonly Batch[]): Promise<void> {
    const work = { done: false };
    try {
      const { durable } = await this.#storage.commit(async (session) => await this.#write(session, batches, work));
      durable.then(() => { for (const { answer } of batches) answer(); }, (error: unknown) => { for (const { fail } of batches) fail(error); });
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
