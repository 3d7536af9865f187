import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ScriptedServer, SILENCE } from '../probe/scripted-server.js';
import type { AccountTest, Payload, Stage } from '../support/account-testing.js';
import { accountAt, CANCEL, PROGRESS, TEST, testAccount, way } from '../support/account-testing.js';
import type { Api } from '../support/api.js';
import { MailServer } from '../support/mail-server.js';
import { hire, record } from '../support/people.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { follow } from '../support/subscribe.js';

let server: TestServer;
let other: Api;
beforeAll(async () => {
  server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' });
  ({ api: other } = await hire(server, 'Other', [record('SMTP_ACCOUNTS', 'access modify add erase')]));
});
afterAll(async () => { await server.stop(); });

const settingsFor = (port: number) => ({ server: '127.0.0.1', port, security: 'NONE', emailFrom: 'erp@example.com' });
const started = async (port: number): Promise<AccountTest> => {
  const id = await accountAt(server.admin, settingsFor(port));
  const { test: running } = await testAccount(server.admin, id, { wait: false });
  if (running === null) throw new Error('Not started');
  return running;
};
const look = async (api: Api, testId: string) => await api.get<AccountTest | null>(`query($testId: ID!) { smtpAccountTest(testId: $testId) ${TEST} }`, { testId });

test('without waiting it answers RUNNING at once; who follows sees the stages from the first, and the end', async () => {
  await using mail = await MailServer.start({}, { hold: true });
  const running = await started(mail.port);
  expect(running).toMatchObject({ state: 'RUNNING', diagnosis: null, messageId: null, endedAt: null });
  await mail.held;
  await using progress = follow<Stage>(server.admin, PROGRESS, { testId: running.id });
  const before = [await progress.next(), await progress.next(), await progress.next(), await progress.next(), await progress.next(), await progress.next()];
  expect(before.map((stage) => stage?.stage)).toEqual(['DNS', 'TCP', 'GREETING', 'EHLO', 'TLS', 'AUTH']);
  expect((await look(server.admin, running.id))?.state).toBe('RUNNING');
  mail.release();
  expect((await progress.rest()).map(({ stage }) => stage)).toEqual(['MAIL_FROM', 'RCPT_TO', 'RELAY', 'DATA', 'AFTER_DATA', 'DONE']);
  const ended = await look(server.admin, running.id);
  expect(ended).toMatchObject({ state: 'PASSED', messageId: expect.any(String), endedAt: expect.any(String) });
});

test('a test that is over is still told from the first stage to the last, to as many as follow', async () => {
  await using scripted = await ScriptedServer.start({ RCPT: '550 5.1.1 unknown\r\n' });
  const running = await started(scripted.port);
  const [one, two] = await Promise.all([1, 2].map(async () => {
    await using progress = follow<Stage>(server.admin, PROGRESS, { testId: running.id });
    return await progress.rest();
  }));
  expect(way({ stages: one ?? [] })).toBe('DNS TCP GREETING EHLO -TLS -AUTH MAIL_FROM !RCPT_TO');
  expect(two).toEqual(one);
  await using late = follow<Stage>(server.admin, PROGRESS, { testId: running.id });
  expect(await late.rest()).toEqual(one);
  expect(await look(server.admin, running.id)).toMatchObject({ state: 'FAILED', diagnosis: { scope: 'RECIPIENT' } });
});

test('a cancelled test ends at once, leaves no connection, and says so; cancelling it again changes nothing', async () => {
  await using scripted = await ScriptedServer.start({ MAIL: SILENCE });
  const running = await started(scripted.port);
  await scripted.heard('MAIL');
  await using progress = follow<Stage>(server.admin, PROGRESS, { testId: running.id });
  const cancelled = await server.admin.get<Payload>(CANCEL, { testId: running.id });
  expect(cancelled).toMatchObject({ userErrors: [], test: { state: 'CANCELLED', diagnosis: null, messageId: null } });
  expect(way(cancelled.test)).toBe('DNS TCP GREETING EHLO -TLS -AUTH');
  await scripted.idle;
  expect((await progress.rest()).length).toBe(6);
  expect((await server.admin.get<Payload>(CANCEL, { testId: running.id })).test).toEqual(cancelled.test);
});

test('nobody but its starter follows, sees or cancels a test, and an unknown one is no different', async () => {
  await using scripted = await ScriptedServer.start({ MAIL: SILENCE });
  const running = await started(scripted.port);
  for (const testId of [running.id, 'nothing', '\u0000']) {
    await using progress = follow<Stage>(other, PROGRESS, { testId });
    await expect(progress.next()).rejects.toThrow('FORBIDDEN: There is no such test of yours');
    expect(await look(other, testId)).toBeNull();
    expect(await other.get<Payload>(CANCEL, { testId })).toMatchObject({ test: null, userErrors: [{ code: 'NOT_FOUND', path: ['testId'] }] });
  }
  expect((await look(server.admin, running.id))?.state).toBe('RUNNING');
  await server.admin.get<Payload>(CANCEL, { testId: running.id });
});

test('a stop of the server is not held up by a test that hangs', async () => {
  await using scripted = await ScriptedServer.start({ MAIL: SILENCE });
  const another = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' });
  const id = await accountAt(another.admin, settingsFor(scripted.port));
  const answer = testAccount(another.admin, id);
  await scripted.heard('MAIL');
  const [{ test: ended }] = await Promise.all([answer, another.stop()]);
  expect(ended).toMatchObject({ state: 'CANCELLED' });
});
