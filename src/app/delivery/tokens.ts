import type { SmtpAccount } from '../../domain/account.js';
import type { InTurn } from '../../domain/fair-order.js';
import { inFairOrder } from '../../domain/fair-order.js';
import type { RateLimit, Taken } from '../../domain/rate-limits.js';
import { limitKey, takenNow, tokensLeft } from '../../domain/rate-limits.js';
import type { Session } from '../../storage/orm.js';
import { quotaGroupsHeld } from '../../storage/quota-group.store.js';
import type { Unused } from '../../storage/rate-counter.store.js';
import { countersHeld, putBack, writeTaken } from '../../storage/rate-counter.store.js';
import { rateLimitsOf } from './rate-limits-of.js';

/** A token as it was taken: of which limit, in which window. */
export type Token = Omit<Unused, 'tokens'>;

/** Who wants to go, and through which account. */
export interface Candidate extends InTurn { readonly account: SmtpAccount }

interface Count { readonly limit: RateLimit; readonly window: Taken; left: number; used: number }

/**
 * Takes a token of every limit for each email that may go, in fair order, in the transaction of their claim; answers the tokens of
 * each that may (none where nothing is limited). The counters
 * are held until the commit, so that no window has more tokens than its limit says, whoever else claims. Where nothing is
 * limited nothing is read.
 */
export const takeTokens = async (session: Session, candidates: readonly Candidate[], now: number): Promise<ReadonlyMap<string, readonly Token[]>> => {
  if (!candidates.some(({ account }) => account.limited)) return new Map(candidates.map(({ id }) => [id, []]));
  const granted = new Map<string, readonly Token[]>();
  const accounts = new Map(candidates.flatMap(({ account }) => (account.limited ? [[account.id, account] as const] : [])));
  const groups = await quotaGroupsHeld(session, [...new Set([...accounts.values()].flatMap(({ quotaGroupId }) => quotaGroupId ?? []))]);
  const limits = rateLimitsOf(accounts.values(), groups);
  const all = [...new Map([...limits.values()].flat().map((limit) => [limitKey(limit), limit])).values()];
  const counters = await countersHeld(session, all);
  const counts = new Map(all.map((limit): [string, Count] => {
    const counter = counters.of(limit);
    return [limitKey(limit), { limit, window: takenNow(limit.unit, counter, now), left: tokensLeft(limit, counter, now), used: 0 }];
  }));
  for (const { id, account } of inFairOrder(candidates)) {
    const asked = (limits.get(account.id) ?? []).flatMap((limit) => counts.get(limitKey(limit)) ?? []);
    if (asked.some(({ left }) => left === 0)) continue;
    for (const count of asked) {
      count.left -= 1;
      count.used += 1;
    }
    granted.set(id, asked.map(({ limit: { holderId, unit }, window: { startsAt } }) => ({ holderId, unit, startsAt })));
  }
  for (const { limit, window, used } of counts.values()) {
    if (used > 0) await writeTaken(session, limit, { startsAt: window.startsAt, taken: window.taken + used });
  }
  return granted;
};

/** Puts back the tokens of tries that certainly handed nothing over, so that a server that is down costs no quota. */
export const giveTokensBack = async (session: Session, tokens: readonly Token[]): Promise<void> => {
  const alike = Map.groupBy(tokens, (token) => `${limitKey(token)} ${token.startsAt}`);
  const unused = [...alike].toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, [first, ...others]]) => (first === undefined ? [] : [{ ...first, tokens: others.length + 1 }]));
  await putBack(session, unused);
};
