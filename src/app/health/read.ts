import { refOf, type SmtpAccountRef } from '../../domain/account.js';
import type { SignedInCaller } from '../../domain/caller.js';
import type { AccountHealth, HealthState } from '../../domain/health.js';
import { may } from '../../domain/permission.js';
import { accountsByIds } from '../../storage/account.store.js';
import { accountIdsIn, healthOfEach } from '../../storage/health.store.js';
import type { House } from '../house.js';
import { healthIsOn } from './switched-on.js';

/** The health of each of these accounts that was looked at. */
export const healthsOf = async (house: House, accountIds: readonly string[]): Promise<ReadonlyMap<string, AccountHealth>> =>
  (healthIsOn(house) ? await healthOfEach(house.storage.read(), accountIds) : new Map());

/** What a front end shows on every page. */
export interface AccountAlert { readonly state: HealthState; readonly account: SmtpAccountRef; readonly message: string; readonly since: number }

const SHOWN_MAX = 50;

/** Accounts that fail, then those with a warning; nothing for who may not see accounts. */
export const accountAlerts = async (house: House, caller: SignedInCaller): Promise<AccountAlert[]> => {
  if (!healthIsOn(house) || !may(caller.rights, 'SMTP_ACCOUNTS', 'access')) return [];
  const session = house.storage.read();
  const ids = [...await accountIdsIn(session, ['FAILING'], SHOWN_MAX), ...await accountIdsIn(session, ['WARNING'], SHOWN_MAX)].slice(0, SHOWN_MAX);
  const [healths, accounts] = [await healthOfEach(session, ids), await accountsByIds(session, ids)];
  return ids.flatMap((id) => {
    const [health, account] = [healths.get(id), accounts.get(id)];
    if (health === undefined || account === undefined) return [];
    const message = health.diagnosis?.cause ?? health.warnings.map((one) => one.message).join(' ');
    return [{ state: health.state, account: refOf(account), message, since: health.since }];
  });
};

/** How many accounts fail, as far as one cares to count; for monitoring. */
export const failingAccounts = async (house: House): Promise<number> =>
  (healthIsOn(house) ? (await accountIdsIn(house.storage.read(), ['FAILING'], 1_000)).length : 0);
