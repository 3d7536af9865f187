import type { TestState, TestSubject } from '../../domain/account-test.js';
import type { Diagnosis } from '../../domain/diagnosis.js';
import { Problem } from '../../domain/errors.js';
import type { ProbeStage } from '../../domain/probe-stage.js';

/** A test as it stands: a copy, which does not change any more. */
export interface AccountTest extends TestSubject {
  readonly id: string;
  readonly state: TestState;
  readonly stages: readonly ProbeStage[];
  readonly diagnosis: Diagnosis | null;
  /** Given once the message went out, or may have gone out. */
  readonly messageId: string | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** What a test came to; its stages as they stand at the end, with what was learnt beside the conversation. */
export type TestEnd = Pick<AccountTest, 'diagnosis' | 'messageId' | 'stages'> & { readonly state: Exclude<AccountTest['state'], 'RUNNING'> };

/** The work of a test: reports each stage as it ends, and ends soon after the signal aborts. */
export type TestWork = (signal: AbortSignal, report: (stage: ProbeStage) => void, startedAt: number) => Promise<TestEnd>;

/** A test that is to be started; `startedBy` is who may follow it. */
interface TestStart { readonly id: string; readonly startedBy: string; readonly subject: TestSubject; readonly work: TestWork }

/** One test, while it runs and for a while after. */
export class RunningTest {
  readonly id: string;
  readonly startedBy: string;
  readonly startedAt: number;
  /** Settles when all of it is over, also what is written down about it; rejects when that failed. */
  readonly over: Promise<void>;
  readonly #subject: TestSubject;
  readonly #cancel = new AbortController();
  readonly #stages: ProbeStage[] = [];
  #end: (TestEnd & { readonly endedAt: number }) | null = null;
  #news = Promise.withResolvers<void>();

  constructor({ id, startedBy, subject, work }: TestStart, now: () => number) {
    this.id = id;
    this.startedBy = startedBy;
    this.#subject = subject;
    this.startedAt = now();
    this.over = this.#run(work, now);
    // Who starts a test and does not wait for it must not bring the process down when it cannot be written down.
    this.over.catch(() => {});
  }

  get endedAt(): number | null {
    return this.#end?.endedAt ?? null;
  }

  get asItStands(): AccountTest {
    const { state, diagnosis, messageId, endedAt } = this.#end ?? { state: 'RUNNING', diagnosis: null, messageId: null, endedAt: null } as const;
    return { ...this.#subject, id: this.id, state, stages: [...this.#stages], diagnosis, messageId, startedAt: this.startedAt, endedAt };
  }

  /** Ends it at once; nothing happens when it is over already. */
  cancel(): void {
    this.#cancel.abort();
  }

  /** Every stage from the first, those to come as they end; done when the test is over. Any number may follow one test. */
  async* progress(): AsyncGenerator<ProbeStage, void, undefined> {
    let next = 0;
    for (;;) {
      const news = this.#news.promise;
      for (let stage = this.#stages[next]; stage !== undefined; stage = this.#stages[next]) {
        next += 1;
        yield stage;
      }
      // What came while the last stage was handed on has settled the news that were taken before: nothing is missed.
      if (this.#end !== null && next === this.#stages.length) return;
      await news;
    }
  }

  async #run(work: TestWork, now: () => number): Promise<void> {
    let end: TestEnd = { state: 'FAILED', diagnosis: null, messageId: null, stages: this.#stages };
    try {
      end = await work(this.#cancel.signal, (stage) => {
        this.#stages.push(stage);
        this.#tell();
      }, this.startedAt);
    } finally {
      this.#end = { ...end, endedAt: now() };
      // As many as were reported: whoever follows the test goes on counting.
      this.#stages.splice(0, end.stages.length, ...end.stages);
      this.#tell();
    }
  }

  #tell(): void {
    this.#news.resolve();
    this.#news = Promise.withResolvers();
  }
}

const KEPT_MS = 10 * 60_000;
const WINDOW_MS = 60_000;
/** Both together bound what tests may hold: some hundred kilobytes of stages, and as many sockets as may run. */
const RUNNING_MAX = 50;
const KEPT_MAX = 500;
/** More than one caller may start in a minute, and few enough that what they ask at once stays a trickle to a name server. */
const LOOK_UPS_MAX = 25;

/**
 * The tests of this process: those that run, and for ten minutes those that ran, 500 at most. A test is followed and
 * cancelled in the process that runs it. Each caller may start only so many a minute, look-ups counted in.
 */
export class RunningTests {
  readonly #now: () => number;
  readonly #perMinute: number;
  readonly #tests = new Map<string, RunningTest>();
  readonly #starts = new Map<string, number[]>();
  readonly #stopping = new AbortController();
  #lookUps = 0;

  constructor(options: { readonly now: () => number; readonly perMinute: number }) {
    this.#now = options.now;
    this.#perMinute = options.perMinute;
  }

  /** Aborts when the process stops: whatever else reaches outside at a caller's wish ends with the tests. */
  get stopping(): AbortSignal {
    return this.#stopping.signal;
  }

  /** Starts a test. Throws RATE_LIMITED when this caller, or all together, have started too many. */
  start(test: TestStart): RunningTest {
    const { id, startedBy } = test;
    if ([...this.#tests.values()].filter(({ endedAt }) => endedAt === null).length >= RUNNING_MAX) {
      throw new Problem('RATE_LIMITED', 'Too many tests are running; try again soon', 10);
    }
    this.count(startedBy);
    const running = new RunningTest(test, this.#now);
    this.#tests.set(id, running);
    return running;
  }

  /**
   * Runs what asks outside for names of the caller's choosing, which counts as so many tests; its signal aborts when the process stops.
   * Throws RATE_LIMITED, and runs nothing, when this caller has started too many or all together have too many under way.
   */
  async lookUp<T>(startedBy: string, times: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#lookUps >= LOOK_UPS_MAX) throw new Problem('RATE_LIMITED', 'Too many look-ups are under way; try again soon', 10);
    this.count(startedBy, times);
    this.#lookUps += 1;
    try {
      return await work(this.stopping);
    } finally {
      this.#lookUps -= 1;
    }
  }

  /** Counts a start of whatever is limited as tests are, or of as much as several. Throws RATE_LIMITED when it is too much of this caller. */
  count(startedBy: string, times = 1): void {
    this.#forget();
    const now = this.#now();
    const starts = this.#starts.get(startedBy) ?? [];
    const tooMany = starts.length + times - this.#perMinute;
    if (tooMany > 0) {
      // When as many as stand in the way are a minute old.
      const last = starts[Math.min(tooMany, starts.length) - 1] ?? now;
      throw new Problem('RATE_LIMITED', `No more than ${this.#perMinute} tests and look-ups a minute; try again soon`, Math.ceil((last + WINDOW_MS - now) / 1_000));
    }
    this.#starts.set(startedBy, [...starts, ...Array.from({ length: times }, () => now)]);
  }

  /** The test, if this caller started it and it is still known. */
  ofCaller(id: string, startedBy: string): RunningTest | null {
    this.#forget();
    const test = this.#tests.get(id);
    return test?.startedBy === startedBy ? test : null;
  }

  /** Cancels all that run, and waits until they are over. May be called twice. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const test of this.#tests.values()) test.cancel();
    await Promise.allSettled([...this.#tests.values()].map(({ over }) => over));
  }

  #forget(): void {
    const now = this.#now();
    const ended = [...this.#tests.values()].filter(({ endedAt }) => endedAt !== null);
    const tooMany = Math.max(0, ended.length - KEPT_MAX);
    ended.forEach(({ id, endedAt }, at) => {
      if (at < tooMany || (endedAt ?? now) <= now - KEPT_MS) this.#tests.delete(id);
    });
    for (const [who, starts] of this.#starts) {
      const recent = starts.filter((at) => at > now - WINDOW_MS);
      if (recent.length > 0) this.#starts.set(who, recent);
      else this.#starts.delete(who);
    }
  }
}
