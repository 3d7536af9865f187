import { SmtpAccount } from '../domain/account.js';
import type { Session } from './orm.js';
import { outbox, shared } from './outbox.js';

/** By database: the accounts that were read last, each in the version that it had. Nobody changes these objects. */
const lastRead = new WeakMap<object, Map<string, SmtpAccount>>();

/** As many accounts as any company has; the whole book is forgotten when it is full. */
const KEPT_AT_MOST = 1_000;

/** An account's version as it stands in the database. */
interface Version { readonly id: string; readonly version: number; readonly updated_at: number }

/**
 * The accounts that have these versions, by id. Those that were read before in the same version are not read again:
 * accounts change seldom, and every email and every list asks for them. What is answered is for reading only.
 */
export const accountsOfVersions = async (session: Session, versions: readonly Version[]): Promise<ReadonlyMap<string, SmtpAccount>> => {
  const book = lastRead.get(session.getDriver()) ?? new Map<string, SmtpAccount>();
  lastRead.set(session.getDriver(), book);
  const accounts = new Map<string, SmtpAccount>();
  for (const { id, version, updated_at: updatedAt } of versions) {
    const known = book.get(id);
    if (known !== undefined && known.version === version && known.updatedAt === updatedAt) accounts.set(id, known);
  }
  const changed = versions.flatMap(({ id }) => (accounts.has(id) ? [] : [id]));
  if (changed.length === 0) return accounts;
  if (book.size + changed.length > KEPT_AT_MOST) book.clear();
  for (const account of await session.find(SmtpAccount, { id: { $in: changed } }, { disableIdentityMap: true })) {
    book.set(account.id, account);
    accounts.set(account.id, account);
  }
  return accounts;
};

/** Those of the ids that are accounts, as they stand until the transaction ends, by id; locked against change, in one order. */
export const accountsAsTheyStand = async (session: Session, ids: readonly string[]): Promise<ReadonlyMap<string, SmtpAccount>> => {
  if (ids.length === 0) return new Map();
  return await accountsOfVersions(session, await shared(session, outbox(session).selectFrom('smtp_account').where('id', 'in', ids)
    .select(['id', 'version', 'updated_at']).orderBy('id')).execute());
};
