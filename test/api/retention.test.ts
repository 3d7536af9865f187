import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Api } from '../support/api.js';
import { CompanyServer, HANG_UP } from '../support/company-server.js';
import { mend, settled } from '../support/delivered.js';
import { eventually } from '../support/eventually.js';
import { execute } from '../support/rows.js';
import { faults, inAnHour, send, sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testAccount } from '../support/test-account.js';

const DAY_MS = 86_400_000;

let server: TestServer;
let company: CompanyServer;
let accountId: string;
beforeAll(async () => {
  company = await CompanyServer.start();
  server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' });
  accountId = await testAccount(server, 'Company', company.settings);
});
afterAll(async () => {
  await server.stop();
  await company.stop();
});

interface Kept { contentPurgedAt: string | null; content: { text: string } | null }
const kept = async (api: Api, id: string): Promise<Kept | null> =>
  await api.get<Kept | null>('query($id: ID!) { email(id: $id) { contentPurgedAt content { text } } }', { id });
const file = (): { bytes: Buffer; attachments: { fileName: string; content: string }[]; path: string } => {
  const bytes = randomBytes(100);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, attachments: [{ fileName: 'a', content: bytes.toString('base64') }], path: join(server.folder, 'blobs', sha256.slice(0, 2), sha256) };
};
const rowsOf = async (id: string): Promise<number[]> => await Promise.all(['email_body', 'email_attachment'].map(async (table) =>
  (await execute(server, `select 1 as found from ${table} where email_id = ?`, [id])).length));

test('a sensitive email has lost its body and its files when it is SENT, and another one has not', async () => {
  const { id } = await sent(server.admin, { accountId, sensitive: true, text: 'the one-time password', attachments: file().attachments });
  await settled(server.admin, id, 'SENT');
  expect(await kept(server.admin, id)).toEqual({ contentPurgedAt: expect.any(String), content: null });
  expect(await rowsOf(id)).toEqual([0, 0]);
  const other = await sent(server.admin, { accountId, text: 'an invoice' });
  await settled(server.admin, other.id, 'SENT');
  expect(await kept(server.admin, other.id)).toEqual({ contentPurgedAt: null, content: { text: 'an invoice' } });
});

test('so has one that the sandbox caught, that was cancelled, or that somebody said had arrived', async () => {
  const caught = await sent(server.admin, { sensitive: true });
  await settled(server.admin, caught.id, 'CAPTURED');
  const cancelled = await sent(server.admin, { sensitive: true, sendAt: inAnHour() });
  expect(await rowsOf(cancelled.id)).toEqual([1, 0]);
  await mend(server.admin, 'cancelEmail', cancelled.id);
  company.behaviour.message = () => HANG_UP;
  const unknown = await sent(server.admin, { accountId, sensitive: true });
  await settled(server.admin, unknown.id, 'UNKNOWN');
  company.behave();
  expect(await rowsOf(unknown.id)).toEqual([1, 0]);
  await server.admin.get('mutation($id: ID!) { resolveUnknownEmail(id: $id, outcome: ARRIVED) { userErrors { code } } }', { id: unknown.id });
  for (const { id } of [caught, cancelled, unknown]) expect(await kept(server.admin, id)).toEqual({ contentPurgedAt: expect.any(String), content: null });
});

test('a sensitive email that FAILED is gone too: it can neither be tried again nor sent once more', async () => {
  company.behaviour.message = () => '554 5.6.0 Not this message';
  const { id } = await sent(server.admin, { accountId, sensitive: true });
  await settled(server.admin, id, 'FAILED');
  company.behave();
  for (const mutation of ['retryEmail', 'resendEmail']) {
    expect((await mend(server.admin, mutation, id)).userErrors).toMatchObject([{ code: 'WRONG_STATE', path: ['id'] }]);
  }
  expect(await rowsOf(id)).toEqual([0, 0]);
});

test('a sensitive email that is tried again by itself keeps what it says until then', async () => {
  let times = 0;
  company.behaviour.message = () => ((times += 1) === 1 ? '451 4.3.0 Later' : null);
  const { id } = await sent(server.admin, { accountId, sensitive: true, text: 'kept meanwhile' });
  await eventually(async () => await execute(server, 'select tries from dispatch where email_id = ? and tries = 1', [id]), (rows) => rows.length === 1);
  expect(await rowsOf(id)).toEqual([1, 0]);
  await mend(server.admin, 'retryEmail', id);
  await settled(server.admin, id, 'SENT');
  company.behave();
  expect(company.arrived.at(-1)?.mail.text?.trim()).toBe('kept meanwhile');
});

/** Lets an email, which must be settled, have been accepted and settled so many days ago. Ids tell the time (UUIDv7). */
const backdated = async (id: string, days: number): Promise<string> => {
  const hex = (Date.now() - days * DAY_MS).toString(16).padStart(12, '0');
  const older = `${hex.slice(0, 8)}-${hex.slice(8)}${id.slice(13)}`;
  for (const table of ['email_body', 'email_attachment', 'recipient', 'attempt']) await execute(server, `update ${table} set email_id = ? where email_id = ?`, [older, id]);
  await execute(server, 'update email set id = ?, accepted_at = accepted_at - ?, settled_at = settled_at - ? where id = ?', [older, days * DAY_MS, days * DAY_MS, id]);
  return older;
};

const POST = `mutation($input: SmtpConfigurationInput!, $version: Int!) { postSmtpConfiguration(input: $input, version: $version) {
  smtpConfiguration { contentRetentionDays emailRetentionDays } userErrors { code path } } }`;
interface Retention { contentRetentionDays: number | null; emailRetentionDays: number | null }
const post = async (input: object) => {
  const { version } = await server.admin.get<{ version: number }>('{ smtpConfiguration { version } }');
  const answer = await server.admin.get<{ smtpConfiguration: Retention | null; userErrors: { code: string; path: string[] }[] }>(POST, { input, version });
  return answer.userErrors.length > 0 ? answer.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`) : answer.smtpConfiguration;
};

test('a new installation keeps content for 90 days and emails for 730', async () => {
  expect(await server.admin.get('{ smtpConfiguration { contentRetentionDays emailRetentionDays } }')).toEqual({ contentRetentionDays: 90, emailRetentionDays: 730 });
});

test('days are posted like the rest: what is left out stays, null is for ever, and every fault is told', async () => {
  expect(await post({ contentRetentionDays: 30 })).toEqual({ contentRetentionDays: 30, emailRetentionDays: 730 });
  expect(await post({ emailRetentionDays: null })).toEqual({ contentRetentionDays: 30, emailRetentionDays: null });
  expect(await post({ contentRetentionDays: 0, emailRetentionDays: 40_000 })).toEqual(['INVALID input.contentRetentionDays', 'INVALID input.emailRetentionDays']);
  expect(await post({ emailRetentionDays: 29 })).toEqual(['INVALID input.emailRetentionDays']);
  expect(await post({ emailRetentionDays: 30 })).toEqual({ contentRetentionDays: 30, emailRetentionDays: 30 });
  expect(await post({ contentRetentionDays: null })).toEqual(['INVALID input.contentRetentionDays']);
  expect(await post({ contentRetentionDays: 90, emailRetentionDays: 730 })).toEqual({ contentRetentionDays: 90, emailRetentionDays: 730 });
  const [event] = await execute(server, "select changes from audit_event where subject = 'SMTP_CONFIGURATION' order by id desc limit 1");
  expect(JSON.parse(String(event?.['changes']))).toEqual(expect.arrayContaining([{ field: 'contentRetentionDays', before: '30', after: '90' }]));
});

test('what is kept no longer goes at the next start, its files with it, and the audit says so; its key is free again', async () => {
  const [purged, removed, shared] = [file(), file(), file()];
  const first = await sent(server.admin, { accountId, attachments: purged.attachments });
  const second = await sent(server.admin, { accountId, attachments: removed.attachments, idempotencyKey: 'used long ago' });
  const third = await sent(server.admin, { accountId, attachments: shared.attachments });
  const young = await sent(server.admin, { accountId, attachments: shared.attachments });
  for (const { id } of [first, second, third, young]) await settled(server.admin, id, 'SENT');
  const ids = [await backdated(first.id, 91), await backdated(second.id, 731), await backdated(third.id, 91)];
  await execute(server, 'update kept_blob set collect_at = 0');
  server = await server.restart();
  await eventually(async () => existsSync(removed.path), (there) => !there);
  await eventually(async () => existsSync(purged.path), (there) => !there);
  expect(existsSync(shared.path)).toBe(true);
  expect(await Promise.all([...ids, young.id].map(async (id) => await kept(server.admin, id)))).toMatchObject([
    { content: null, contentPurgedAt: expect.any(String) }, null, { content: null }, { contentPurgedAt: null, content: { text: expect.any(String) } },
  ]);
  const AUDIT = 'query { auditEvents(filter: { action: PURGED }, first: 1) { edges { node { actorKind actorName changes { field after } } } } }';
  const { edges: [audited] } = await server.admin.get<{ edges: { node: { changes: { field: string; after: string }[] } }[] }>(AUDIT);
  expect(audited?.node).toMatchObject({ actorKind: 'SYSTEM', actorName: 'Postroom' });
  expect(audited?.node.changes).toEqual(expect.arrayContaining([{ field: 'contents', after: '3' }, { field: 'emails', after: '1' }]));
  expect((await sent(server.admin, { accountId, text: 'another text', idempotencyKey: 'used long ago' })).id).not.toBe(second.id);
});

test('what SendGrid does not take is refused where its way leads there, and not where it leads elsewhere', async () => {
  const newsId = await testAccount(server, 'News', { useSendGrid: true, sendGridEmailFrom: 'news@example.com', sendGridApiKey: 'SG.key' });
  await server.admin.get('mutation($id: ID!) { pauseSmtpAccount(id: $id) { userErrors { code } } }', { id: newsId });
  const { bytes } = file();
  const response = await fetch(`${server.url}/attachments?fileName=a`, { method: 'POST', body: bytes, headers: { authorization: `Bearer ${server.admin.token}` } });
  const { id } = await response.json() as { id: string };
  await execute(server, 'update upload set size_bytes = ? where id = ?', [20 * 1_048_576 + 1, id]);
  expect(faults(await send(server.admin, { accountId: newsId, attachments: [{ id }] }))).toEqual(['TOO_LARGE input.attachments']);
  await sent(server.admin, { accountId, sendAt: inAnHour(), attachments: [{ id }] });
  await execute(server, 'update upload set size_bytes = ? where id = ?', [20 * 1_048_576, id]);
  expect(await sent(server.admin, { accountId: newsId, attachments: [{ id }] })).toMatchObject({ status: 'PARKED' });
});

test('an email that is rerouted to SendGrid with more than that fails, and says why, without its files being read', async () => {
  const newsId = await testAccount(server, 'More news', { useSendGrid: true, sendGridEmailFrom: 'news@example.com', sendGridApiKey: 'SG.key' });
  const { attachments, path } = file();
  const { id } = await sent(server.admin, { accountId, sendAt: inAnHour(), attachments });
  await execute(server, 'update email_attachment set size_bytes = ? where email_id = ?', [20 * 1_048_576 + 1, id]);
  await server.admin.get('mutation($id: String!, $to: ID!) { changeEmails(filter: { messageId: $id }, action: REROUTE, accountId: $to) { userErrors { code } } }',
    { id: (await server.admin.get<{ messageId: string }>('query($id: ID!) { email(id: $id) { messageId } }', { id })).messageId, to: newsId });
  await mend(server.admin, 'retryEmail', id);
  const failed = await settled(server.admin, id, 'FAILED');
  expect(failed.attempts.at(-1)).toMatchObject({ stage: 'PROVIDER_API', diagnosis: { id: 'SENDGRID_ATTACHMENTS_TOO_LARGE' } });
  expect(existsSync(path)).toBe(true);
});
