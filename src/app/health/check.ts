import type { SmtpAccount } from '../../domain/account.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { refuse } from '../../domain/errors.js';
import { accountById } from '../../storage/account.store.js';
import { starterOf } from '../accounts/test.js';
import type { Outcome } from '../change.js';
import { change, found, outcomeOf } from '../change.js';
import type { House } from '../house.js';
import { lookAt } from './look.js';
import { healthIsOn } from './switched-on.js';

/**
 * Looks at an account now, also where its log-on was refused before: who asks may know that it was mended at the server. Throws
 * RATE_LIMITED, counted together with tests.
 */
export const checkSmtpAccountHealth = async (house: House, caller: SignedInCaller, id: string): Promise<Outcome<SmtpAccount>> => await outcomeOf(async () => {
  const account = found(await accountById(house.storage.read(), id), 'SMTP account');
  if (account.settings === null) refuse('NOT_POSTED', ['id'], 'This account has no posted settings yet');
  if (account.sandbox) refuse('WRONG_STATE', ['id'], 'The sandbox is on this machine: there is nothing to look at');
  if (!healthIsOn(house)) refuse('WRONG_STATE', ['id'], 'Accounts are not looked at here: POSTROOM_HEALTH_INTERVAL_MINUTES is 0');
  house.tests.count(starterOf(caller));
  await change(house, caller, async (desk) => { desk.audit('TESTED', { type: 'SMTP_ACCOUNT', id, name: account.name }, [{ field: 'mode', before: null, after: 'LOOK' }]); });
  await lookAt(house, account, { signal: house.tests.stopping, asked: true });
  return account;
});
