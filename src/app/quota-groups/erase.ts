import type { SignedInCaller } from '../../domain/caller.js';
import { refuse } from '../../domain/errors.js';
import type { QuotaGroup } from '../../domain/quota-group.js';
import { accountsOfGroups, quotaGroupForChange, removeQuotaGroup } from '../../storage/quota-group.store.js';
import { forgetCounters } from '../../storage/rate-counter.store.js';
import type { Outcome } from '../change.js';
import { change, expectVersion, found } from '../change.js';
import type { House } from '../house.js';

const NAMED_AT_MOST = 20;

/** Erases a quota group that no account names any more; where some do, RECORD_IN_USE says which. */
export const eraseQuotaGroup = async (
  house: House, caller: SignedInCaller, { id, version }: { id: string; version: number },
): Promise<Outcome<QuotaGroup>> => await change(house, caller, async (desk) => {
  const group = found(await quotaGroupForChange(desk.session, id), 'quota group');
  expectVersion(group, version);
  const accounts = await accountsOfGroups(desk.session, [id]);
  if (accounts.length > 0) {
    const usedBy = accounts.slice(0, NAMED_AT_MOST).map((account) => ({ type: 'SMTP account', id: account.id, name: account.name }));
    refuse('RECORD_IN_USE', ['id'], `Accounts share the quota ${group.name}`, usedBy);
  }
  removeQuotaGroup(desk.session, group);
  await forgetCounters(desk.session, id);
  desk.audit('ERASED', { type: 'QUOTA_GROUP', id, name: group.name }, [{ field: 'name', before: group.name, after: null }]);
  return group;
});
