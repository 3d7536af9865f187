import type { Engine } from '../../engine/engine.js';
import type { Due } from '../../storage/due.store.js';
import { claimedByAccount, dueEmails, stillUnclaimed } from '../../storage/due.store.js';
import { giveLeaseBack, takeLease } from '../../storage/lease.store.js';
import type { House } from '../house.js';
import { Allowance } from './allowance.js';
import { recoverExpired } from './recover.js';

/** Emails in hand at most, however many wait: enough to keep every connection busy, few enough that a newcomer is soon next. */
const WINDOW = 200;
/** Of one account, claimed and offered, so that a server that hangs does not fill the window. */
const WINDOW_OF_ACCOUNT = 100;
const SWEEP_MS = 1_000;
/** So many times as long as a look behind other accounts' emails took: one in twenty parts of the time goes there at most. */
const REST_AFTER_PASSING_OVER = 19;
const LEASE_MS = 10_000;
const LEASE = 'feeder';
/** An id that nobody claimed by then was lost on the way, and is offered again. */
const LOST_AFTER_MS = 30_000;

/**
 * Finds what may go now and offers it to the engine, a window at a time. One process feeds: who holds the lease. It runs
 * when woken and once a second besides, so that a lost wake-up only delays.
 */
export class Feeder {
  readonly #house: House;
  readonly #engine: Engine;
  readonly #holder: string;
  readonly #offered = new Map<string, Due & { readonly at: number }>();
  /** The number of the last pick from each area. */
  readonly #turns = new Map<string | null, number>();
  #turn = 0;
  #leaseUntil = 0;
  #passOverFrom = 0;
  #recoveredAt = 0;
  #sweep: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #woken = false;
  #started = false;

  constructor(house: House, engine: Engine, holder: string) {
    this.#house = house;
    this.#engine = engine;
    this.#holder = holder;
  }

  start(): void {
    this.#started = true;
    this.#sweep ??= setInterval(this.wake, SWEEP_MS).unref();
    this.wake();
  }

  /** Looks for work soon; calls while it looks come to one more look. */
  readonly wake = (): void => {
    this.#woken = true;
    if (this.#started) this.#running ??= this.#run();
  };

  /** Offers nothing more once this resolves, and lets another process feed. May be called twice. */
  async stop(): Promise<void> {
    this.#started = false;
    clearInterval(this.#sweep ?? undefined);
    this.#sweep = null;
    await this.#running;
    if (this.#leaseUntil === 0) return;
    this.#leaseUntil = 0;
    await this.#house.storage.transaction(async (session) => await giveLeaseBack(session, LEASE, this.#holder));
  }

  async #run(): Promise<void> {
    try {
      while (this.#woken && this.#started) {
        this.#woken = false;
        if (await this.#holdsLease()) await this.#feed();
      }
    } catch (error) {
      this.#house.log.error({ err: error }, 'Feeding failed; it is tried again within a second');
    } finally {
      this.#running = null;
    }
  }

  /** Renewed at half its time, so that an idle process does not write every second. */
  async #holdsLease(): Promise<boolean> {
    const now = this.#house.now();
    if (this.#leaseUntil - now > LEASE_MS / 2) return true;
    const taken = await this.#house.storage.transaction(async (session) => await takeLease(session, LEASE, this.#holder, now, LEASE_MS));
    this.#leaseUntil = taken ? now + LEASE_MS : 0;
    return taken;
  }

  async #feed(): Promise<void> {
    const session = this.#house.storage.rows();
    const now = this.#house.now();
    // Leases last a minute: to look at every wake-up would be to look a hundred times for nothing.
    if (now - this.#recoveredAt >= SWEEP_MS / 2) {
      this.#recoveredAt = now;
      await recoverExpired(this.#house);
    }
    const unclaimed = await stillUnclaimed(session, [...this.#offered.values()]);
    for (const [id, { at }] of this.#offered) if (!unclaimed.has(id) || now - at > LOST_AFTER_MS) this.#offered.delete(id);
    const claimed = await claimedByAccount(session);
    const inHand = this.#offered.size + [...claimed.values()].reduce((sum, count) => sum + count, 0);
    // Not before half of the window is free: each look costs the same, however little it finds.
    if (inHand > WINDOW / 2) return;
    const hands = this.#hands(claimed, await Allowance.read(session, now));
    const passOver = now >= this.#passOverFrom ? hands.full : [];
    const due = await dueEmails(session, {
      now, limit: WINDOW - inHand, except: [...this.#offered.keys()], passOver, take: hands.take, lastTurnOf: (area) => this.#turns.get(area) ?? 0,
    });
    if (passOver.length > 0) this.#restFromPassingOver(now);
    if (due.length === 0) return;
    for (const one of due) this.#offered.set(one.id, { ...one, at: now });
    await this.#engine.offer(due.map(({ id }) => id));
  }
  /** Counts what each account has in hand and what its limits let go, here and as more is taken. What has no account yet counts by its area. */
  #hands(claimed: ReadonlyMap<string | null, number>, allowance: Allowance): { readonly full: string[]; readonly take: (due: Due) => boolean } {
    const counts = new Map<string, number>();
    const add = (key: string, count: number): void => { counts.set(key, (counts.get(key) ?? 0) + count); };
    const keyOf = ({ accountId, area }: Due): string => accountId ?? `area ${area ?? ''}`;
    for (const [id, count] of claimed) if (id !== null) add(id, count);
    for (const one of this.#offered.values()) {
      add(keyOf(one), 1);
      allowance.take(one.accountId);
    }
    // An account is filled up in one go when half of its share is free, as the window is.
    const full = new Set([...counts].flatMap(([key, count]) => (count > WINDOW_OF_ACCOUNT / 2 ? [key] : [])));
    const take = (due: Due): boolean => {
      const key = keyOf(due);
      if (full.has(key) || (counts.get(key) ?? 0) >= WINDOW_OF_ACCOUNT || !allowance.take(due.accountId)) return false;
      add(key, 1);
      this.#turns.set(due.area, ++this.#turn);
      return true;
    };
    return { full: [...full, ...allowance.spent], take };
  }

  /** To look behind all that waits for an account that is full, or out of tokens, is a long way, and wake-ups are many. */
  #restFromPassingOver(startedAt: number): void {
    const endedAt = this.#house.now();
    this.#passOverFrom = endedAt + Math.max(SWEEP_MS / 2, REST_AFTER_PASSING_OVER * (endedAt - startedAt));
  }
}
