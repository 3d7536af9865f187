import type { Engine } from '../../engine/engine.js';
import type { Due } from '../../storage/due.store.js';
import { claimedByAccount, dueEmails, whatBecameOf } from '../../storage/due.store.js';
import { giveLeaseBack, takeLease } from '../../storage/lease.store.js';
import type { Session } from '../../storage/orm.js';
import type { House } from '../house.js';
import { Allowance } from './allowance.js';
import { recoverExpired } from './recover.js';
import { Room, sharesOf } from './shares.js';

const SWEEP_MS = 1_000;
/** So many times as long as a look behind other accounts' emails took: one in twenty parts of the time goes there at most. */
const REST_AFTER_PASSING_OVER = 19;
const LEASE_MS = 10_000;
const LEASE = 'feeder';
/** Found by one look at most: most looks find that nobody may have more, and all that they read is for nothing. */
const A_LOOK = 200;
/** An id that nobody claimed by then was lost on the way, and is offered again. */
const LOST_AFTER_MS = 30_000;

/** So long nothing is offered of an account whose emails were given back, lest they go round and round. */
const REST_OF_RETURNED_MS = SWEEP_MS / 2;
/** So long it comes after all others: many that are given back by turns would else keep the others from being found. */
const BEHIND_OTHERS_MS = 10_000;

/** Whose share it fills: its account's, or where that is found by its claim, its area's. */
const keyOf = ({ accountId, area }: Due): string => accountId ?? `area ${area ?? ''}`;

/**
 * Finds what may go now and offers it to the engine, a window at a time. One process feeds: who holds the lease. It runs
 * when woken and once a second besides, so that a lost wake-up only delays.
 */
export class Feeder {
  readonly #house: House;
  readonly #engine: Engine;
  readonly #holder: string;
  readonly #offered = new Map<string, Due & { readonly at: number }>();
  /** Whose emails were given back, and when. */
  readonly #returnedAt = new Map<string, number>();
  /** The number of the last pick from each area. */
  readonly #turns = new Map<string | null, number>();
  #turn = 0;
  #leaseUntil = 0;
  #askedForLeaseAt = 0;
  #losingSince: number | null = null;
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

  /** All that was offered and not yet claimed may be lost: it is offered again. */
  readonly forget = (): void => {
    this.#offered.clear();
    this.wake();
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

  /** Renewed at half its time, so that an idle process does not write every second; who stands by asks once a sweep, however often woken. */
  async #holdsLease(): Promise<boolean> {
    const now = this.#house.now();
    if (this.#leaseUntil - now > LEASE_MS / 2) return true;
    if (this.#leaseUntil === 0 && now - this.#askedForLeaseAt < SWEEP_MS / 2) return false;
    this.#askedForLeaseAt = now;
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
    await this.#strikeOff(session, now);
    const counts = this.#counts(await claimedByAccount(session));
    const inHand = [...counts.values()].reduce((sum, count) => sum + count, 0);
    // Not before half of the window is free, but for a look now and then: each costs the same, however little it finds.
    const isCrowded = inHand > this.#engine.window / 2;
    if (isCrowded && now < this.#passOverFrom) return;
    const room = new Room(counts, await sharesOf(session, counts, this.#engine), this.#engine);
    const hands = this.#hands(room, await Allowance.read(session, now), now);
    const passOver = now >= this.#passOverFrom ? hands.full : [];
    const look = async (atMost: number, passedOver: readonly string[]): Promise<Due[]> => {
      const found = await dueEmails(session, {
        now, limit: atMost, except: this.#offered, passOver: passedOver, take: hands.take, lastTurnOf: (area) => this.#turns.get(area) ?? 0,
      });
      for (const one of found) this.#offered.set(one.id, { ...one, at: now });
      return found;
    };
    const limit = Math.min(room.left, A_LOOK);
    const first = now >= this.#passOverFrom && this.#returnedAt.size > 0 ? await look(limit, [...passOver, ...this.#returnedAt.keys()]) : [];
    const due = first.length < limit ? [...first, ...await look(limit - first.length, passOver)] : first;
    if (isCrowded || first.length > 0 || passOver.length > 0) this.#restFromPassingOver(now);
    if (due.length === 0) return;
    if (due.length === A_LOOK) this.#woken = true;
    await this.#offer(due.map(({ id }) => id));
  }

  /** Strikes off what was offered and is claimed, settled or lost by now. */
  async #strikeOff(session: Session, now: number): Promise<void> {
    const { unclaimed, returned } = await whatBecameOf(session, [...this.#offered.values()]);
    for (const [account, at] of this.#returnedAt) if (now - at > BEHIND_OTHERS_MS) this.#returnedAt.delete(account);
    for (const [id, one] of this.#offered) {
      if (returned.has(id)) this.#returnedAt.set(keyOf(one), now);
      if (!unclaimed.has(id) || now - one.at > LOST_AFTER_MS) this.#offered.delete(id);
    }
  }

  /** What cannot be offered is lost: the next sweep finds it again. Said once when it lasts longer than a sweep. */
  async #offer(ids: readonly string[]): Promise<void> {
    try {
      await this.#engine.offer(ids);
      this.#losingSince = null;
    } catch (error) {
      for (const id of ids) this.#offered.delete(id);
      const now = this.#house.now();
      this.#losingSince ??= now;
      if (now - this.#losingSince < SWEEP_MS) return;
      // Never again until an offer succeeds.
      this.#losingSince = Number.POSITIVE_INFINITY;
      this.#house.log.warn({ err: error }, 'Emails wait: they cannot be offered to the queue; it is tried again each second');
    }
  }

  /** What each account has in hand and on offer; what has no account yet counts by its area. */
  #counts(claimed: ReadonlyMap<string | null, number>): Map<string, number> {
    const counts = new Map<string, number>();
    const add = (key: string, count: number): void => { counts.set(key, (counts.get(key) ?? 0) + count); };
    for (const [id, count] of claimed) if (id !== null) add(id, count);
    for (const one of this.#offered.values()) add(keyOf(one), 1);
    return counts;
  }

  /** What may be taken, by the room and by what limits let go; and of whom nothing may. */
  #hands(room: Room, allowance: Allowance, now: number): { readonly full: string[]; readonly take: (due: Due) => boolean } {
    for (const { accountId } of this.#offered.values()) allowance.take(accountId);
    const full = new Set([...room.full, ...[...this.#returnedAt].flatMap(([key, at]) => (now - at < REST_OF_RETURNED_MS ? [key] : []))]);
    const take = (due: Due): boolean => {
      const key = keyOf(due);
      if (full.has(key) || !allowance.allows(due.accountId) || !room.take(key)) return false;
      allowance.take(due.accountId);
      this.#turns.set(due.area, ++this.#turn);
      return true;
    };
    return { full: [...full, ...allowance.spent], take };
  }

  /** To look behind all that waits for an account that is full, or out of tokens, is a long way, and wake-ups are many. So it is in a crowd. */
  #restFromPassingOver(startedAt: number): void {
    const endedAt = this.#house.now();
    this.#passOverFrom = endedAt + Math.max(SWEEP_MS / 2, REST_AFTER_PASSING_OVER * (endedAt - startedAt));
  }
}
