import type { Session } from './orm.js';
import type { Storage } from './storage.js';

interface Waiting<Job, Result> { readonly job: Job; readonly resolve: (result: Result) => void; readonly reject: (error: unknown) => void }

/** More in one transaction would make the others wait longer than the commit that is saved. */
const JOBS_AT_MOST = 256;

/**
 * Writes of many concurrent hands in one transaction: while one commits, what comes in is collected for the next, for a
 * commit costs a write-through to the disk however little is in it. A job resolves after its commit. When a batch fails,
 * each of its jobs is tried alone, so that one bad job harms no other.
 */
export class JointWriter<Job, Result> {
  readonly #storage: Storage;
  readonly #write: (session: Session, jobs: readonly Job[]) => Promise<readonly Result[]>;
  #waiting: Waiting<Job, Result>[] = [];
  #running = false;

  /** `write` answers one result for each job, in their order; it may run again, so it has no effect but on the session. */
  constructor(storage: Storage, write: (session: Session, jobs: readonly Job[]) => Promise<readonly Result[]>) {
    this.#storage = storage;
    this.#write = write;
  }

  async do(job: Job): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    this.#waiting.push({ job, resolve, reject });
    if (!this.#running) void this.#run();
    return await promise;
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, JOBS_AT_MOST));
    this.#running = false;
  }

  async #commit(batch: readonly Waiting<Job, Result>[]): Promise<void> {
    try {
      const results = await this.#storage.transaction((session) => this.#write(session, batch.map(({ job }) => job)));
      batch.forEach(({ resolve }, at) => resolve(results[at] as Result));
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await this.#commit([one]);
    }
  }
}
