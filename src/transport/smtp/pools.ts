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
 * The pools in use, one for each account and its version. A pool that nobody used for `idleMs` is let go; one of an
 * older version as soon as its last email is through. Nothing that is under way is cut short.
 */
export class Pools {
  readonly #make: (destination: SmtpDestination) => SmtpPool;
  readonly #idleMs: number;
  readonly #kept = new Map<string, Kept>();
  /** Those that get no email any more, and finish what is under way. */
  readonly #withdrawn = new Set<Kept>();
  readonly #closing = new Set<Promise<void>>();
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
    for (const other of this.#kept.values()) if (this.#isOutdated(other) && other.users === 0) this.#letGo(other);
    return kept.pool;
  }

  giveBack(pool: SmtpPool): void {
    const kept = [this.#kept.get(keyOf(pool.destination)), ...this.#withdrawn].find((one) => one?.pool === pool);
    if (kept === undefined) return;
    kept.users -= 1;
    if (kept.users > 0) return;
    if (this.#closed || this.#withdrawn.has(kept) || this.#isOutdated(kept)) this.#letGo(kept);
    else kept.idle = setTimeout(() => this.#letGo(kept), this.#idleMs).unref();
    this.#settle();
  }

  /** Lets the pools of an account go: those that nobody uses at once, and resolves when their sockets are gone; the others take back what waits. */
  async release(accountId: string): Promise<void> {
    for (const kept of [...this.#kept.values()].filter(({ pool }) => pool.destination.accountId === accountId)) {
      if (kept.users === 0) this.#letGo(kept);
      else this.#withdraw(kept);
    }
    await Promise.all(this.#closing);
  }

  /** Takes no more, waits for what is in hand, and resolves when every socket is gone. May be called twice. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const kept of this.#kept.values()) if (kept.users === 0) this.#letGo(kept);
    this.#settle();
    await this.#drained.promise;
    await Promise.all(this.#closing);
  }

  #isOutdated({ pool }: Kept): boolean {
    const { accountId, accountVersion } = pool.destination;
    return [...this.#kept.values()].some((other) =>
      other.pool.destination.accountId === accountId && other.pool.destination.accountVersion > accountVersion);
  }

  #withdraw(kept: Kept): void {
    this.#kept.delete(keyOf(kept.pool.destination));
    this.#withdrawn.add(kept);
    kept.pool.withdraw();
  }

  #letGo(kept: Kept): void {
    clearTimeout(kept.idle ?? undefined);
    if (!this.#withdrawn.delete(kept)) this.#kept.delete(keyOf(kept.pool.destination));
    const closing = kept.pool.close().finally(() => this.#closing.delete(closing));
    this.#closing.add(closing);
  }

  #settle(): void {
    if (this.#closed && this.#kept.size === 0 && this.#withdrawn.size === 0) this.#drained.resolve();
  }
}
