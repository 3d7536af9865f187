import { changesBetween } from '../../domain/audit-event.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { BLANK_CARRIAGE } from '../../domain/carriage-settings.js';
import { refuseIfAny } from '../../domain/errors.js';
import { textKey } from '../../domain/normalise.js';
import { QuotaGroup } from '../../domain/quota-group.js';
import { addQuotaGroup } from '../../storage/quota-group.store.js';
import type { Outcome } from '../change.js';
import { change } from '../change.js';
import type { House } from '../house.js';
import type { GroupWish } from './group-input.js';
import { groupFaults, limitsAfter } from './group-input.js';

/** Makes a quota group. It counts once the settings of accounts name it. */
export const createQuotaGroup = async (house: House, caller: SignedInCaller, input: GroupWish): Promise<Outcome<QuotaGroup>> =>
  await change(house, caller, async (desk) => {
    const limits = limitsAfter(BLANK_CARRIAGE, input);
    refuseIfAny(await groupFaults(desk.session, input.name, limits, null));
    const name = input.name.trim();
    const group = new QuotaGroup({ id: desk.newId(), name, nameKey: textKey(name), ...limits, createdAt: desk.now });
    addQuotaGroup(desk.session, group);
    desk.audit('CREATED', { type: 'QUOTA_GROUP', id: group.id, name }, changesBetween({}, { name, ...limits }));
    return group;
  });
