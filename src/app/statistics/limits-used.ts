import type { SmtpAccountRef } from '../../domain/account.js';
import { refOf } from '../../domain/account.js';
import type { RateUnit } from '../../domain/rate-limits.js';
import { takenNow } from '../../domain/rate-limits.js';
import { limitedAccounts } from '../../storage/account.store.js';
import { quotaGroupsByIds } from '../../storage/quota-group.store.js';
import { countersOf } from '../../storage/rate-counter.store.js';
import { rateLimitsOf } from '../delivery/rate-limits-of.js';
import type { House } from '../house.js';

/** A limit of an account, its own or that of its quota group, and what is taken of the window that is going on. */
export interface LimitUse { readonly account: SmtpAccountRef; readonly unit: RateUnit; readonly most: number; readonly taken: number }

export const limitsUsed = async (house: House): Promise<LimitUse[]> => {
  const session = house.storage.read();
  const accounts = await limitedAccounts(session);
  const limits = rateLimitsOf(accounts, await quotaGroupsByIds(session, [...new Set(accounts.flatMap(({ quotaGroupId }) => quotaGroupId ?? []))]));
  const counters = await countersOf(session, [...new Set([...limits.values()].flat().map(({ holderId }) => holderId))]);
  return accounts.flatMap((account) => (limits.get(account.id) ?? []).map((limit) => ({
    account: refOf(account), unit: limit.unit, most: limit.most, taken: takenNow(limit.unit, counters.of(limit), house.now()).taken,
  })));
};
