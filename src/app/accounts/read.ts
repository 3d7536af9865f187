import type { SmtpAccount } from '../../domain/account.js';
import type { SignedInCaller } from '../../domain/caller.js';
import type { RecordRef } from '../../domain/errors.js';
import type { Page, PageArguments } from '../../domain/page.js';
import { pageRequest } from '../../domain/page.js';
import type { AccountFilter, AccountOrder } from '../../storage/account-page.store.js';
import { accountPage } from '../../storage/account-page.store.js';
import { accountById, accountByNumber, accountUses, nextAccountNumber } from '../../storage/account.store.js';
import type { House } from '../house.js';
import { usesShownTo } from '../uses.js';

export const smtpAccount = async (house: House, id: string): Promise<SmtpAccount | null> => await accountById(house.storage.read(), id);

export const smtpAccountByNumber = async (house: House, number: string): Promise<SmtpAccount | null> =>
  await accountByNumber(house.storage.read(), number);

export const smtpAccounts = async (house: House, filter: AccountFilter, order: AccountOrder, page: PageArguments): Promise<Page<SmtpAccount>> =>
  await accountPage(house.storage.read(), filter, order, pageRequest(page));

/** The number that a new account would be offered; another user may take it first. */
export const nextSmtpAccountNumber = async (house: House): Promise<string> => await nextAccountNumber(house.storage.read());

/** Where an account is used: as the default, by overrides, as a fallback, by unsent emails that chose it (20 at most). */
export const smtpAccountUses = async (house: House, caller: SignedInCaller, account: SmtpAccount): Promise<RecordRef[]> =>
  usesShownTo(caller, await accountUses(house.storage.read(), account.id));
