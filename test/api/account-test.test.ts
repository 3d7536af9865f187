import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { HANG_UP, ScriptedServer } from '../probe/scripted-server.js';
import type { AccountTest, Payload } from '../support/account-testing.js';
import { accountAt, testAccount, way } from '../support/account-testing.js';
import { MailServer } from '../support/mail-server.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*', POSTROOM_EHLO_NAME: 'desk.example.com' }); });
afterAll(async () => { await server.stop(); });

const PASSWORD = 'Tr0ub4dor&3-never-in-an-answer';
const settingsFor = (port: number) => ({ server: '127.0.0.1', port, security: 'NONE', emailFrom: 'erp@example.com', fromName: 'The ERP', accountName: 'robot', password: PASSWORD });
const WHOLE_WAY = 'DNS TCP GREETING EHLO -TLS AUTH MAIL_FROM RCPT_TO -RELAY DATA AFTER_DATA DONE';

test('settings that are not posted are tested by a real email, and nothing is stored', async () => {
  await using mail = await MailServer.start({ robot: PASSWORD });
  const id = await accountAt(server.admin, null);
  const { test: done, userErrors } = await testAccount(server.admin, id, { settings: settingsFor(mail.port) });
  expect(userErrors).toEqual([]);
  expect(done).toMatchObject({ state: 'PASSED', diagnosis: null });
  expect(way(done)).toBe(WHOLE_WAY);
  expect(mail.received).toMatchObject([{ from: 'erp@example.com', to: ['me@example.net'], messageId: `<${done?.messageId}>`, fromHeader: 'The ERP <erp@example.com>' }]);
  expect(mail.greetedAs).toEqual(['desk.example.com']);
  const account = await server.admin.get('query($id: ID!) { smtpAccount(id: $id) { settings { server } hasPassword version } }', { id });
  expect(account).toEqual({ settings: null, hasPassword: false, version: 1 });
});

test('a dry run stops before DATA', async () => {
  await using scripted = await ScriptedServer.start();
  const id = await accountAt(server.admin, null);
  const { test: done } = await testAccount(server.admin, id, { settings: settingsFor(scripted.port), mode: 'DRY_RUN' });
  expect(done).toMatchObject({ state: 'PASSED', messageId: null });
  expect(scripted.commands).toContain('RCPT TO:<me@example.net>');
  expect(scripted.commands.filter((line) => line.startsWith('DATA'))).toEqual([]);
  expect(scripted.messages).toEqual([]);
});

test('a wrong password ends at log-on with the server\'s words and what to do, and is nowhere in the answer', async () => {
  await using mail = await MailServer.start({ robot: 'another password' });
  const id = await accountAt(server.admin, null);
  const answer = await testAccount(server.admin, id, { settings: settingsFor(mail.port) });
  expect(way(answer.test)).toBe('DNS TCP GREETING EHLO -TLS !AUTH');
  expect(answer.test).toMatchObject({ state: 'FAILED', messageId: null, diagnosis: { category: 'CREDENTIALS', verdict: 'PARK', scope: 'ACCOUNT' } });
  expect(answer.test?.stages.at(-1)).toMatchObject({ code: 535, reply: expect.stringContaining('Wrong account or password') });
  expect(answer.test?.diagnosis?.remedy.length).toBeGreaterThan(0);
  expect(JSON.stringify(answer)).not.toContain(PASSWORD);
});

test('a stored password is used for what it is bound to', async () => {
  await using mail = await MailServer.start({ robot: PASSWORD });
  const id = await accountAt(server.admin, settingsFor(mail.port));
  expect((await testAccount(server.admin, id)).test).toMatchObject({ state: 'PASSED' });
  expect((await testAccount(server.admin, id, { settings: { fromName: 'Somebody else', password: '' } })).test).toMatchObject({ state: 'PASSED' });
});

test.each([{ port: 1 }, { accountName: 'somebody' }, { security: 'OPPORTUNISTIC' }, { password: null }])(
  'a stored password is not tried with %j', async (change) => {
    await using scripted = await ScriptedServer.start();
    const id = await accountAt(server.admin, settingsFor(scripted.port));
    const answer = await testAccount(server.admin, id, { settings: change });
    expect(answer).toMatchObject({ test: null, userErrors: [{ code: 'PASSWORD_REQUIRED', path: ['input', 'settings', 'password'] }] });
    expect(scripted.commands).toEqual([]);
  });

test('a stored password is not carried to another server', async () => {
  await using own = await ScriptedServer.start();
  await using foreign = await ScriptedServer.start();
  const id = await accountAt(server.admin, settingsFor(own.port));
  expect((await testAccount(server.admin, id, { settings: { server: 'localhost', port: foreign.port } })).userErrors).toMatchObject([{ code: 'PASSWORD_REQUIRED' }]);
  expect(foreign.commands).toEqual([]);
});

test('a password stored for a server is not tried at SendGrid', async () => {
  await using own = await ScriptedServer.start();
  const id = await accountAt(server.admin, settingsFor(own.port));
  expect(await testAccount(server.admin, id, { settings: { useSendGrid: true } })).toMatchObject({
    test: null, userErrors: [{ code: 'PASSWORD_REQUIRED', path: ['input', 'settings', 'sendGridApiKey'] }],
  });
});

test('every fault of the input is reported together, and nothing is tested', async () => {
  const id = await accountAt(server.admin, null);
  const { test: none, userErrors } = await testAccount(server.admin, id, {
    emailTestTo: 'me@example.net\r\nRCPT TO:<you@example.net>', settings: { server: 'http://mail.example.com', port: 0, emailFrom: 'erp', accountName: 'robot', password: '••••••' },
  });
  expect(none).toBeNull();
  expect(userErrors.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
    'INVALID input.emailTestTo', 'INVALID input.settings.server', 'INVALID input.settings.port', 'INVALID input.settings.password', 'INVALID input.settings.emailFrom',
  ]);
});

test('an account without posted settings, and one that does not exist, say so', async () => {
  const id = await accountAt(server.admin, null);
  expect((await testAccount(server.admin, id)).userErrors).toMatchObject([{ code: 'NOT_POSTED', path: ['id'] }]);
  expect((await testAccount(server.admin, 'nobody')).userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['id'] }]);
});

test('signed out, nothing is tested, cancelled or learnt', async () => {
  const id = await accountAt(server.admin, null);
  expect(await server.anybody.code('mutation($id: ID!) { testSmtpAccount(id: $id, input: { emailTestTo: "a@b.example" }) { test { id } } }', { id })).toBe('UNAUTHENTICATED');
  expect(await server.anybody.code('mutation { cancelSmtpAccountTest(testId: "x") { test { id } } }')).toBe('UNAUTHENTICATED');
  expect(await server.anybody.code('{ smtpAccountTest(testId: "x") { id } }')).toBe('UNAUTHENTICATED');
});

test('a server that takes the message and hangs up leaves the outcome unknown', async () => {
  await using scripted = await ScriptedServer.start({ DOT: HANG_UP });
  const id = await accountAt(server.admin, null);
  const { test: done } = await testAccount(server.admin, id, { settings: settingsFor(scripted.port) });
  expect(done).toMatchObject({ state: 'FAILED', diagnosis: { verdict: 'UNKNOWN_OUTCOME' } });
  expect(done?.messageId).not.toBeNull();
});

test('a passed test leaves the posted settings and the version as they were', async () => {
  await using mail = await MailServer.start({ robot: PASSWORD });
  const id = await accountAt(server.admin, settingsFor(mail.port));
  const seen = async () => await server.admin.get('query($id: ID!) { smtpAccount(id: $id) { version updatedAt settings { server port fromName } pausedAt } }', { id });
  const before = await seen();
  const passed: Payload = await testAccount(server.admin, id, { settings: { fromName: 'Other' } });
  const whole: AccountTest | null = passed.test;
  expect(whole?.state).toBe('PASSED');
  expect(await seen()).toEqual(before);
});
