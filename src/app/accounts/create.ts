import { SmtpAccount } from '../../domain/account.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { refuseIfAny } from '../../domain/errors.js';
import { addAccount, nextAccountNumber, setAccountKeys } from '../../storage/account.store.js';
import { lockNewAccounts } from '../../storage/installation-lock.store.js';
import type { Outcome } from '../change.js';
import { change } from '../change.js';
import type { House } from '../house.js';
import { nameFaults, numberFaults, takenFaults } from './number-and-name.js';

export interface CreateInput { readonly number?: string | null | undefined; readonly name: string }

/** Makes a record with the offered number or one of the user's own. It has no settings until the first post. */
export const createSmtpAccount = async (house: House, caller: SignedInCaller, input: CreateInput): Promise<Outcome<SmtpAccount>> =>
  await change(house, caller, async (desk) => {
    await lockNewAccounts(desk.session);
    const wanted = input.number?.trim() || null;
    refuseIfAny([
      ...(wanted === null ? [] : numberFaults(wanted, ['input', 'number'])),
      ...nameFaults(input.name, ['input', 'name']),
    ]);
    const number = wanted ?? await nextAccountNumber(desk.session);
    const name = input.name.trim();
    // An offered number that an import took meanwhile is nobody's fault: the key refuses it, and the work is done anew.
    refuseIfAny(await takenFaults(desk.session, { ...(wanted === null ? {} : { number }), name }, null, ['input']));
    const account = new SmtpAccount({
      id: desk.newId(), number, name, createdAt: desk.now, updatedAt: desk.now,
      createdById: caller.kind === 'EMPLOYEE' ? caller.id : null,
    });
    setAccountKeys(account);
    addAccount(desk.session, account);
    desk.audit('CREATED', { type: 'SMTP_ACCOUNT', id: account.id, name }, [
      { field: 'number', before: null, after: number }, { field: 'name', before: null, after: name },
    ]);
    return account;
  });
