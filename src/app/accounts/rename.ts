import type { SmtpAccount } from '../../domain/account.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { refuseIfAny } from '../../domain/errors.js';
import { accountForChange, setAccountKeys } from '../../storage/account.store.js';
import type { Outcome } from '../change.js';
import { change, expectVersion, found } from '../change.js';
import type { House } from '../house.js';
import { nameFaults, takenFaults } from './number-and-name.js';

/** Gives an account another name. Its number never changes. */
export const renameSmtpAccount = async (
  house: House, caller: SignedInCaller, input: { id: string; name: string; version: number },
): Promise<Outcome<SmtpAccount>> => await change(house, caller, async (desk) => {
  refuseIfAny(nameFaults(input.name, ['name']));
  const account = found(await accountForChange(desk.session, input.id), 'SMTP account');
  expectVersion(account, input.version);
  const name = input.name.trim();
  refuseIfAny(await takenFaults(desk.session, { name }, account, []));
  const before = account.name;
  account.name = name;
  account.version += 1;
  account.updatedAt = desk.now;
  setAccountKeys(account);
  desk.audit('RENAMED', { type: 'SMTP_ACCOUNT', id: account.id, name }, [{ field: 'name', before, after: name }]);
  return account;
});
