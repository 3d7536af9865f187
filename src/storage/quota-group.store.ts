import { LockMode } from '@mikro-orm/core';
import { SmtpAccount } from '../domain/account.js';
import { textKey } from '../domain/normalise.js';
import { QuotaGroup } from '../domain/quota-group.js';
import type { Session } from './orm.js';

/** All quota groups, by name. */
export const allQuotaGroups = async (session: Session): Promise<QuotaGroup[]> => await session.find(QuotaGroup, {}, { orderBy: { nameKey: 'asc' } });

/** Every quota group, locked until the transaction ends. */
export const allQuotaGroupsForChange = async (session: Session): Promise<QuotaGroup[]> =>
  await session.find(QuotaGroup, {}, { orderBy: { nameKey: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });

/** Those of the ids that are quota groups. */
export const quotaGroupsByIds = async (session: Session, ids: readonly string[]): Promise<QuotaGroup[]> =>
  // As they are now: a session that lives on would answer a limit that was taken away as it was.
  (ids.length === 0 ? [] : await session.find(QuotaGroup, { id: { $in: [...ids] } }, { disableIdentityMap: true }));

/** As {@link quotaGroupsByIds}; none of these changes or is erased until the transaction ends. */
export const quotaGroupsHeld = async (session: Session, ids: readonly string[]): Promise<QuotaGroup[]> => (ids.length === 0 ? []
  : await session.find(QuotaGroup, { id: { $in: [...ids] } }, { lockMode: LockMode.PESSIMISTIC_READ, orderBy: { id: 'asc' } }));

export const quotaGroupForChange = async (session: Session, id: string): Promise<QuotaGroup | null> =>
  await session.findOne(QuotaGroup, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });

export const quotaGroupByName = async (session: Session, name: string): Promise<QuotaGroup | null> =>
  await session.findOne(QuotaGroup, { nameKey: textKey(name) });

export const addQuotaGroup = (session: Session, group: QuotaGroup): void => {
  session.persist(group);
};

export const removeQuotaGroup = (session: Session, group: QuotaGroup): void => {
  session.remove(group);
};

/** The accounts that share the quota of each of these groups, by number. */
export const accountsOfGroups = async (session: Session, ids: readonly string[]): Promise<SmtpAccount[]> =>
  (ids.length === 0 ? [] : await session.find(SmtpAccount, { quotaGroupId: { $in: [...ids] } }, { orderBy: { numberSort: 'asc' } }));
