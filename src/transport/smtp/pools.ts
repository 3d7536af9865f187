import type { ConnectPolicy } from '../../doors/connect.js';
import type { SmtpLimits } from './limits.js';
import type { SmtpDestination } from './pool-options.js';
import { SmtpPool } from './pool.js';

interface Kept {
  readonly pool: SmtpPool;
  users: number;
  idle: NodeJS.Timeout | null;
}

const keyOf = ({ accountId, accountVersion, sandbox }: SmtpDestination): string =>
  `${accountId}:${accountVersion}:${sandbox}`;

/**
 * The pools in use, one for each account and its version. A pool that nobody used for `idleMs` is let go. One of an
 * older version is retired as soon as a newer one is used, and one in use when its account is released: its conversations end, what waits in it is passed over, and until its
 * connections are gone the newer one opens only so many that both together keep to what is allowed. Nothing is cut short.
 */
export class Pools {
  readonly #make: (destination: SmtpDestination) => SmtpPool;
  readonly #idleMs: number;
  readonly #kept = new Map<string, Kept>();
  /** Those that get no email any more, and end what is under way. */
  readonly #retired = new Set<Kept>();
  readonly #closing = new Map<SmtpPool, Promise<void>>();
  readonly #drained = Promise.withResolvers<void>();
  #closed = false;

  constructor(policy: ConnectPolicy, limits: SmtpLimits, ehloName: string | null) {
    this.#make = (destination) => new SmtpPool(destination, policy, limits, ehloName);
    this.#idleMs = limits.idleMs;
  }

  /** The pool for a destination; give it back after use. Null once closed. */
  take(destination: SmtpDestination): SmtpPool | null {
    if (this.#closed) return null;
    const key = keyOf(destination);
    const kept = this.#kept.get(key) ?? { pool: this.#make(destination), users: 0, idle: null };
    this.#kept.set(key, kept);
    clearTimeout(kept.idle ?? undefined);
    kept.users += 1;
    for (const other of this.#kept.values()) {
      if (!this.#isOutdated(other)) continue;
      if (other.users === 0) this.#letGo(other);
      else this.#retire(other);
    }
    return kept.pool;
  }

  /** How many connections a pool may have beside those that older ones of its account have to the same server: at least one, for which it waits. */
  async roomFor(pool: SmtpPool, connectionsMax: number): Promise<number> {
    for (;;) {
      const older = this.#beside(pool);
      const room = connectionsMax - older.reduce((sum, { connections }) => sum + connections, 0);
      if (room > 0) return room;
      await Promise.race(older.map(({ oneGone }) => oneGone));
    }
  }

  giveBack(pool: SmtpPool): void {
    const kept = [...this.#kept.values(), ...this.#retired].find((one) => one.pool === pool);
    if (kept === undefined) return;
    kept.users -= 1;
    if (kept.users > 0) return;
    if (this.#closed || this.#retired.has(kept) || this.#isOutdated(kept)) this.#letGo(kept);
    else kept.idle = setTimeout(() => this.#letGo(kept), this.#idleMs).unref();
    this.#settle();
  }

  /** Lets the pools of an account go: those that nobody uses at once, and resolves when their sockets are gone; what waits in the others is passed over. */
  async release(accountId: string): Promise<void> {
    for (const kept of [...this.#kept.values()].filter(({ pool }) => pool.destination.accountId === accountId)) {
      if (kept.users === 0) this.#letGo(kept);
      else this.#retire(kept);
    }
    await Promise.all(this.#closing.values());
  }

  /** Takes no more, waits for what is in hand, and resolves when every socket is gone. May be called twice. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const kept of this.#kept.values()) if (kept.users === 0) this.#letGo(kept);
    this.#settle();
    await this.#drained.promise;
    await Promise.all(this.#closing.values());
  }

  #beside(mine: SmtpPool): SmtpPool[] {
    const { accountId, accountVersion, server } = mine.destination;
    const others = [...[...this.#kept.values(), ...this.#retired].map(({ pool }) => pool), ...this.#closing.keys()];
    return others.filter((other) => other !== mine && other.connections > 0 && other.destination.accountId === accountId
      && other.destination.accountVersion <= accountVersion && other.destination.server === server);
  }

  #isOutdated({ pool }: Kept): boolean {
    const { accountId, accountVersion } = pool.destination;
    return [...this.#kept.values()].some((other) =>
      other.pool.destination.accountId === accountId && other.pool.destination.accountVersion > accountVersion);
  }

  #retire(kept: Kept): void {
    this.#kept.delete(keyOf(kept.pool.destination));
    this.#retired.add(kept);
    kept.pool.retire();
  }

  #letGo(kept: Kept): void {
    clearTimeout(kept.idle ?? undefined);
    if (!this.#retired.delete(kept)) this.#kept.delete(keyOf(kept.pool.destination));
    this.#closing.set(kept.pool, kept.pool.close().finally(() => this.#closing.delete(kept.pool)));
  }

  #settle(): void {
    if (this.#closed && this.#kept.size + this.#retired.size === 0) this.#drained.resolve();
  }
}
