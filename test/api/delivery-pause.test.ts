import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { CompanyServer } from '../support/company-server.js';
import { eventually } from '../support/eventually.js';
import { execute } from '../support/rows.js';
import { countOf, emailInput, SEND_MANY } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testAccount } from '../support/test-account.js';

let server: TestServer;
let company: CompanyServer;
beforeAll(async () => {
  company = await CompanyServer.start();
  server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' });
});
afterEach(() => company.behave());
afterAll(async () => {
  await server.stop();
  await company.stop();
});

const switchMail = async (enabled: boolean) =>
  await server.admin.get('mutation($enabled: Boolean!) { setMailEnabled(enabled: $enabled) { userErrors { code } } }', { enabled });
const pause = async (id: string) => await server.admin.get('mutation($id: ID!) { pauseSmtpAccount(id: $id) { userErrors { code } } }', { id });
const resume = async (id: string) => await server.admin.get('mutation($id: ID!) { resumeSmtpAccount(id: $id) { userErrors { code } } }', { id });

/** Emails through an account, all due at the same moment. */
const postAtOnce = async (accountId: string, count: number) => {
  await switchMail(false);
  await server.admin.get(SEND_MANY, { inputs: Array.from({ length: count }, () => emailInput({ accountId })) });
  await switchMail(true);
};
const at = async (accountId: string, status: string): Promise<number> => await countOf(server.admin, { accountId, status: [status] });

test('a wrong password is tried a few times, however many emails wait: the others are parked untried', async () => {
  company.behaviour.password = 'changed';
  const accountId = await testAccount(server, 'Password expired', { ...company.settings, connectionsMax: 3 });
  const before = company.logOns;
  await postAtOnce(accountId, 100);
  await eventually(async () => await at(accountId, 'PARKED'), (count) => count === 100);
  const logOns = company.logOns - before;
  // One for each connection, and as many again while it is written down.
  expect(logOns).toBeLessThanOrEqual(6);
  const [tries] = await execute(server, 'select sum(tries) as sum from dispatch where account_id = ?', [accountId]);
  const [attempts] = await execute(server, 'select count(*) as count from attempt where account_id = ?', [accountId]);
  expect([Number(tries?.['sum']), Number(attempts?.['count'])]).toEqual([logOns, logOns]);
});

test('nothing leaves after an account was paused: what is in hand is parked untried, and goes once when it is resumed', async () => {
  const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<null>()];
  company.behaviour.recipient = async () => {
    asked.resolve();
    return await answer.promise;
  };
  const accountId = await testAccount(server, 'Paused in hand', company.settings);
  const before = company.arrived.length;
  await postAtOnce(accountId, 60);
  await asked.promise;
  await pause(accountId);
  answer.resolve(null);
  await eventually(async () => await at(accountId, 'PARKED'), (count) => count === 60);
  expect(company.arrived.length).toBe(before);
  expect(await execute(server, 'select number from attempt where account_id = ?', [accountId])).toEqual([]);
  await resume(accountId);
  await eventually(async () => await at(accountId, 'SENT'), (count) => count === 60);
  const arrived = company.arrived.slice(before).map(({ messageId }) => messageId);
  expect([arrived.length, new Set(arrived).size]).toEqual([60, 60]);
});
