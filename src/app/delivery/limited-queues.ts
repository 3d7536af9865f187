import type { LimitedQueue } from '../../domain/email-batch.js';
import { limitKey } from '../../domain/rate-limits.js';
import { limitedAccounts } from '../../storage/account.store.js';
import { waitingByAccount } from '../../storage/due.store.js';
import type { Session } from '../../storage/orm.js';
import { quotaGroupsByIds } from '../../storage/quota-group.store.js';
import { countersOf } from '../../storage/rate-counter.store.js';
import { rateLimitsOf } from './rate-limits-of.js';

/** The limits of some accounts, each with what was taken of it and all that waits for it: also through accounts that share it. `until`: what may go by then. */
export const limitedQueues = async (session: Session, accountIds: readonly string[], until: number): Promise<LimitedQueue[]> => {
  const accounts = accountIds.length === 0 ? [] : await limitedAccounts(session);
  const groups = await quotaGroupsByIds(session, [...new Set(accounts.flatMap(({ quotaGroupId }) => quotaGroupId ?? []))]);
  const limits = rateLimitsOf(accounts, groups);
  const own = new Map(accountIds.flatMap((id) => limits.get(id) ?? []).map((limit) => [limitKey(limit), limit]));
  if (own.size === 0) return [];
  const counters = await countersOf(session, [...new Set([...own.values()].map(({ holderId }) => holderId))]);
  const waiting = await waitingByAccount(session, accounts.map(({ id }) => id), until);
  return [...own.values()].map((limit) => ({
    limit, counter: counters.of(limit),
    waiting: accounts.filter(({ id, quotaGroupId }) => id === limit.holderId || quotaGroupId === limit.holderId).reduce((sum, { id }) => sum + (waiting.get(id) ?? 0), 0),
  }));
};
