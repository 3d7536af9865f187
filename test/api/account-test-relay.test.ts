import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ScriptedServer } from '../probe/scripted-server.js';
import { accountAt, testAccount, way } from '../support/account-testing.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*', POSTROOM_RELAY_PROBE_ADDRESS: 'probe@outside.example' });
});
afterAll(async () => { await server.stop(); });

const settingsFor = (port: number) => ({ server: '127.0.0.1', port, security: 'NONE', emailFrom: 'erp@company.example' });
const INSIDE = { emailTestTo: 'me@company.example' };
const DENIED = { RCPT: ['250 2.1.5 ok\r\n', '554 5.7.1 <probe@outside.example>: Relay access denied\r\n', '250 2.1.5 ok\r\n'] };

test('a server that takes mail inside only is found out by naming the address of the setting', async () => {
  await using scripted = await ScriptedServer.start(DENIED);
  const id = await accountAt(server.admin, settingsFor(scripted.port));
  const { test: done } = await testAccount(server.admin, id, INSIDE);
  expect(way(done)).toBe('DNS TCP GREETING EHLO -TLS -AUTH MAIL_FROM RCPT_TO !RELAY');
  expect(done).toMatchObject({ state: 'FAILED', messageId: null, diagnosis: { category: 'RELAY', verdict: 'PARK', scope: 'ACCOUNT' } });
  expect(scripted.commands).toContain('RCPT TO:<probe@outside.example>');
  expect(scripted.messages).toEqual([]);
});

test('an account that only sends inside is tested without it', async () => {
  await using scripted = await ScriptedServer.start(DENIED);
  const id = await accountAt(server.admin, settingsFor(scripted.port));
  const { test: done } = await testAccount(server.admin, id, { ...INSIDE, relay: false });
  expect(done).toMatchObject({ state: 'PASSED', messageId: expect.any(String) });
  expect(done?.stages.find(({ stage }) => stage === 'RELAY')).toMatchObject({ outcome: 'SKIPPED', detail: 'Not asked for' });
  expect(scripted.commands.join()).not.toContain('probe@outside.example');
});

test('each address that mail may be from is tried, a domain is not, and what is refused is named', async () => {
  await using scripted = await ScriptedServer.start({ MAIL: ['250 ok\r\n', '250 ok\r\n', '250 ok\r\n', '553 5.7.1 <b@company.example>: Sender address rejected: not owned by user robot\r\n'] });
  const settings = { ...settingsFor(scripted.port), allowedFrom: ['a@company.example', 'company.example', 'ERP@company.example', 'b@company.example'] };
  const id = await accountAt(server.admin, settings);
  const { test: done } = await testAccount(server.admin, id, INSIDE);
  expect(way(done)).toBe('DNS TCP GREETING EHLO -TLS -AUTH MAIL_FROM RCPT_TO RELAY DATA AFTER_DATA MAIL_FROM !MAIL_FROM');
  expect(done).toMatchObject({ state: 'FAILED', messageId: expect.any(String), diagnosis: { category: 'SENDER', verdict: 'PARK' } });
  expect(done?.stages.at(-1)?.detail).toBe('b@company.example');
});

test('the sandbox is not asked', async () => {
  const { id } = await server.admin.get<{ id: string }>('{ smtpAccountByNumber(number: "1") { id } }');
  const { test: done } = await testAccount(server.admin, id, INSIDE);
  expect(done?.stages.find(({ stage }) => stage === 'RELAY')).toMatchObject({ outcome: 'SKIPPED', detail: 'The sandbox relays nothing' });
});
