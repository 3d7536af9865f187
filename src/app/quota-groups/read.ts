import type { SmtpAccountRef } from '../../domain/account.js';
import { refOf } from '../../domain/account.js';
import type { QuotaGroup } from '../../domain/quota-group.js';
import { accountsOfGroups, allQuotaGroups, quotaGroupsByIds } from '../../storage/quota-group.store.js';
import type { House } from '../house.js';

/** All quota groups, by name. */
export const quotaGroups = async (house: House): Promise<QuotaGroup[]> => await allQuotaGroups(house.storage.read());

/** Quota groups by id. */
export const quotaGroupsOf = async (house: House, ids: readonly string[]): Promise<Map<string, QuotaGroup>> =>
  new Map((await quotaGroupsByIds(house.storage.read(), ids)).map((group) => [group.id, group]));

/** The accounts that share each quota, by number. */
export const accountsSharing = async (house: House, ids: readonly string[]): Promise<Map<string, SmtpAccountRef[]>> => {
  const accounts = Map.groupBy(await accountsOfGroups(house.storage.read(), ids), ({ quotaGroupId }) => quotaGroupId ?? '');
  return new Map([...accounts].map(([id, sharing]) => [id, sharing.map(refOf)]));
};
