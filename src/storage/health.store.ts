import { SmtpAccount } from '../domain/account.js';
import type { HealthState } from '../domain/health.js';
import { AccountHealth } from '../domain/health.js';
import type { Session } from './orm.js';

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

/** Asks for a look soon: what was posted or resumed is to be seen working, or not. */
export const lookSoon = async (session: Session, accountId: string, now: number): Promise<void> => {
  await session.nativeUpdate(AccountHealth, { accountId }, { nextCheckAt: now });
};

/** Posted accounts that no look was made at yet, or whose next is due; never the sandbox. */
export const accountsToLookAt = async (session: Session, now: number, limit: number): Promise<SmtpAccount[]> => {
  const later = await session.find(AccountHealth, { nextCheckAt: { $gt: now } }, { fields: ['accountId'] });
  return await session.find(SmtpAccount, {
    sandbox: false, settings: { $ne: null }, id: { $nin: later.map(({ accountId }) => accountId) },
  }, { limit, orderBy: { id: 'asc' } });
};

/** Accounts that are in a state, at most so many: what is watched is counted, and people are shown a list. */
export const accountIdsIn = async (session: Session, states: readonly HealthState[], limit: number): Promise<string[]> => {
  const found = await session.find(AccountHealth, { state: { $in: [...states] } }, { limit, orderBy: { since: 'desc' }, fields: ['accountId'] });
  return found.map(({ accountId }) => accountId);
};

export const forgetHealth = async (session: Session, accountId: string): Promise<void> => {
  await session.nativeDelete(AccountHealth, { accountId });
};
