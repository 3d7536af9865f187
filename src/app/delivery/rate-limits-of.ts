import type { SmtpAccount } from '../../domain/account.js';
import type { QuotaGroup } from '../../domain/quota-group.js';
import type { RateLimit } from '../../domain/rate-limits.js';
import { limitsOf } from '../../domain/rate-limits.js';

/** The limits under which each account hands over: its own, and those of the quota that it shares. */
export const rateLimitsOf = (accounts: Iterable<SmtpAccount>, groups: readonly QuotaGroup[]): Map<string, RateLimit[]> => {
  const shared = new Map(groups.map((group) => [group.id, limitsOf(group.id, group)]));
  return new Map([...accounts].filter(({ limited }) => limited).map((account) => [
    account.id, [...(account.settings === null ? [] : limitsOf(account.id, account.settings)), ...shared.get(account.quotaGroupId ?? '') ?? []],
  ]));
};
