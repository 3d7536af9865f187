import { Alert } from '../../domain/alert.js';
import type { SmtpAccount } from '../../domain/account.js';
import type { AlertText, Look } from '../../domain/health.js';
import { AccountHealth, judgeLook } from '../../domain/health.js';
import { addAlerts } from '../../storage/alert.store.js';
import { healthOf, putHealth } from '../../storage/health.store.js';
import type { Session } from '../../storage/orm.js';
import type { House } from '../house.js';

const MINUTE_MS = 60_000;

/** Accounts that were posted together are not all looked at in the same minute for ever. */
const nextCheck = ({ config }: House, at: number): number => at + Math.round(config.healthIntervalMinutes * MINUTE_MS * (0.75 + Math.random() / 2));

const alertsOf = (house: House, { id, number, name }: SmtpAccount, texts: readonly AlertText[], at: number): Alert[] => texts.map(({ kind, message }) =>
  new Alert({ id: house.newId(), kind, message, at, accountId: id, accountNumber: number, accountName: name, nextPostAt: at }));

/**
 * Writes down what a look came to, and what is to be told of it, in the transaction of a caller that has locked the account. The caller
 * wakes who tells it, once that is committed.
 */
export const noteLook = async (house: House, session: Session, account: SmtpAccount, look: Look): Promise<void> => {
  const before = await healthOf(session, account.id) ?? new AccountHealth({ accountId: account.id, since: look.at, nextCheckAt: look.at });
  const { health, alerts } = judgeLook(before, look);
  health.nextCheckAt = nextCheck(house, look.at);
  await putHealth(session, health);
  addAlerts(session, alertsOf(house, account, alerts, look.at));
};
