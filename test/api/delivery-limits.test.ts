import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CompanyServer } from '../support/company-server.js';
import { settled } from '../support/delivered.js';
import { eventually } from '../support/eventually.js';
import { execute } from '../support/rows.js';
import { emailInput, SEND_MANY, sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testAccount } from '../support/test-account.js';

let server: TestServer;
let company: CompanyServer;
beforeAll(async () => {
  company = await CompanyServer.start();
  server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' });
});
afterAll(async () => {
  await server.stop();
  await company.stop();
});

const accountOf = async (name: string, settings: object) => await testAccount(server, name, { ...company.settings, ...settings });
const post = async (id: string, version: number, settings: object) => await server.admin.get(
  'mutation($id: ID!, $settings: SmtpAccountSettingsInput!, $version: Int!) { postSmtpAccountSettings(id: $id, settings: $settings, version: $version) { userErrors { code } } }',
  { id, settings, version });
const backlog = async (count: number, values: object): Promise<void> => {
  for (let posted = 0; posted < count; posted += 500) {
    await server.admin.get(SEND_MANY, { inputs: Array.from({ length: Math.min(500, count - posted) }, () => emailInput(values)) });
  }
};
const sentThrough = async (accountId: string): Promise<number> =>
  Number((await execute(server, "select count(*) as count from email where account_id = ? and status = 'SENT'", [accountId]))[0]?.['count']);

test('no more are sent than the day allows; a raised limit sends on at once, and what waited keeps its status', async () => {
  const accountId = await accountOf('Five a day', { messagesPerDay: 5 });
  await backlog(12, { accountId });
  await eventually(async () => await sentThrough(accountId), (count) => count >= 5);
  // Another account's email that was asked for later is through: so the feeder came round again and passed these over.
  const { id } = await sent(server.admin, { accountId: await accountOf('Goes on', {}) });
  await settled(server.admin, id, 'SENT');
  expect(await sentThrough(accountId)).toBe(5);
  const left = await server.admin.get<{ totalCount: number }>('query($id: ID!) { emails(filter: { accountId: $id, status: [QUEUED] }) { totalCount } }', { id: accountId });
  expect(left.totalCount).toBe(7);
  await post(accountId, 2, { messagesPerDay: 8 });
  await eventually(async () => await sentThrough(accountId), (count) => count >= 8);
  expect(await execute(server, 'select distinct tries from dispatch where account_id = ?', [accountId])).toEqual([{ tries: 0 }]);
  await post(accountId, 3, { messagesPerDay: null });
  await eventually(async () => await sentThrough(accountId), (count) => count === 12);
});

test('thousands of one area hold up neither another area of the same limited account nor other accounts', async () => {
  const accountId = await accountOf('Sixty a minute', { messagesPerMinute: 60 });
  await backlog(3_000, { accountId, area: 'STATEMENTS' });
  await eventually(async () => await sentThrough(accountId), (count) => count >= 1);
  const [order, other] = [await sent(server.admin, { accountId, area: 'ORDERS' }), await sent(server.admin, { accountId: await accountOf('Beside', {}), area: 'STATEMENTS' })];
  await settled(server.admin, other.id, 'SENT');
  await settled(server.admin, order.id, 'SENT');
  // A twelfth of the minute's sixty is let go at a time: the one of the other area was among the next few.
  const [ahead] = await execute(server, `select count(*) as count from attempt join email on email.id = email_id where area = 'STATEMENTS' and email.account_id = ?
    and at > (select accepted_at from email where id = ?) and at < (select max(at) from attempt where email_id = ?)`, [accountId, order.id, order.id]);
  expect(Number(ahead?.['count'])).toBeLessThanOrEqual(10);
});

test('an account is given no more connections than its settings say', async () => {
  const slow = await CompanyServer.start();
  try {
    const answer = Promise.withResolvers<null>();
    let asked = 0;
    slow.behaviour.recipient = async () => {
      asked += 1;
      return await answer.promise;
    };
    const accountId = await testAccount(server, 'Two at once', { ...slow.settings, connectionsMax: 2 });
    await backlog(10, { accountId });
    await eventually(async () => await execute(server, "select count(*) as count from dispatch where account_id = ? and state = 'CLAIMED'", [accountId]), ([row]) => Number(row?.['count']) === 10);
    await eventually(async () => asked, (connections) => connections >= 2);
    // An email of another account goes there and back meanwhile.
    const { id } = await sent(server.admin, { accountId: await accountOf('Beside two', {}) });
    await settled(server.admin, id, 'SENT');
    expect(asked).toBe(2);
    answer.resolve(null);
    await eventually(async () => await sentThrough(accountId), (count) => count === 10);
  } finally {
    await slow.stop();
  }
});

test('a batch foretells when its last email will be through under the limits', async () => {
  const accountId = await accountOf('Four a day', { messagesPerDay: 4 });
  await backlog(10, { accountId, batch: 'November run' });
  await eventually(async () => await sentThrough(accountId), (count) => count === 4);
  const { estimatedDoneAt } = await server.admin.get<{ estimatedDoneAt: string }>('{ emailBatch(id: "November run") { estimatedDoneAt } }');
  const day = 86_400_000;
  expect(Date.parse(estimatedDoneAt)).toBe((Math.floor(Date.now() / day) + 2) * day);
});
