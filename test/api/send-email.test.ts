import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execute } from '../support/rows.js';
import { EMAIL, emailInput, faults, inAnHour, send, SEND, sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { configure, override, testAccount } from '../support/test-account.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom({ POSTROOM_SANDBOX: 'off' }); });
afterAll(async () => { await server.stop(); });

const FIELDS = `{
  id status area subject from { address name } replyTo { address } to { address name } messageId priority onUnknown sensitive batch idempotencyKey
  recipients { address name kind status reply at } attempts { number } source { type id } sender { kind name } acceptedAt sendAt sentAt settledAt sizeBytes
}`;
const READ = `query($id: ID!) { email(id: $id) ${FIELDS} }`;

test('everything that was given is stored, and read back as it was answered', async () => {
  const account = await testAccount(server, 'Whole', { allowedFrom: ['desk@example.com'] });
  const sendAt = inAnHour();
  const input = emailInput({
    to: ['Jürgen <j@münchen.example>'], cc: ['c@b.example'], bcc: ['d@b.example'], from: 'Desk <desk@example.com>',
    replyTo: 'r@b.example', subject: '🙂 Rechnung שלום', html: '<p>x</p>', area: 'INVOICES', accountId: account, batch: 'May', priority: 'HIGH', sendAt,
    source: { type: 'INVOICE', id: '4711' }, sensitive: true, onUnknown: 'RETRY', idempotencyKey: 'whole', headers: [{ name: 'X-Ref', value: 'ü' }],
    attachments: [{ fileName: 'a.txt', contentType: 'text/plain', content: Buffer.from('file').toString('base64') }],
  });
  const { email, userErrors } = await server.admin.get<{ email: { id: string }; userErrors: [] }>(SEND.replace(EMAIL, FIELDS), { input });
  expect(userErrors).toEqual([]);
  expect(email).toMatchObject({
    status: 'PARKED', area: 'INVOICES', subject: '🙂 Rechnung שלום', from: { address: 'desk@example.com', name: 'Desk' }, replyTo: { address: 'r@b.example' },
    to: [{ address: 'j@münchen.example', name: 'Jürgen' }], priority: 'HIGH', onUnknown: 'RETRY', sensitive: true, batch: 'May', idempotencyKey: 'whole',
    recipients: [{ address: 'j@münchen.example', kind: 'TO', status: 'PENDING' }, { address: 'c@b.example', kind: 'CC' }, { address: 'd@b.example', kind: 'BCC' }],
    attempts: [], source: { type: 'INVOICE', id: '4711' }, sender: { kind: 'EMPLOYEE', name: 'Administrator' }, sendAt,
    sentAt: null, settledAt: null, sizeBytes: Buffer.byteLength('Please find it attached.') + 8 + 4,
  });
  expect(await server.admin.get(READ, { id: email.id })).toEqual(email);
});

test('an attachment lies on the disk by its hash when the email is answered', async () => {
  const bytes = Buffer.from('the bytes of a file');
  await sent(server.admin, { attachments: [{ fileName: 'a.bin', content: bytes.toString('base64') }] });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(existsSync(join(server.folder, 'blobs', sha256.slice(0, 2), sha256))).toBe(true);
});

test('with mail switched off an email is accepted and waits, whatever else is missing', async () => {
  const email = await sent(server.admin);
  expect(email).toMatchObject({ status: 'PARKED', parkedReason: 'MAIL_OFF', route: { account: null, from: null } });
  const [row] = await execute(server, 'select state, priority, tries, parked_at, due_at from dispatch where email_id = ?', [email.id]);
  expect(row).toMatchObject({ state: 'PARKED', priority: 1, tries: 0, parked_at: row?.['due_at'] });
});

test('without a route, and on a paused account, an email waits for that', async () => {
  await configure(server, true, null);
  expect(await sent(server.admin)).toMatchObject({ status: 'PARKED', parkedReason: 'NO_ROUTE' });
  const unposted = await testAccount(server, 'Not posted', null);
  await override(server, 'ORDERS', unposted);
  expect(await sent(server.admin, { area: 'ORDERS' })).toMatchObject({ status: 'PARKED', parkedReason: 'NO_ROUTE', route: { account: { name: 'Not posted' } } });
  const paused = await testAccount(server, 'Paused');
  await server.admin.get('mutation($id: ID!) { pauseSmtpAccount(id: $id) { userErrors { message } } }', { id: paused });
  await override(server, 'REPORTS', paused);
  expect(await sent(server.admin, { area: 'REPORTS' })).toMatchObject({ status: 'PARKED', parkedReason: 'ACCOUNT_PAUSED' });
});

test('an area goes by its override, any other by the default account, and a pinned one as it was pinned', async () => {
  const [main, own, pinned] = [await testAccount(server, 'Main'), await testAccount(server, 'Statements'), await testAccount(server, 'Pinned')];
  await configure(server, true, main);
  await override(server, 'STATEMENTS', own);
  const sendAt = inAnHour();
  expect(await sent(server.admin, { area: 'STATEMENTS', sendAt })).toMatchObject({ status: 'SCHEDULED', route: { account: { name: 'Statements' }, reason: 'Override of area STATEMENTS' } });
  expect(await sent(server.admin, { area: 'ALERTS', sendAt })).toMatchObject({ route: { account: { name: 'Main' }, from: { address: 'billing@example.com', name: 'Billing' } } });
  expect(await sent(server.admin, { area: 'STATEMENTS', accountId: pinned, sendAt })).toMatchObject({ route: { account: { name: 'Pinned' } } });
});

test('an email for later is scheduled, and due at its time', async () => {
  const sendAt = inAnHour();
  const email = await sent(server.admin, { sendAt, priority: 'LOW' });
  expect(email).toMatchObject({ status: 'SCHEDULED', parkedReason: null });
  const [row] = await execute(server, 'select state, priority, due_at from dispatch where email_id = ?', [email.id]);
  expect({ ...row, due_at: Number(row?.['due_at']) }).toEqual({ state: 'DUE', priority: 2, due_at: Date.parse(sendAt) });
});

test('the Message-ID ends in the domain of From, in ASCII', async () => {
  const account = await testAccount(server, 'Umlaut', { emailFrom: 'post@münchen.example' });
  const email = await sent(server.admin, { accountId: account, sendAt: inAnHour() });
  expect(email.messageId).toMatch(/^[0-9a-f-]{36}@xn--mnchen-3ya\.example$/);
});

test('an unknown area becomes known, is marked as discovered, and the audit says so, once', async () => {
  await Promise.all(Array.from({ length: 5 }, async () => await sent(server.admin, { area: 'DUNNING', sendAt: inAnHour() })));
  expect(await execute(server, 'select name, discovered from email_area where code = ?', ['DUNNING'])).toEqual([{ name: 'DUNNING', discovered: 1 }]);
  expect(await execute(server, 'select actor_name, subject from audit_event where action = ? and subject_id = ?', ['DISCOVERED', 'DUNNING']))
    .toEqual([{ actor_name: 'Administrator', subject: 'EMAIL_AREA' }]);
});

test('an unknown area whose code is another one\'s name gets a name of its own', async () => {
  await execute(server, "update email_area set name = 'Payroll', name_key = 'payroll' where code = 'DUNNING'");
  await sent(server.admin, { area: 'PAYROLL', sendAt: inAnHour() });
  expect(await execute(server, 'select name from email_area where code = ?', ['PAYROLL'])).toEqual([{ name: 'PAYROLL 2' }]);
});

test('only what the caller can mend is refused: a From or account that cannot be, and nothing is stored then', async () => {
  const before = await execute(server, 'select count(*) as count from email');
  const [account, unposted] = [await testAccount(server, 'Own From'), await testAccount(server, 'Empty', null)];
  expect(faults(await send(server.admin, { from: 'ceo@example.com', accountId: account }))).toEqual(['FROM_NOT_ALLOWED input.from']);
  expect(faults(await send(server.admin, { accountId: unposted }))).toEqual(['NOT_POSTED input.accountId']);
  for (const accountId of ['no-such-account', '01930000-0000-7000-8000-000000000000', `${account} `, '{"$ne":null}']) {
    expect(faults(await send(server.admin, { accountId }))).toEqual(['NOT_FOUND input.accountId']);
  }
  expect(await execute(server, 'select count(*) as count from email')).toEqual(before);
});
