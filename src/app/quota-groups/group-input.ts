import type { MessageLimits } from '../../domain/carriage-settings.js';
import { messageLimitFaults } from '../../domain/carriage-settings.js';
import type { Fault } from '../../domain/errors.js';
import type { QuotaGroup } from '../../domain/quota-group.js';
import type { Session } from '../../storage/orm.js';
import { quotaGroupByName } from '../../storage/quota-group.store.js';
import { nameFaults } from '../accounts/number-and-name.js';

/** A quota group as a caller gives it: a limit left out stays as it is, null takes it away. */
export type GroupWish = { readonly name: string } & { readonly [Field in keyof MessageLimits]?: number | null | undefined };

/** The limits with the wish laid over them. */
export const limitsAfter = (before: MessageLimits, wish: GroupWish): MessageLimits => {
  const kept = (given: number | null | undefined, now: number | null): number | null => (given === undefined ? now : given);
  return {
    messagesPerMinute: kept(wish.messagesPerMinute, before.messagesPerMinute), messagesPerHour: kept(wish.messagesPerHour, before.messagesPerHour),
    messagesPerDay: kept(wish.messagesPerDay, before.messagesPerDay),
  };
};

/** Faults of a group's name and limits; NAME_TAKEN by any but `self`. */
export const groupFaults = async (session: Session, name: string, after: MessageLimits, self: QuotaGroup | null): Promise<Fault[]> => {
  const faults = nameFaults(name, ['input', 'name']);
  const same = faults.length > 0 ? null : await quotaGroupByName(session, name);
  return [
    ...faults,
    ...(same !== null && same.id !== self?.id ? [{ code: 'NAME_TAKEN' as const, path: ['input', 'name'], message: `There is a quota group ${same.name}` }] : []),
    ...messageLimitFaults(after, ['input']),
  ];
};
