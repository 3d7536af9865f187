import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Answer, Api } from '../support/api.js';
import { eventually } from '../support/eventually.js';
import { record, hire } from '../support/people.js';
import { rawConnection } from '../support/raw-http.js';
import { execute } from '../support/rows.js';
import { faults, inAnHour, send, sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testToken } from '../support/token.js';
import type { UploadOptions } from '../support/uploading.js';
import { uploaded, uploading } from '../support/uploading.js';

const MIB = 1_048_576;

let server: TestServer;
let sender: Api;
beforeAll(async () => {
  server = await startPostroom({ POSTROOM_ATTACHMENT_MIB: '1' });
  sender = (await testToken(server, { rights: { EMAILS: ['add'] } })).api;
});
afterAll(async () => { await server.stop(); });

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const fileOf = (bytes: Buffer): string => join(server.folder, 'blobs', sha256(bytes).slice(0, 2), sha256(bytes));
const drafts = (): string[] => readdirSync(join(server.folder, 'blobs')).filter((name) => name.startsWith('draft-'));
const filesKept = (): number => readdirSync(join(server.folder, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
const attaching = (id: string, values: object = {}) => ({ sendAt: inAnHour(), attachments: [{ id, ...values }] });

/** Status, code and path of a refusal. */
const refused = async (api: Pick<Api, 'url' | 'token'>, body: Buffer | Readable, options: UploadOptions = {}): Promise<unknown[]> => {
  const response = await uploading(api, body, options);
  const [error] = ((await response.json()) as Answer).errors ?? [];
  return [response.status, error?.extensions.code, ...(error !== undefined && 'path' in error.extensions ? [error.extensions.path] : [])];
};

test('a file that was uploaded goes along with an email, byte for byte and under its name and type', async () => {
  const bytes = randomBytes(300_000);
  const { id, expiresAt, ...kept } = await uploaded(sender, bytes, { fileName: 'Rechnung ü 1.pdf', contentType: 'application/pdf' });
  expect(kept).toEqual({ fileName: 'Rechnung ü 1.pdf', contentType: 'application/pdf', sizeBytes: 300_000 });
  expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(23 * 3_600_000);
  expect(readFileSync(fileOf(bytes)).equals(bytes)).toBe(true);
  const email = await sent(sender, { attachments: [{ id }] });
  const CAPTURED = '{ capturedEmails(first: 50) { edges { node { messageId raw attachments { fileName contentType } } } } }';
  interface Captured { edges: { node: { messageId: string; raw: string; attachments: { fileName: string; contentType: string }[] } }[] }
  const { edges } = await eventually(async () => await server.admin.get<Captured>(CAPTURED), (answer) => answer.edges.some(({ node }) => node.messageId === email.messageId));
  const caught = edges.find(({ node }) => node.messageId === email.messageId)?.node;
  expect(caught?.attachments).toEqual([{ fileName: 'Rechnung ü 1.pdf', contentType: 'application/pdf' }]);
  expect(caught?.raw.replaceAll('\r\n', '').includes(bytes.toString('base64'))).toBe(true);
});

test('an upload may go with several emails, under another name and type, and shown inside the html', async () => {
  const { id } = await uploaded(sender, Buffer.from('a logo'), { fileName: 'logo.png', contentType: 'image/png' });
  await sent(sender, attaching(id));
  const { id: emailId } = await sent(sender, attaching(id, { fileName: 'other.gif', contentType: 'image/gif', contentId: 'logo', inline: true }));
  const rows = await execute(server, 'select file_name, content_type, content_id, size_bytes from email_attachment where email_id = ?', [emailId]);
  expect(rows).toEqual([{ file_name: 'other.gif', content_type: 'image/gif', content_id: 'logo', size_bytes: 6 }]);
});

test('signed out nothing is taken, and the answer does not wait for the body', async () => {
  const { write, closed } = await rawConnection(server.url);
  await write('POST /attachments?fileName=a HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n');
  expect(await closed).toMatch(/^HTTP\/1\.1 401 [^]*"code":"UNAUTHENTICATED"/);
});

test('who may not send may not upload; who may in some areas may', async () => {
  const reader = await testToken(server, { rights: { EMAILS: ['access', 'modify'] } });
  expect(await refused(reader.api, Buffer.from('x'))).toEqual([403, 'FORBIDDEN']);
  const limited = await testToken(server, { rights: { EMAILS: ['add'] }, areas: ['INVOICES'] }, ['INVOICES']);
  const { id } = await uploaded(limited.api, Buffer.from('x'));
  await sent(limited.api, { ...attaching(id), area: 'INVOICES' });
});

test('an employee with a one-time password changes it first', async () => {
  const { email } = await hire(server, 'Uploads Late', [record('EMAILS', 'add')]);
  const RESET = 'mutation($id: ID!) { resetEmployeePassword(id: $id) { oneTimePassword userErrors { message } } }';
  const [row] = await execute(server, 'select id from employee where email = ?', [email]);
  const { oneTimePassword } = await server.admin.get<{ oneTimePassword: string }>(RESET, { id: String(row?.['id']) });
  expect(await refused(await server.anybody.signedIn(email, oneTimePassword), Buffer.from('x'))).toEqual([403, 'FORBIDDEN']);
});

test('another site\'s page may not upload', async () => {
  expect(await refused(sender, Buffer.from('x'), { headers: { origin: 'https://evil.example' } })).toEqual([403, 'FORBIDDEN']);
});

test.each([
  ['no name', { query: '' }, 'fileName'], ['a name with a folder', { fileName: '../a' }, 'fileName'],
  ['a name with a line break', { fileName: 'a\nb' }, 'fileName'], ['no type', { query: 'fileName=a&contentType=pdf' }, 'contentType'],
  ['a form', { contentType: 'multipart/form-data; boundary=x' }, 'contentType'],
])('a file with %s is refused as one inside an email is', async (_what, options, field) => {
  expect(await refused(sender, Buffer.from('x'), options)).toEqual([400, 'INVALID', [field]]);
});

test('the type may stand in the query; left out, or said of a form by itself, it is that of bytes', async () => {
  expect((await uploaded(sender, Buffer.from('x'), { query: 'fileName=a&contentType=text%2Fcsv', contentType: 'application/pdf' })).contentType).toBe('text/csv');
  expect((await uploaded(sender, Buffer.from('x'), { contentType: 'application/x-www-form-urlencoded' })).contentType).toBe('application/octet-stream');
  expect((await uploaded(sender, Buffer.from('x'))).contentType).toBe('application/octet-stream');
});

test('JSON is a file like any other, and an empty file is one too', async () => {
  expect(await uploaded(sender, Buffer.from('{"a": '), { contentType: 'application/json' })).toMatchObject({ sizeBytes: 6 });
  expect(await uploaded(sender, Buffer.alloc(0))).toMatchObject({ sizeBytes: 0 });
});

test('a file of the limit is taken; a larger one is refused, announced or not, and nothing of it stays', async () => {
  expect(await uploaded(sender, randomBytes(MIB))).toMatchObject({ sizeBytes: MIB });
  const before = filesKept();
  expect(await refused(sender, randomBytes(MIB + 1))).toEqual([413, 'TOO_LARGE', ['content']]);
  expect(await refused(sender, Readable.from([randomBytes(MIB), randomBytes(1)]))).toEqual([413, 'TOO_LARGE', ['content']]);
  expect([drafts(), filesKept()]).toEqual([[], before]);
});

test('an upload that hangs up leaves nothing', async () => {
  const before = filesKept();
  const { socket, write } = await rawConnection(server.url);
  await write(`POST /attachments?fileName=a HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${sender.token}\r\nContent-Length: 500000\r\n\r\n`);
  await write(Buffer.alloc(200_000, 'x'));
  await eventually(async () => drafts(), (names) => names.length === 1);
  socket.destroy();
  await eventually(async () => drafts(), (names) => names.length === 0);
  expect(filesKept()).toBe(before);
  expect(server.output()).not.toContain('A request failed');
});

test('an upload is its uploader\'s alone, and one that expired is nobody\'s', async () => {
  const { id } = await uploaded(sender, Buffer.from('mine'));
  const other = await testToken(server, { rights: { EMAILS: ['add'] } });
  for (const api of [other.api, server.admin]) expect(faults(await send(api, attaching(id)))).toEqual(['NOT_FOUND input.attachments.0.id']);
  await execute(server, 'update upload set expires_at = ? where id = ?', [Date.now() - 1, id]);
  expect(faults(await send(sender, attaching(id)))).toEqual(['NOT_FOUND input.attachments.0.id']);
});

test('a file is given one way: by content or by id', async () => {
  const { id } = await uploaded(sender, Buffer.from('one way'));
  expect(faults(await send(sender, attaching(id, { content: 'eA==' })))).toEqual(['INVALID input.attachments.0.content']);
  expect(faults(await send(sender, { attachments: [{ fileName: 'a' }] }))).toEqual(['INVALID input.attachments.0.content']);
  expect(faults(await send(sender, { attachments: [{ content: 'eA==' }] }))).toEqual(['INVALID input.attachments.0.fileName']);
});

test('the same content is the same request under its key, whichever way it came in', async () => {
  const { id } = await uploaded(sender, Buffer.from('same'), { fileName: 'same.txt', contentType: 'text/plain' });
  const first = await sent(sender, { ...attaching(id), sendAt: null, idempotencyKey: 'same content' });
  const inline = { attachments: [{ fileName: 'same.txt', contentType: 'text/plain', content: Buffer.from('same').toString('base64') }] };
  expect((await sent(sender, { ...inline, sendAt: null, idempotencyKey: 'same content' })).id).toBe(first.id);
  const changed = { attachments: [{ ...inline.attachments[0], content: Buffer.from('other').toString('base64') }] };
  expect(faults(await send(sender, { ...changed, sendAt: null, idempotencyKey: 'same content' }))).toEqual(['IDEMPOTENCY_MISMATCH input.idempotencyKey']);
});

test('files of an email come to 100 MiB at most', async () => {
  const { id } = await uploaded(sender, randomBytes(MIB));
  await execute(server, 'update upload set size_bytes = ? where id = ?', [60 * MIB, id]);
  expect(faults(await send(sender, { sendAt: inAnHour(), attachments: [{ id }, { id }] }))).toEqual(['TOO_LARGE input.attachments']);
});

test('what a caller uploads and does not use is capped; using it, or another caller, makes room', async () => {
  const { api, id: tokenId } = await testToken(server, { rights: { EMAILS: ['add'] } });
  const { id } = await uploaded(api, Buffer.from('large'));
  await execute(server, 'update upload set size_bytes = ? where id = ?', [1023.5 * MIB, id]);
  expect(await refused(api, randomBytes(MIB))).toEqual([429, 'RATE_LIMITED']);
  expect(await refused(api, Readable.from([Buffer.from('x')]))).toEqual([429, 'RATE_LIMITED']);
  await uploaded(sender, Buffer.from('another caller'));
  await execute(server, 'update upload set size_bytes = 5 where id = ?', [id]);
  await sent(api, attaching(id));
  expect(await execute(server, 'select used from upload where holder = ?', [`A:${tokenId}`])).toEqual([{ used: 1 }]);
  await uploaded(api, randomBytes(MIB));
});

test('a file that is gone from the disk is a fault of its email, and no email goes without it', async () => {
  const bytes = randomBytes(1000);
  const { id } = await uploaded(sender, bytes);
  rmSync(fileOf(bytes));
  expect(faults(await send(sender, attaching(id)))).toEqual(['NOT_FOUND input.attachments']);
  await uploaded(sender, bytes);
  await sent(sender, attaching(id));
});

test('content that was removed a moment ago is put again by whoever sends it inside an email', async () => {
  const bytes = randomBytes(1000);
  const attachments = [{ fileName: 'again.bin', content: bytes.toString('base64') }];
  await sent(sender, { sendAt: inAnHour(), attachments });
  await execute(server, 'delete from kept_blob where sha256 = ?', [sha256(bytes)]);
  rmSync(fileOf(bytes));
  await sent(sender, { sendAt: inAnHour(), attachments });
  expect(await execute(server, 'select sha256 from kept_blob where sha256 = ?', [sha256(bytes)])).toHaveLength(1);
});
