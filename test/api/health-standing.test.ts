import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { CompanyServer } from '../support/company-server.js';
import { settled } from '../support/delivered.js';
import { eventually } from '../support/eventually.js';
import { accountSeen, check, CHECK_HEALTH, healthOf } from '../support/health.js';
import { execute } from '../support/rows.js';
import { sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { configure, testAccount } from '../support/test-account.js';

const ENVIRONMENT = { POSTROOM_CONNECT_ALLOW: '127.0.0.1:*', POSTROOM_RELAY_PROBE_ADDRESS: 'postmaster@outside.example' };
let server: TestServer;
let company: CompanyServer;
let otherId: string;
beforeAll(async () => {
  company = await CompanyServer.start();
  // Once a week: after the first look, which comes by itself, a test says when.
  server = await startPostroom({ ...ENVIRONMENT, POSTROOM_HEALTH_INTERVAL_MINUTES: '10080' });
  otherId = await accountSeen(server, 'Other', company.settings);
  await configure(server, true, otherId);
});
beforeEach(() => { company.behave(); });
afterAll(async () => {
  await server?.stop();
  await company.stop();
});

/** It is time to look at an account: that it was done is seen by when the next look is to be. */
const dueLook = async (id: string) => {
  await execute(server, 'update account_health set next_check_at = 0 where account_id = ?', [id]);
  await check(server, otherId);
  return await eventually(async () => await healthOf(server, id), (health) => Date.parse(health?.nextCheckAt ?? '') > 0);
};
const runTest = async (at: TestServer, id: string, input: object = {}): Promise<string> => {
  const { test: { state } } = await at.admin.get<{ test: { state: string } }>(
    'mutation($id: ID!, $input: TestSmtpAccountInput!) { testSmtpAccount(id: $id, input: $input) { test { state } } }',
    { id, input: { emailTestTo: 'desk@example.com', mode: 'DRY_RUN', ...input } });
  return state;
};

test('a refused log-on is not tried again by looks on schedule, until emails get through', async () => {
  const id = await accountSeen(server, 'Refused', company.settings);
  company.behaviour.password = 'changed';
  expect(await check(server, id)).toMatchObject({ state: 'FAILING', stage: 'AUTH' });
  company.behave();
  const { logOns } = company;
  expect(await dueLook(id)).toMatchObject({ state: 'FAILING', stage: 'AUTH', diagnosis: { id: 'CREDENTIALS_REFUSED' } });
  // The other account's, that woke who looks.
  expect(company.logOns).toBe(logOns + 1);

  await settled(server.admin, (await sent(server.admin, { accountId: id })).id, 'SENT');
  expect(await dueLook(id)).toMatchObject({ state: 'OK', diagnosis: null });
});

test('a look that ends at MAIL does not mend what a test found after it; a test that comes further does', async () => {
  const id = await accountSeen(server, 'Relay', company.settings);
  company.behaviour.recipient = (address) => (address.endsWith('@outside.example') ? '554 5.7.1 Relay access denied' : null);
  expect(await runTest(server, id)).toBe('FAILED');
  expect(await healthOf(server, id)).toMatchObject({ state: 'FAILING', stage: 'RELAY' });
  company.behave();
  const before = await healthOf(server, id);
  const after = await dueLook(id);
  expect(after).toMatchObject({ state: 'FAILING', stage: 'RELAY', since: before?.since, diagnosis: before?.diagnosis });
  expect(await runTest(server, id)).toBe('PASSED');
  expect(await healthOf(server, id)).toMatchObject({ state: 'OK', stage: null });
});

test('a sender beside its own that is refused says nothing of the account', async () => {
  const id = await accountSeen(server, 'Senders', { ...company.settings, allowedFrom: ['sales@example.com'] });
  company.behaviour.recipient = (_address, from) => (from === 'sales@example.com' ? '550 5.7.60 Client does not have permissions to send as this sender' : null);
  expect(await runTest(server, id)).toBe('FAILED');
  expect(await healthOf(server, id)).toMatchObject({ state: 'OK' });
});

test('a dry run does not end what delivery paused the account for; a test that sends does', async () => {
  const id = await accountSeen(server, 'Paused', company.settings);
  company.behaviour.password = 'changed';
  await settled(server.admin, (await sent(server.admin, { accountId: id })).id, 'PARKED');
  company.behave();
  expect(await runTest(server, id)).toBe('PASSED');
  expect(await healthOf(server, id)).toMatchObject({ state: 'FAILING', stage: 'AUTH' });
  expect(await execute(server, 'select kind from alert where account_id = ?', [id])).toEqual([{ kind: 'STARTED_FAILING' }]);
  expect(await runTest(server, id, { mode: 'SEND' })).toBe('PASSED');
  expect(await healthOf(server, id)).toMatchObject({ state: 'OK' });
});

test('posted settings are looked at anew, whatever was refused before', async () => {
  const id = await accountSeen(server, 'Posted', company.settings);
  company.behaviour.password = 'changed';
  expect(await check(server, id)).toMatchObject({ state: 'FAILING' });
  await server.admin.get('mutation($id: ID!) { postSmtpAccountSettings(id: $id, settings: { password: "changed" }, version: 2) { userErrors { code } } }', { id });
  await eventually(async () => await healthOf(server, id), (health) => health?.state === 'OK');
});

test('where accounts are not looked at, nothing of their health is kept or shown', async () => {
  const without = await startPostroom({ ...ENVIRONMENT, POSTROOM_HEALTH_INTERVAL_MINUTES: '0' });
  try {
    const id = await testAccount(without, 'Alone', company.settings);
    company.behaviour.password = 'changed';
    expect(await runTest(without, id)).toBe('FAILED');
    expect([await healthOf(without, id), await execute(without, 'select * from account_health'), await execute(without, 'select * from alert')]).toEqual([null, [], []]);
    expect(await without.admin.get(CHECK_HEALTH, { id })).toMatchObject({ smtpAccount: null, userErrors: [{ code: 'WRONG_STATE', path: ['id'] }] });
    expect(await (await fetch(`${without.url}/health`)).json()).toEqual({ status: 'ok', failingAccounts: 0 });
  } finally {
    await without.stop();
  }
});
