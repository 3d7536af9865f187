import type { SmtpAccount } from '../../domain/account.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { refuse } from '../../domain/errors.js';
import { accountForChange, accountUses, removeAccount } from '../../storage/account.store.js';
import type { Outcome } from '../change.js';
import { change, expectVersion, found } from '../change.js';
import type { House } from '../house.js';
import { usesShownTo } from '../uses.js';

/** Erases an account that nothing needs any more; where something does, RECORD_IN_USE says what. */
export const eraseSmtpAccount = async (
  house: House, caller: SignedInCaller, input: { id: string; version: number },
): Promise<Outcome<SmtpAccount>> => await change(house, caller, async (desk) => {
  const account = found(await accountForChange(desk.session, input.id), 'SMTP account');
  expectVersion(account, input.version);
  const uses = await accountUses(desk.session, account.id);
  if (uses.length > 0) {
    refuse('RECORD_IN_USE', ['id'], `Account ${account.number} ${account.name} is in use`, usesShownTo(caller, uses));
  }
  await removeAccount(desk.session, account);
  desk.audit('ERASED', { type: 'SMTP_ACCOUNT', id: account.id, name: account.name }, [
    { field: 'number', before: account.number, after: null }, { field: 'name', before: account.name, after: null },
  ]);
  return account;
});
