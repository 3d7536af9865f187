import { messageLimitFaults } from '../../domain/carriage-settings.js';
import { changesBetween } from '../../domain/audit-event.js';
import type { Fault } from '../../domain/errors.js';
import { textKey } from '../../domain/normalise.js';
import { QuotaGroup } from '../../domain/quota-group.js';
import type { TransferQuotaGroup } from '../../domain/transfer.js';
import { nameFaults } from '../accounts/number-and-name.js';
import type { Plan, Planned, World } from './plan.js';
import { invalid, repeated } from './plan.js';

const KIND = 'quotaGroups';

const planOne = (item: TransferQuotaGroup, world: World): Planned<QuotaGroup> => {
  const existing = world.quotaGroups.find(({ nameKey }) => nameKey === textKey(item.name));
  const name = item.name.trim();
  const record = existing ?? new QuotaGroup({ id: world.newId(), createdAt: world.now, version: 0 });
  const { messagesPerMinute, messagesPerHour, messagesPerDay } = item;
  const limits = { messagesPerMinute, messagesPerHour, messagesPerDay };
  const before = existing === undefined ? {} : {
    name: existing.name, messagesPerMinute: existing.messagesPerMinute, messagesPerHour: existing.messagesPerHour, messagesPerDay: existing.messagesPerDay,
  };
  const changes = changesBetween(before, { name, ...limits });
  const action = existing === undefined ? 'NEW' : changes.length > 0 ? 'UPDATED' : 'UNCHANGED';
  return {
    entry: { kind: 'QUOTA_GROUP', label: `Quota group ${name}`, action, changes }, record, renamed: false,
    write: () => {
      Object.assign(record, limits, { name, nameKey: textKey(name), version: record.version + 1 });
    },
  };
};

/** Quota groups are matched by name, and get the limits of the file. */
export const planQuotaGroups = (items: readonly TransferQuotaGroup[], world: World): Plan<QuotaGroup> => ({
  faults: [
    ...repeated(items.map(({ name }) => name)).map((at) => invalid(`Quota group ${items[at]?.name} is in the file twice`, KIND, at, 'name')),
    ...items.flatMap((item, at): Fault[] => [...nameFaults(item.name, [KIND, String(at), 'name']), ...messageLimitFaults(item, [KIND, String(at)])]),
  ],
  planned: items.map((item) => planOne(item, world)),
  reenter: [], remarks: [],
});
