import { changesBetween } from '../../domain/audit-event.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { refuseIfAny } from '../../domain/errors.js';
import { textKey } from '../../domain/normalise.js';
import type { QuotaGroup } from '../../domain/quota-group.js';
import { quotaGroupForChange } from '../../storage/quota-group.store.js';
import type { Outcome } from '../change.js';
import { change, expectVersion, found } from '../change.js';
import type { House } from '../house.js';
import type { GroupWish } from './group-input.js';
import { groupFaults, limitsAfter } from './group-input.js';

/** Changes a quota group; its limits are those of the very next claim. */
export const updateQuotaGroup = async (
  house: House, caller: SignedInCaller, { id, version, input }: { id: string; version: number; input: GroupWish },
): Promise<Outcome<QuotaGroup>> => {
  const outcome = await change(house, caller, async (desk) => {
    const group = found(await quotaGroupForChange(desk.session, id), 'quota group');
    expectVersion(group, version);
    const before = { name: group.name, ...limitsAfter(group, { name: group.name }) };
    const after = { name: input.name.trim(), ...limitsAfter(group, input) };
    refuseIfAny(await groupFaults(desk.session, input.name, after, group));
    const changes = changesBetween(before, after);
    if (changes.length === 0) return group;
    Object.assign(group, after, { nameKey: textKey(after.name), version: group.version + 1 });
    desk.audit('UPDATED', { type: 'QUOTA_GROUP', id, name: group.name }, changes);
    return group;
  });
  house.wakeDelivery();
  return outcome;
};
