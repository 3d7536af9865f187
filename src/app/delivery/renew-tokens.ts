import type { RateLimit, Taken } from '../../domain/rate-limits.js';
import { limitKey, takenNow, tokensLeft, windowAt } from '../../domain/rate-limits.js';
import type { Session } from '../../storage/orm.js';
import { quotaGroupsHeld } from '../../storage/quota-group.store.js';
import { countersHeld, writeTaken } from '../../storage/rate-counter.store.js';
import type { Claimed } from './claim.js';
import { rateLimitsOf } from './rate-limits-of.js';

interface Count extends Taken { readonly limit: RateLimit; more: number }

const isOver = ({ tokens }: Claimed, { holderId, unit }: RateLimit, now: number): boolean =>
  tokens.some((token) => token.holderId === holderId && token.unit === unit && token.startsAt < windowAt(unit, now));

/**
 * Of emails that are about to be handed over, those that may not: the window in which they took a token is over, and the
 * present one has none left at this moment. The others take one of the present window, so that no window sees more hand-overs than its
 * limit, however long an email waited for a connection. Only what is let go by now counts: else what a backlog claimed at a minute's
 * end would take the whole next minute in its first second. Reads nothing where no window is over.
 */
export const beyondLimit = async (session: Session, marks: readonly Claimed[], now: number): Promise<Set<Claimed>> => {
  const stale = marks.filter(({ tokens }) => tokens.some(({ unit, startsAt }) => startsAt < windowAt(unit, now)));
  const refused = new Set<Claimed>();
  if (stale.length === 0) return refused;
  const accounts = new Map(stale.map(({ account }) => [account.id, account]));
  const groups = await quotaGroupsHeld(session, [...new Set([...accounts.values()].flatMap(({ quotaGroupId }) => quotaGroupId ?? []))]);
  const limits = rateLimitsOf(accounts.values(), groups);
  const counters = await countersHeld(session, [...limits.values()].flat());
  const counts = new Map<string, Count>();
  const countOf = (limit: RateLimit): Count => {
    const key = limitKey(limit);
    const count = counts.get(key) ?? { limit, ...takenNow(limit.unit, counters.of(limit), now), more: 0 };
    counts.set(key, count);
    return count;
  };
  for (const one of stale) {
    const asked = (limits.get(one.account.id) ?? []).filter((limit) => isOver(one, limit, now)).map(countOf);
    if (asked.some(({ limit, startsAt, taken, more }) => tokensLeft(limit, { startsAt, taken: taken + more }, now) === 0)) refused.add(one);
    else for (const count of asked) count.more += 1;
  }
  for (const { limit, startsAt, taken, more } of counts.values()) if (more > 0) await writeTaken(session, limit, { startsAt, taken: taken + more });
  return refused;
};
