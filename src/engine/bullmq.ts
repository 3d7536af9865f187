import { Queue, Worker } from 'bullmq';
import type { Deliver, Engine } from './engine.js';
import { Hands } from './hands.js';
import type { RedisLink } from './redis-link.js';
import { answered, RedisAway } from './redis-link.js';
import { Roster } from './roster.js';

const QUEUE = 'emails';
const ANSWER_MS = 2_000;
/** Ids a job carries at most: so few that a window has jobs for everybody, so many that a claim is worth its transaction. */
const IDS_A_JOB = 25;
/** Of a small offer each process finds as many jobs as this, so that it is not left to one. */
const JOBS_A_TAKER = 4;
/** For each process: what its hands hold, and a little that waits for room in them, where it is one line for everybody. */
const WINDOW_OF_TAKER = 200;
/** Far above what a window fills; reached only where nobody takes what is offered. */
const JOBS_AT_MOST = 1_000;

interface Emails { readonly ids: readonly string[] }

export interface BullMqOptions {
  /** Of every key; names the installation, for several may share one Redis. */
  readonly prefix: string;
  /** Names this process. */
  readonly holder: string;
  /** Emails that one process has in hand at most. */
  readonly emailsInHand: number;
  /** What went wrong in the queue and is made good by itself. */
  readonly fault: (error: unknown) => void;
}

/** Parts ids into jobs for so many processes, none of which takes more than half of what fits in its hands at a time. */
const jobsOf = (ids: readonly string[], takers: number, inHand: number): { name: string; data: Emails }[] => {
  const size = Math.min(IDS_A_JOB, Math.ceil(ids.length / (takers * JOBS_A_TAKER)), Math.ceil(inHand / 2));
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, at) => ({ name: QUEUE, data: { ids: ids.slice(at * size, (at + 1) * size) } }));
};

/**
 * Carries ids over one queue of BullMQ to as many processes as take from it. A job is done when its ids are in hand, not when
 * they are delivered: from then on their claims answer for them, and nothing of it waits in Redis. So BullMQ retries
 * nothing, and a job that stalls and comes twice is harmless. Each process takes as it has room (`hands.ts`).
 */
export class BullMqEngine implements Engine {
  readonly #link: RedisLink;
  readonly #options: BullMqOptions;
  readonly #queue: Queue<Emails>;
  #worker: Worker<Emails> | null = null;
  #hands: Hands | null = null;
  #roster: Roster | null = null;
  #lost: () => void = () => {};
  #overdue = 0;
  #stopped: Promise<void> | null = null;

  constructor(link: RedisLink, options: BullMqOptions) {
    this.#link = link;
    this.#options = options;
    this.#queue = new Queue(QUEUE, {
      connection: link.commands, prefix: options.prefix, skipVersionCheck: true, skipMetasUpdate: true,
      defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
    });
    this.#queue.on('error', () => {});
  }

  get takers(): number {
    return this.#roster?.count ?? 1;
  }

  get window(): number {
    return WINDOW_OF_TAKER * this.takers;
  }

  start(deliver: Deliver, lost: () => void): void {
    if (this.#worker !== null || this.#stopped !== null) return;
    const { prefix, holder, emailsInHand, fault } = this.#options;
    const hands = new Hands(deliver, emailsInHand);
    this.#hands = hands;
    this.#lost = lost;
    // What was under way when the connection broke may be gone, and what was refused meanwhile may go at once.
    this.#link.commands.on('ready', lost);
    this.#roster = new Roster(this.#link, { key: `${prefix}:takers`, name: holder, emptied: lost });
    this.#worker = new Worker<Emails>(QUEUE, async ({ data }) => await hands.take(data.ids), {
      connection: this.#link.commands, prefix, concurrency: 1, runRetryDelay: 1_000, skipVersionCheck: true,
    });
    this.#worker.on('error', (error) => { if (this.#link.ready) fault(error); });
  }

  async offer(ids: readonly string[]): Promise<void> {
    if (ids.length === 0 || this.#stopped !== null) return;
    if (!this.#link.ready) throw new RedisAway('Redis is away');
    // What was asked stays asked until there is an answer: no more of it while there is none.
    if (this.#overdue > 0) throw new RedisAway('Redis has not answered yet');
    const adding = this.#add(ids);
    try {
      await answered(adding, ANSWER_MS);
    } catch (error) {
      if (error instanceof RedisAway) {
        this.#overdue += 1;
        const settle = (): void => { this.#overdue -= 1; };
        adding.then(settle, settle);
      }
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    await this.#stopped;
  }

  async #add(ids: readonly string[]): Promise<void> {
    if (await this.#queue.getWaitingCount() >= JOBS_AT_MOST) throw new RedisAway('Nobody takes what is in the queue');
    await this.#queue.addBulk(jobsOf(ids, this.takers, this.#options.emailsInHand));
  }

  async #stop(): Promise<void> {
    const worker = this.#worker;
    const emptied = this.#hands?.empty();
    this.#link.commands.off('ready', this.#lost);
    // The job in hand is recorded as done where Redis answers; else it comes again, which is harmless. To close a worker by
    // itself would wait for Redis, to pause it before is to end what it does.
    const paused = worker === null ? null : answered(worker.pause(), ANSWER_MS).catch(() => {});
    await Promise.all([paused, this.#roster?.leave()]);
    await worker?.close(true);
    await this.#queue.close();
    await emptied;
  }
}
