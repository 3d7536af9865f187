import type { Session } from './orm.js';

/** A kind of job that is written together with others of its kind. */
export interface Kind<Job, Result> {
  /** How long a job may wait for company, in milliseconds; 0: for what is at the door already. */
  readonly patienceMs: number;
  /** Answers one result for each job, in their order; it may run again, so it has no effect but on the session. */
  readonly write: (session: Session, jobs: readonly Job[]) => Promise<readonly Result[]>;
  /** How much room a job takes; where nothing is said, that of one email without content. */
  readonly sizeOf?: (job: Job) => Room;
  /** In one transaction, where fewer than fit are better: the first are answered while the others are written. */
  readonly jobsAtMost?: number;
}

/** Room in a transaction. */
export interface Room { jobs: number; bytes: number }

/** Jobs of one kind that go into one transaction. `apart`: the same jobs, each by itself. */
export interface Batch {
  readonly write: (session: Session) => Promise<void>;
  readonly answer: () => void;
  readonly fail: (error: unknown) => void;
  readonly apart: () => readonly Batch[];
}

interface Waiting<Job, Result> { readonly job: Job; readonly dueAt: number; readonly resolve: (result: Result) => void; readonly reject: (error: unknown) => void }

const NO_CONTENT: Room = { jobs: 1, bytes: 0 };

/** Jobs of one kind that wait, in the order in which they came. */
export class JobLine<Job, Result> {
  readonly #kind: Kind<Job, Result>;
  #waiting: Waiting<Job, Result>[] = [];

  constructor(kind: Kind<Job, Result>) {
    this.#kind = kind;
  }

  /** When the first of those who wait has no more patience; Infinity where nobody waits. */
  get dueAt(): number {
    return this.#waiting[0]?.dueAt ?? Infinity;
  }

  async add(job: Job): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    this.#waiting.push({ job, dueAt: performance.now() + this.#kind.patienceMs, resolve, reject });
    return await promise;
  }

  /** Takes what fits into the room, of which it leaves the rest. Where there is any room left, one always fits. */
  take(room: Room): readonly Batch[] {
    const { sizeOf, jobsAtMost = Infinity } = this.#kind;
    const asked = this.#waiting.slice(0, jobsAtMost);
    const anyLeft = room.jobs > 0 && room.bytes > 0;
    const fitting = asked.findIndex(({ job }) => {
      const { jobs, bytes } = sizeOf?.(job) ?? NO_CONTENT;
      room.jobs -= jobs;
      room.bytes -= bytes;
      return room.jobs < 0 || room.bytes < 0;
    });
    const count = fitting < 0 ? asked.length : Math.max(anyLeft ? 1 : 0, fitting);
    const taken = this.#waiting.slice(0, count);
    this.#waiting = this.#waiting.slice(count);
    return taken.length === 0 ? [] : [this.#batchOf(taken)];
  }

  #batchOf(taken: readonly Waiting<Job, Result>[]): Batch {
    let results: readonly Result[] = [];
    return {
      write: async (session) => { results = await this.#kind.write(session, taken.map(({ job }) => job)); },
      answer: () => { taken.forEach(({ resolve }, at) => { resolve(results[at] as Result); }); },
      fail: (error) => { for (const { reject } of taken) reject(error); },
      apart: () => taken.map((one) => this.#batchOf([one])),
    };
  }
}
