import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { CompanyServer } from '../support/company-server.js';
import { settled } from '../support/delivered.js';
import { eventually } from '../support/eventually.js';
import { accountSeen, alertsOf, check, CHECK_HEALTH, healthOf } from '../support/health.js';
import { hire, record } from '../support/people.js';
import { execute } from '../support/rows.js';
import { sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testAccount, override } from '../support/test-account.js';

const SECRET = 'a secret of sixteen or more';
interface Posted { readonly headers: IncomingHttpHeaders; readonly body: string; readonly alert: { id: string; kind: string; account: { name: string }; message: string } }

/** The company's address for alerts; answers what it is told to. */
const posted: Posted[] = [];
let answers = 204;
const receiver = createServer((request, response) => {
  void text(request).then((body) => {
    posted.push({ headers: request.headers, body, alert: JSON.parse(body) as Posted['alert'] });
    response.writeHead(answers).end();
  });
});

let server: TestServer;
let company: CompanyServer;
let spare: CompanyServer;
let spareId: string;
beforeAll(async () => {
  await once(receiver.listen(0, '127.0.0.1'), 'listening');
  [company, spare] = await Promise.all([CompanyServer.start(), CompanyServer.start()]);
  server = await startPostroom({
    // Once a week: after the first look, which comes by itself, a test says when.
    POSTROOM_HEALTH_INTERVAL_MINUTES: '10080', POSTROOM_CONNECT_ALLOW: '127.0.0.1:*', POSTROOM_ALERT_URL: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/alerts`, POSTROOM_ALERT_SECRET: SECRET,
  });
  spareId = await accountSeen(server, 'Spare', spare.settings);
});
beforeEach(() => {
  company.behave();
  posted.length = 0;
  answers = 204;
});
afterAll(async () => {
  await server?.stop();
  await Promise.all([company.stop(), spare.stop()]);
  receiver.close();
});

const told = async (name: string, kind: string): Promise<Posted> => (await eventually(
  async () => posted.filter(({ alert }) => alert.account.name === name && alert.kind === kind), (found) => found.length > 0))[0] as Posted;
const mailed = async (subject: string): Promise<string[]> =>
  (await eventually(async () => spare.arrived.filter(({ mail }) => mail.subject === subject), (found) => found.length > 0))[0]?.recipients.slice() ?? [];

test('an account that fails is told of by another account, by the address and in the banner, once; and that it works again', async () => {
  const { email } = await hire(server, 'Mender', [record('SMTP_ACCOUNTS', 'access modify')]);
  await hire(server, 'Onlooker', [record('SMTP_ACCOUNTS', 'access')]);
  const id = await accountSeen(server, 'Broken', company.settings);
  expect(await check(server, id)).toMatchObject({ state: 'OK', diagnosis: null, warnings: [] });
  const { logOns } = company;
  company.behaviour.password = 'changed';
  expect(await check(server, id)).toMatchObject({ state: 'FAILING', stage: 'AUTH', diagnosis: { id: 'CREDENTIALS_REFUSED' } });
  await check(server, id);
  expect(company.logOns).toBe(logOns + 2);

  const { headers, body, alert } = await told('Broken', 'STARTED_FAILING');
  expect(headers['x-postroom-signature']).toBe(`sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`);
  expect(alert).toMatchObject({ account: { name: 'Broken' }, message: expect.stringContaining('refused') });
  const recipients = await mailed(`SMTP account ${(await server.admin.get<{ number: string }>('query($id: ID!) { smtpAccount(id: $id) { number } }', { id })).number} Broken does not work`);
  expect(recipients).toEqual(expect.arrayContaining([email, 'admin@postroom.example']));
  expect(recipients).not.toContain('onlooker@postroom.example');
  expect((await alertsOf(server.admin)).find(({ account }) => account.name === 'Broken')).toMatchObject({ state: 'FAILING' });
  expect(await (await fetch(`${server.url}/health`)).json()).toEqual({ status: 'ok', failingAccounts: 1 });

  company.behave();
  expect(await check(server, id)).toMatchObject({ state: 'OK' });
  await told('Broken', 'RECOVERED');
  expect(posted.filter(({ alert: { account, kind } }) => account.name === 'Broken' && kind === 'STARTED_FAILING')).toHaveLength(1);
  expect((await alertsOf(server.admin)).some(({ account }) => account.name === 'Broken')).toBe(false);
});

test('nothing is handed over by a look, and nobody is named as recipient', async () => {
  const asked: string[] = [];
  company.behaviour.recipient = (address) => { asked.push(address); return null; };
  const before = company.arrived.length;
  await check(server, await accountSeen(server, 'Looked at', company.settings));
  expect([asked, company.arrived.length - before]).toEqual([[], 0]);
});

test('an account that delivery paused for its password is failing at once, and no look logs on again', async () => {
  const id = await accountSeen(server, 'Refused', company.settings);
  company.behaviour.password = 'changed';
  const { id: emailId } = await sent(server.admin, { accountId: id });
  await settled(server.admin, emailId, 'PARKED');
  expect(await healthOf(server, id)).toMatchObject({ state: 'FAILING', stage: 'AUTH', diagnosis: { id: 'CREDENTIALS_REFUSED' } });
  await told('Refused', 'STARTED_FAILING');
  const { logOns } = company;
  expect(await check(server, id)).toMatchObject({ state: 'FAILING' });
  expect(company.logOns).toBe(logOns);
});

test('a fallback that carries the emails hides a fault no longer', async () => {
  const lost = await CompanyServer.start();
  const id = await accountSeen(server, 'Hidden', { ...lost.settings, emailFrom: 'billing@example.com', fallbackAccountId: spareId });
  await lost.stop();
  await override(server, 'HIDDEN', id);
  await server.admin.get('mutation { setMailEnabled(enabled: true) { userErrors { code } } }');
  const { id: emailId } = await sent(server.admin, { area: 'HIDDEN' });
  await settled(server.admin, emailId, 'SENT');
  const { warnings } = await check(server, id);
  expect(warnings.map(({ kind }) => kind)).toContain('FALLBACK_USED');
  await told('Hidden', 'FALLBACK_HIDES_FAULT');
});

test('a test of what is posted counts as a look, one of edits and one to a mistyped recipient do not', async () => {
  const id = await accountSeen(server, 'Tested', company.settings);
  const run = async (input: object) => await server.admin.get('mutation($id: ID!, $input: TestSmtpAccountInput!) { testSmtpAccount(id: $id, input: $input) { test { state } } }', { id, input: { emailTestTo: 'me@elsewhere.example', ...input } });
  const first = await healthOf(server, id);
  await run({ settings: { fromName: 'Edited' } });
  company.behaviour.recipient = () => '550 5.1.1 No such user';
  await run({});
  expect(await healthOf(server, id)).toEqual(first);
  company.behave();
  company.behaviour.password = 'changed';
  await run({});
  expect(await healthOf(server, id)).toMatchObject({ state: 'FAILING', diagnosis: { id: 'CREDENTIALS_REFUSED' } });
});

test('an alert that the address did not take is posted again, and told as one', async () => {
  answers = 500;
  const id = await accountSeen(server, 'Unheard', company.settings);
  company.behaviour.password = 'changed';
  await check(server, id);
  const first = await told('Unheard', 'STARTED_FAILING');
  answers = 204;
  // Posted is not yet written down: until it is, the time of its next try would be written after ours.
  await eventually(async () => await execute(server, 'select post_tries from alert where id = ?', [first.alert.id]), ([row]) => Number(row?.['post_tries']) > 0);
  await execute(server, 'update alert set next_post_at = 0 where done = 0', []);
  await check(server, spareId);
  company.behave();
  await check(server, id);
  await told('Unheard', 'RECOVERED');
  expect(posted.filter(({ alert }) => alert.id === first.alert.id).length).toBeGreaterThan(1);
});

test('only who may change accounts may have one looked at, and only who may see them sees alerts', async () => {
  const { api: reader } = await hire(server, 'Reader', [record('SMTP_ACCOUNTS', 'access')]);
  expect(await reader.code(CHECK_HEALTH, { id: spareId })).toBe('FORBIDDEN');
  const { api: outsider } = await hire(server, 'Outsider', [record('EMAILS', 'access add')]);
  expect(await alertsOf(outsider)).toEqual([]);
  const sandbox = await server.admin.get<{ id: string }>('{ smtpAccountByNumber(number: "1") { id } }');
  expect(await server.admin.get(CHECK_HEALTH, { id: sandbox.id })).toMatchObject({ userErrors: [{ code: 'WRONG_STATE', path: ['id'] }] });
  expect(await server.admin.get(CHECK_HEALTH, { id: await testAccount(server, 'Unposted', null) })).toMatchObject({ userErrors: [{ code: 'NOT_POSTED', path: ['id'] }] });
  expect(await server.admin.get(CHECK_HEALTH, { id: crypto.randomUUID() })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
});
