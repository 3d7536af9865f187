import { LockMode } from '@mikro-orm/core';
import { SmtpAccount } from '../domain/account.js';
import type { RecordRef } from '../domain/errors.js';
import { naturalSortKey, textKey } from '../domain/normalise.js';
import { RetiredNumberRow } from './entities/installation.entity.js';
import { forgetAlertsOf } from './alert.store.js';
import { forgetHealth } from './health.store.js';
import { forgetTests } from './account-test.store.js';
import { forgetToken } from './oauth-token.store.js';
import type { Session } from './orm.js';
import type { OutboxTables } from './outbox-tables.js';
import { outboxToRead } from './outbox.js';
import { forgetCounters } from './rate-counter.store.js';
import { accountsOfVersions } from './standing-accounts.js';

const byId = (accounts: readonly SmtpAccount[]): ReadonlyMap<string, SmtpAccount> => new Map(accounts.map((account) => [account.id, account]));

export const accountById = async (session: Session, id: string): Promise<SmtpAccount | null> =>
  await session.findOne(SmtpAccount, { id });

/** The account, locked until the transaction ends: what is read before a change must still hold when it is written. */
export const accountForChange = async (session: Session, id: string): Promise<SmtpAccount | null> =>
  await session.findOne(SmtpAccount, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** Those of the ids that are accounts; none of these can be erased until the transaction ends. */
export const accountsHeld = async (session: Session, ids: readonly string[]): Promise<ReadonlyMap<string, SmtpAccount>> => byId(
  ids.length === 0 ? [] : await session.find(SmtpAccount, { id: { $in: ids } }, { lockMode: LockMode.PESSIMISTIC_READ, orderBy: { id: 'asc' } }));

/** Those of the ids that are accounts, by id. */
export const accountsByIds = async (session: Session, ids: readonly string[]): Promise<ReadonlyMap<string, SmtpAccount>> =>
  byId(ids.length === 0 ? [] : await session.find(SmtpAccount, { id: { $in: ids } }));

export const accountByNumber = async (session: Session, number: string): Promise<SmtpAccount | null> =>
  await session.findOne(SmtpAccount, { numberKey: textKey(number) });

export const accountByName = async (session: Session, name: string): Promise<SmtpAccount | null> =>
  await session.findOne(SmtpAccount, { nameKey: textKey(name) });

export const allAccounts = async (session: Session): Promise<SmtpAccount[]> =>
  await session.find(SmtpAccount, {}, { orderBy: { numberSort: 'asc' } });

/** Accounts whose messages are counted; for reading only. Asked at every look for work, so only their versions are read where they are at hand. */
export const limitedAccounts = async (session: Session): Promise<SmtpAccount[]> =>
  [...(await accountsOfVersions(session, await outboxToRead(session).selectFrom('smtp_account').where('limited', '=', 1).select(['id', 'version', 'updated_at']).execute())).values()];

/** As {@link limitedAccounts}, those of some ids. */
export const accountsToRead = async (session: Session, ids: readonly string[]): Promise<ReadonlyMap<string, SmtpAccount>> => (ids.length === 0 ? new Map()
  : await accountsOfVersions(session, await outboxToRead(session).selectFrom('smtp_account').where('id', 'in', ids).select(['id', 'version', 'updated_at']).execute()));

/** Every account, locked until the transaction ends. */
export const allAccountsForChange = async (session: Session): Promise<SmtpAccount[]> =>
  await session.find(SmtpAccount, {}, { orderBy: { numberSort: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });

export const addAccount = (session: Session, account: SmtpAccount): void => {
  session.persist(account);
};

/** Removes an account and retires its number, which is not offered again. */
export const removeAccount = async (session: Session, account: SmtpAccount): Promise<void> => {
  const retired = { kind: 'SMTP_ACCOUNT' as const, numberKey: account.numberKey };
  await session.createQueryBuilder(RetiredNumberRow).insert(retired).onConflict(['kind', 'numberKey']).ignore().execute();
  session.remove(account);
  await forgetCounters(session, account.id);
  await forgetToken(session, account.id);
  await forgetTests(session, account.id);
  await forgetHealth(session, account.id);
  await forgetAlertsOf(session, account.id);
};

/** The keys that follow from number, name and settings; set whenever one of these is. */
export const setAccountKeys = (account: SmtpAccount): void => {
  account.numberKey = textKey(account.number);
  account.numberSort = naturalSortKey(account.number);
  account.nameKey = textKey(account.name);
  const { server, emailFrom, sendGridEmailFrom } = account.settings ?? { server: null, emailFrom: null, sendGridEmailFrom: null };
  account.searchKey = textKey([account.number, account.name, server, emailFrom, sendGridEmailFrom].filter((part) => part !== null).join(' '))
    .slice(0, 1000);
  const { settings } = account;
  account.fallbackId = settings?.fallbackAccountId ?? null;
  account.quotaGroupId = settings?.quotaGroupId ?? null;
  account.limited = [settings?.messagesPerMinute, settings?.messagesPerHour, settings?.messagesPerDay, settings?.quotaGroupId].some((one) => one != null);
};

/** The lowest whole number that no account has or had. */
export const nextAccountNumber = async (session: Session): Promise<string> => {
  const used = await session.find(SmtpAccount, {}, { fields: ['numberKey'] });
  const retired = await session.find(RetiredNumberRow, { kind: 'SMTP_ACCOUNT' });
  const taken = new Set([...used, ...retired].map((row) => row.numberKey));
  let number = 1;
  while (taken.has(String(number))) number += 1;
  return String(number);
};

/** The accounts that something needs: the default, overrides, fallbacks, unsent emails that pin one. */
export const idsInUse = async (session: Session): Promise<string[]> => {
  const db = session.getKysely<OutboxTables & { smtp_configuration: { default_account_id: string | null }; area_override: { account_id: string }; smtp_account: { fallback_id: string | null } }>({ type: 'read' });
  const [defaults, overrides, fallbacks, pinned] = await Promise.all([
    db.selectFrom('smtp_configuration').select('default_account_id as id').execute(),
    db.selectFrom('area_override').select('account_id as id').distinct().execute(),
    db.selectFrom('smtp_account').where('fallback_id', 'is not', null).select('fallback_id as id').distinct().execute(),
    db.selectFrom('dispatch').innerJoin('email', 'email.id', 'dispatch.email_id').where('email.pinned_account_id', 'is not', null)
      .select('email.pinned_account_id as id').distinct().execute(),
  ]);
  return [...defaults, ...overrides, ...fallbacks, ...pinned].flatMap(({ id }) => (id === null ? [] : [id]));
};

/** Where an account is used, so that it cannot be erased: default, overrides, accounts whose fallback it is, unsent emails that pin it. */
export const accountUses = async (session: Session, id: string): Promise<RecordRef[]> => {
  const db = session.getKysely<OutboxTables & { smtp_configuration: { default_account_id: string | null }; area_override: { area: string; account_id: string }; email_area: { code: string; name: string } }>({ type: 'read' });
  const isDefault = await db.selectFrom('smtp_configuration').where('default_account_id', '=', id).select('default_account_id').executeTakeFirst();
  const overrides = await db.selectFrom('area_override').innerJoin('email_area', 'email_area.code', 'area_override.area')
    .where('account_id', '=', id).select(['code', 'name']).orderBy('code').execute();
  const pinned = await db.selectFrom('dispatch').innerJoin('email', 'email.id', 'dispatch.email_id').where('email.pinned_account_id', '=', id)
    .select(['email.id as id', 'email.subject as name']).limit(20).execute();
  const carried = await session.find(SmtpAccount, { fallbackId: id }, { orderBy: { numberSort: 'asc' }, limit: 20 });
  return [
    ...(isDefault ? [{ type: 'Default account', id: 'smtp', name: 'SMTP configuration' }] : []),
    ...overrides.map(({ code, name }) => ({ type: 'Override', id: code, name })),
    ...carried.map((account) => ({ type: 'Fallback', id: account.id, name: `${account.number} ${account.name}` })),
    ...pinned.map((email) => ({ type: 'Unsent email', ...email })),
  ];
};
