import { secretExpiresOn } from '../../domain/account-settings.js';
import { Alert } from '../../domain/alert.js';
import type { SmtpAccount } from '../../domain/account.js';
import type { AlertText, Seen } from '../../domain/health.js';
import { AccountHealth } from '../../domain/health.js';
import { judgeLook } from '../../domain/judge-look.js';
import { addAlerts } from '../../storage/alert.store.js';
import { carriedSince } from '../../storage/email-fallback.store.js';
import { healthOf, putHealth } from '../../storage/health.store.js';
import type { Session } from '../../storage/orm.js';
import type { House } from '../house.js';
import { faultThatStands } from './standing.js';
import { healthIsOn } from './switched-on.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Accounts that were posted together are not all looked at in the same minute for ever. */
const nextCheck = ({ config }: House, at: number): number => at + Math.round(config.healthIntervalMinutes * MINUTE_MS * (0.75 + Math.random() / 2));

const alertsOf = (house: House, { id, number, name }: SmtpAccount, texts: readonly AlertText[], at: number): Alert[] => texts.map(({ kind, message }) =>
  new Alert({ id: house.newId(), kind, message, at, accountId: id, accountNumber: number, accountName: name, nextPostAt: at }));

/**
 * Writes down what was seen of an account, and what is to be told of it, in the transaction of a caller that has locked the account. The
 * caller wakes who tells it, once that is committed. The sandbox is on this machine, and nobody has to look after it.
 */
export const noteLook = async (house: House, session: Session, account: SmtpAccount, seen: Seen): Promise<void> => {
  if (!healthIsOn(house) || account.sandbox) return;
  const at = house.now();
  const before = await healthOf(session, account.id) ?? new AccountHealth({ accountId: account.id, since: at, nextCheckAt: at });
  const { health, alerts } = judgeLook(before, {
    ...seen, at, standing: await faultThatStands(session, before, account, seen.reached),
    secretExpiresOn: account.settings === null ? null : secretExpiresOn(account.settings),
    byFallback: (await carriedSince(session, [account.id], at - DAY_MS)).get(account.id) ?? 0,
  });
  health.nextCheckAt = nextCheck(house, at);
  await putHealth(session, health);
  addAlerts(session, alertsOf(house, account, alerts, at));
};
