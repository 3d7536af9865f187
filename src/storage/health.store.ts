import type { HealthState } from '../domain/health.js';
import { AccountHealth } from '../domain/health.js';
import type { Session } from './orm.js';
import type { Bit } from './outbox-tables.js';

export const healthOf = async (session: Session, accountId: string): Promise<AccountHealth | null> => await session.findOne(AccountHealth, { accountId });

export const healthOfEach = async (session: Session, accountIds: readonly string[]): Promise<ReadonlyMap<string, AccountHealth>> => {
  const found = await session.find(AccountHealth, { accountId: { $in: [...accountIds] } });
  return new Map(found.map((one) => [one.accountId, one]));
};

/** Writes a health in place of the one before. Whoever does has locked its account. */
export const putHealth = async (session: Session, health: AccountHealth): Promise<void> => {
  const known = await healthOf(session, health.accountId);
  if (known === null) session.persist(health);
  else Object.assign(known, health);
  await session.flush();
};

/** Changes what is kept of an account's health, where anything is. */
export const changeHealth = async (session: Session, accountId: string, change: (health: AccountHealth) => Partial<AccountHealth>): Promise<void> => {
  const health = await healthOf(session, accountId);
  if (health === null) return;
  Object.assign(health, change(health));
  await session.flush();
};

/** What the question of who is due touches. */
interface DueTables {
  smtp_account: { id: string; sandbox: Bit; settings: string | null };
  account_health: { account_id: string; next_check_at: number };
}

/** Ids of posted accounts that no look was made at yet, then of those whose next is due, longest first; never the sandbox. */
export const accountsToLookAt = async (session: Session, now: number, but: readonly string[], limit: number): Promise<string[]> => {
  const due = session.getKysely<DueTables>({ type: 'read' }).selectFrom('smtp_account').leftJoin('account_health', 'account_health.account_id', 'smtp_account.id')
    .where('sandbox', '=', 0).where('settings', 'is not', null)
    .where((row) => row.or([row('next_check_at', 'is', null), row('next_check_at', '<=', now)]))
    .orderBy('next_check_at').orderBy('smtp_account.id').limit(limit).select('smtp_account.id as id');
  return (await (but.length === 0 ? due : due.where('smtp_account.id', 'not in', but)).execute()).map(({ id }) => id);
};

/** Accounts that are in a state, at most so many: what is watched is counted, and people are shown a list. */
export const accountIdsIn = async (session: Session, states: readonly HealthState[], limit: number): Promise<string[]> => {
  const found = await session.find(AccountHealth, { state: { $in: [...states] } }, { limit, orderBy: { since: 'desc' }, fields: ['accountId'] });
  return found.map(({ accountId }) => accountId);
};

export const forgetHealth = async (session: Session, accountId: string): Promise<void> => {
  await session.nativeDelete(AccountHealth, { accountId });
};
