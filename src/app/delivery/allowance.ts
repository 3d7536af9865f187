import type { RateLimit } from '../../domain/rate-limits.js';
import { limitKey, tokensLeft } from '../../domain/rate-limits.js';
import { limitedAccounts } from '../../storage/account.store.js';
import type { Session } from '../../storage/orm.js';
import { quotaGroupsByIds } from '../../storage/quota-group.store.js';
import { countersOf } from '../../storage/rate-counter.store.js';
import { rateLimitsOf } from './rate-limits-of.js';

/**
 * What the limits let go at this moment, for who offers emails: an email that would find no token is better not offered. It
 * only foretells; the claim decides. Costs one query where no account is limited.
 */
export class Allowance {
  readonly #limits: ReadonlyMap<string, readonly RateLimit[]>;
  readonly #left: Map<string, number>;

  private constructor(limits: ReadonlyMap<string, readonly RateLimit[]>, left: Map<string, number>) {
    this.#limits = limits;
    this.#left = left;
  }

  static async read(session: Session, now: number): Promise<Allowance> {
    const accounts = await limitedAccounts(session);
    const groups = await quotaGroupsByIds(session, [...new Set(accounts.flatMap(({ quotaGroupId }) => quotaGroupId ?? []))]);
    const limits = rateLimitsOf(accounts, groups);
    const counters = await countersOf(session, [...accounts, ...groups].map(({ id }) => id));
    return new Allowance(limits, new Map([...limits.values()].flat().map((limit) => [limitKey(limit), tokensLeft(limit, counters.of(limit), now)])));
  }

  /** Whether a token is left for one email of an account. */
  allows(accountId: string | null): boolean {
    return this.#eachHasOneLeft(this.#limits.get(accountId ?? '') ?? []);
  }

  /** Counts one email of an account. */
  take(accountId: string | null): void {
    for (const limit of this.#limits.get(accountId ?? '') ?? []) this.#left.set(limitKey(limit), (this.#left.get(limitKey(limit)) ?? 0) - 1);
  }

  /** Accounts that have no token left. */
  get spent(): string[] {
    return [...this.#limits].flatMap(([accountId, limits]) => (this.#eachHasOneLeft(limits) ? [] : [accountId]));
  }

  #eachHasOneLeft(limits: readonly RateLimit[]): boolean {
    return limits.every((limit) => (this.#left.get(limitKey(limit)) ?? 0) > 0);
  }
}
