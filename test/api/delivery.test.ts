import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { CompanyServer, HANG_UP } from '../support/company-server.js';
import { logged, mend, settled } from '../support/delivered.js';
import { eventually } from '../support/eventually.js';
import { execute } from '../support/rows.js';
import { sent } from '../support/sending.js';
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

const accountOf = async (name: string, settings: object = {}) => await testAccount(server, name, { ...company.settings, ...settings });
const account = async (id: string) => await server.admin.get<{ pausedAt: string | null; pauseReason: string | null; pauseDiagnosisId: string | null; version: number }>(
  'query($id: ID!) { smtpAccount(id: $id) { pausedAt pauseReason pauseDiagnosisId version } }', { id });

test('an email arrives at a real server, under its fixed Message-ID, and the server\'s words are kept', async () => {
  const { id, messageId } = await sent(server.admin, { accountId: await accountOf('Good'), subject: 'Rechnung – größer 🙂', bcc: ['hidden@customer.example'] });
  const email = await settled(server.admin, id, 'SENT');
  expect(email.recipients.map(({ address, status }) => [address, status])).toEqual([['jane@customer.example', 'ACCEPTED'], ['hidden@customer.example', 'ACCEPTED']]);
  expect(email.attempts).toMatchObject([{ outcome: 'ACCEPTED', stage: 'DONE', code: 250, diagnosis: null }]);
  const arrived = company.arrived.find((one) => one.messageId === messageId);
  expect(arrived?.mail.subject).toBe('Rechnung – größer 🙂');
  expect(arrived?.mail.from?.value).toMatchObject([{ address: 'billing@example.com', name: 'Billing' }]);
  expect(arrived?.recipients).toEqual(['jane@customer.example', 'hidden@customer.example']);
  expect(arrived?.mail.headers.has('bcc')).toBe(false);
});

test('a wrong password pauses the account and parks its emails; the posted password delivers them all', async () => {
  const accountId = await accountOf('Wrong password', { password: 'expired' });
  const first = await sent(server.admin, { accountId });
  const later = await sent(server.admin, { accountId, sendAt: new Date(Date.now() + 3_600_000).toISOString() });
  const parked = await settled(server.admin, first.id, 'PARKED');
  expect(parked.parkedReason).toBe('ACCOUNT_PAUSED');
  expect(parked.attempts).toMatchObject([{ outcome: 'REFUSED', stage: 'AUTH', code: 535 }]);
  expect(parked.attempts[0]?.reply).toContain('Authentication credentials invalid');
  const paused = await account(accountId);
  expect(paused).toMatchObject({ pauseReason: 'FAULT', pauseDiagnosisId: parked.diagnosisId });
  const audit = await server.admin.get<{ edges: unknown[] }>(
    'query($id: String!) { auditEvents(filter: { subjectId: $id }, first: 1) { edges { node { action actorKind changes { field after } } } } }', { id: accountId });
  expect(audit.edges).toEqual([{ node: { action: 'PAUSED', actorKind: 'SYSTEM', changes: [{ field: 'diagnosis', after: parked.diagnosisId }] } }]);
  expect((await settled(server.admin, later.id, 'PARKED')).parkedReason).toBe('ACCOUNT_PAUSED');
  const second = await sent(server.admin, { accountId });
  expect(second.status).toBe('PARKED');
  await server.admin.get('mutation($id: ID!, $version: Int!) { postSmtpAccountSettings(id: $id, settings: { password: "hunter2" }, version: $version) { userErrors { code } } }', { id: accountId, version: paused.version });
  await settled(server.admin, first.id, 'SENT');
  await settled(server.admin, second.id, 'SENT');
  expect((await logged(server.admin, later.id)).status).toBe('SCHEDULED');
  expect((await account(accountId)).pausedAt).toBeNull();
});

test('a server that refuses to relay parks, though its code says that it will pass', async () => {
  company.behaviour.recipient = () => '454 4.7.1 <jane@customer.example>: Relay access denied';
  const accountId = await accountOf('No relay');
  const { id } = await sent(server.admin, { accountId });
  const parked = await settled(server.admin, id, 'PARKED');
  expect(parked.attempts[0]).toMatchObject({ code: 454, outcome: 'REFUSED' });
  expect((await account(accountId)).pauseReason).toBe('FAULT');
  company.behave();
  await server.admin.get('mutation($id: ID!) { resumeSmtpAccount(id: $id) { userErrors { code } } }', { id: accountId });
  await settled(server.admin, id, 'SENT');
});

test('an unknown recipient fails alone: the others get the email, once', async () => {
  company.behaviour.recipient = (address) => (address.startsWith('nobody') ? '550 5.1.1 <nobody@customer.example>: Recipient address rejected: User unknown' : null);
  const { id, messageId } = await sent(server.admin, { accountId: await accountOf('One unknown'), to: ['jane@customer.example', 'nobody@customer.example'] });
  const email = await settled(server.admin, id, 'SENT');
  expect(email.recipients.map(({ status, code }) => [status, code])).toEqual([['ACCEPTED', 250], ['REFUSED', 550]]);
  expect(company.arrived.filter((one) => one.messageId === messageId).map(({ recipients }) => recipients)).toEqual([['jane@customer.example']]);
});

test('an email that nobody can get fails, and can be tried again when that is mended', async () => {
  company.behaviour.recipient = () => '550 5.1.1 <jane@customer.example>: Recipient address rejected: User unknown';
  const { id, messageId } = await sent(server.admin, { accountId: await accountOf('All unknown') });
  expect((await settled(server.admin, id, 'FAILED')).recipients).toMatchObject([{ status: 'REFUSED', code: 550 }]);
  company.behave();
  expect((await mend(server.admin, 'retryEmail', id)).userErrors).toEqual([]);
  const email = await settled(server.admin, id, 'SENT');
  expect(email.attempts.map(({ outcome }) => outcome)).toEqual(['REFUSED', 'ACCEPTED']);
  expect(company.timesArrived(messageId)).toBe(1);
});

test('a passing refusal leaves the email due again, with the attempt on its log and the same Message-ID', async () => {
  company.behaviour.recipient = () => '451 4.3.0 Temporary lookup failure';
  const { id, messageId } = await sent(server.admin, { accountId: await accountOf('Busy') });
  const waiting = await eventually(async () => await logged(server.admin, id), ({ attempts, status }) => attempts.length === 1 && status === 'QUEUED');
  expect(waiting).toMatchObject({ messageId, attempts: [{ code: 451, outcome: 'REFUSED' }], recipients: [{ status: 'PENDING' }] });
  company.behave();
  await mend(server.admin, 'retryEmail', id);
  expect((await settled(server.admin, id, 'SENT')).attempts).toHaveLength(2);
  expect(company.timesArrived(messageId)).toBe(1);
});

test('a server that hangs up after the message leaves it UNKNOWN, and a person says that it arrived', async () => {
  company.behaviour.message = () => HANG_UP;
  const { id, messageId } = await sent(server.admin, { accountId: await accountOf('Hangs up') });
  const unknown = await settled(server.admin, id, 'UNKNOWN');
  expect(unknown).toMatchObject({ attempts: [{ outcome: 'UNKNOWN', stage: 'AFTER_DATA' }], recipients: [{ status: 'UNKNOWN' }] });
  company.behave();
  expect((await mend(server.admin, 'retryEmail', id)).userErrors).toMatchObject([{ code: 'WRONG_STATE', path: ['id'] }]);
  const { email } = await mend(server.admin, 'resolveUnknownEmail', id, ', outcome: ARRIVED');
  expect(email).toMatchObject({ status: 'SENT', recipients: [{ status: 'ACCEPTED' }] });
  expect(company.timesArrived(messageId)).toBe(1);
});

test('an email of which the sender said that it may come twice is sent again by itself when the server hangs up after the message', async () => {
  company.behaviour.message = () => HANG_UP;
  const { id, messageId } = await sent(server.admin, { accountId: await accountOf('Hangs up once'), onUnknown: 'RETRY' });
  await eventually(async () => await logged(server.admin, id), ({ status, attempts }) => status === 'QUEUED' && attempts.length === 1);
  company.behave();
  // As if the time to its next try were over.
  await execute(server, 'update dispatch set due_at = 0 where email_id = ?', [id]);
  expect((await settled(server.admin, id, 'SENT')).attempts.map(({ outcome }) => outcome)).toEqual(['UNKNOWN', 'ACCEPTED']);
  expect(company.timesArrived(messageId)).toBe(2);
});

test('an UNKNOWN email that did not arrive is sent again when a person says so', async () => {
  company.behaviour.message = () => HANG_UP;
  const { id, messageId } = await sent(server.admin, { accountId: await accountOf('Hangs up too') });
  await settled(server.admin, id, 'UNKNOWN');
  company.behave();
  await mend(server.admin, 'resolveUnknownEmail', id, ', outcome: RESEND');
  expect((await settled(server.admin, id, 'SENT')).attempts.map(({ outcome }) => outcome)).toEqual(['UNKNOWN', 'ACCEPTED']);
  expect(company.timesArrived(messageId)).toBe(2);
});

test('a server that cannot be reached leaves the email due again, and other accounts go on', async () => {
  const gone = await CompanyServer.start();
  const accountId = await testAccount(server, 'Gone', gone.settings);
  await gone.stop();
  const lost = await sent(server.admin, { accountId });
  const other = await sent(server.admin, { accountId: await accountOf('Still there') });
  await settled(server.admin, other.id, 'SENT');
  const waiting = await eventually(async () => await logged(server.admin, lost.id), ({ attempts, status }) => attempts.length === 1 && status === 'QUEUED');
  expect(waiting.attempts).toMatchObject([{ stage: 'TCP', outcome: 'REFUSED' }]);
});
