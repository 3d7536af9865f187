import type { SmtpAccount } from '../../domain/account.js';
import type { PastTest } from '../../domain/account-test.js';
import type { Page, PageArguments } from '../../domain/page.js';
import { pageRequest } from '../../domain/page.js';
import { lastTests, pastTestPage } from '../../storage/account-test.store.js';
import type { House } from '../house.js';

/** The tests of an account that are over, whoever started them, the latest first. */
export const testsOfAccount = async (house: House, account: SmtpAccount, page: PageArguments): Promise<Page<PastTest>> =>
  await pastTestPage(house.storage.read(), account.id, pageRequest(page));

/** The latest test of each of these accounts, where there is one. */
export const lastTestsOf = async (house: House, accountIds: readonly string[]): Promise<ReadonlyMap<string, PastTest>> =>
  await lastTests(house.storage.read(), accountIds);
