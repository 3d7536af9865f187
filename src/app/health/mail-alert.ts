import type { SmtpAccount } from '../../domain/account.js';
import { BLANK_SETTINGS, senderOf } from '../../domain/account-settings.js';
import type { Alert } from '../../domain/alert.js';
import { alertSubject } from '../../domain/alert.js';
import { allAccounts } from '../../storage/account.store.js';
import { configuration } from '../../storage/configuration.store.js';
import { activeEmployees } from '../../storage/employee.store.js';
import { healthOfEach } from '../../storage/health.store.js';
import { accessHolders } from '../access-records/holders.js';
import { sendEmail } from '../emails/send.js';
import { COMMAND } from '../first-start.js';
import type { House } from '../house.js';

const RECIPIENTS_MAX = 50;
const WATCHER = { ...COMMAND, name: 'Postroom' };

/** Those who can mend it: active employees who hold SMTP_ACCOUNTS modify, by their own records or by roles. */
const recipients = async (house: House): Promise<string[]> => {
  const holders = await accessHolders(house, 'SMTP_ACCOUNTS', 'modify');
  const employees = await activeEmployees(house.storage.read(), holders.filter(({ kind }) => kind === 'EMPLOYEE').map(({ id }) => id));
  return employees.map(({ email }) => email).slice(0, RECIPIENTS_MAX);
};

/** An account that works, and not the one that this is about: the default first. Null: mail is no way to tell it. */
const wayOut = async (house: House, alert: Alert): Promise<SmtpAccount | null> => {
  const session = house.storage.read();
  const { defaultAccountId } = await configuration(session);
  const usable = (await allAccounts(session)).filter((one) => one.usable && !one.sandbox && one.id !== alert.accountId);
  const health = await healthOfEach(session, usable.map(({ id }) => id));
  const working = usable.filter(({ id }) => health.get(id)?.state !== 'FAILING');
  return working.find(({ id }) => id === defaultAccountId) ?? working[0] ?? null;
};

const textOf = (alert: Alert): string => [
  `${alertSubject(alert)}.`, alert.message,
  `Seen at ${new Date(alert.at).toISOString()}. Open SMTP account ${alert.accountNumber} in Postroom for what to do about it.`,
].join('\n\n');

/** Sends an alert by email, once, where there is a way and somebody to tell. */
export const mailAlert = async (house: House, alert: Alert): Promise<void> => {
  const [to, account] = [await recipients(house), await wayOut(house, alert)];
  if (to.length === 0 || account === null) {
    house.log.warn({ alertId: alert.id, kind: alert.kind, account: alert.accountNumber }, 'An alert cannot be told by email: there is nobody, or no other account that works');
    return;
  }
  const from = senderOf(account.settings ?? BLANK_SETTINGS).address;
  const { faults } = await sendEmail(house, WATCHER, {
    to, subject: alertSubject(alert), text: textOf(alert), area: 'ALERTS', accountId: account.id, idempotencyKey: `alert ${alert.id}`, priority: 'HIGH',
    ...(from === null ? {} : { from }),
  });
  if (faults.length > 0) house.log.error({ alertId: alert.id, faults }, 'An alert could not be sent by email');
};
