import { SmtpAccount } from '../domain/account.js';
import type { Session } from './orm.js';
import { outbox, shared } from './outbox.js';

/** By database: the accounts that were read last, each in the version that it had. Nobody changes these objects. */
const lastRead = new WeakMap<object, Map<string, SmtpAccount>>();

/** As many accounts as any company has; the whole book is forgotten when it is full. */
const KEPT_AT_MOST = 1_000;

/**
 * Those of the ids that are accounts, as they stand until the transaction ends, by id; locked against change, in one order.
 * Every email that is accepted or claimed asks this, and accounts change seldom: only the version is read where the one that
 * was read before has the same. What is answered is for reading only.
 */
export const accountsAsTheyStand = async (session: Session, ids: readonly string[]): Promise<ReadonlyMap<string, SmtpAccount>> => {
  if (ids.length === 0) return new Map();
  const versions = await shared(session, outbox(session).selectFrom('smtp_account').where('id', 'in', ids)
    .select(['id', 'version', 'updated_at']).orderBy('id')).execute();
  const book = lastRead.get(session.getDriver()) ?? new Map<string, SmtpAccount>();
  if (book.size > KEPT_AT_MOST) book.clear();
  lastRead.set(session.getDriver(), book);
  const stands = ({ id, version, updated_at: updatedAt }: { id: string; version: number; updated_at: number }): boolean => {
    const known = book.get(id);
    return known !== undefined && known.version === version && known.updatedAt === updatedAt;
  };
  const changed = versions.filter((row) => !stands(row)).map(({ id }) => id);
  const read = changed.length === 0 ? [] : await session.find(SmtpAccount, { id: { $in: changed } }, { disableIdentityMap: true });
  for (const account of read) book.set(account.id, account);
  return new Map(versions.flatMap(({ id }) => {
    const account = book.get(id);
    return account === undefined ? [] : [[id, account] as const];
  }));
};
