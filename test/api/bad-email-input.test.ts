import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execute } from '../support/rows.js';
import { countOf, emailInput, faults, send, SEND, SEND_MANY, sent } from '../support/sending.js';
import type { Sending } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom({ POSTROOM_SANDBOX: 'off' }); });
afterAll(async () => { await server.stop(); });

const TABLES = ['email', 'email_body', 'email_attachment', 'recipient', 'dispatch', 'email_area'];
const rows = async () => await Promise.all(TABLES.map(async (table) => (await execute(server, `select count(*) as count from ${table}`))[0]));

/** Everything that is stored of emails, counted: what is refused must leave it as it was. */
const stored = async () => ({ rows: await rows(), total: await countOf(server.admin) });

const file = (values: object = {}) => ({ fileName: 'a.pdf', content: 'AAAA', ...values });
const addresses = (count: number) => Array.from({ length: count }, (_, at) => `r${at}@b.example`);

test.each<[string, object, string]>([
  ['no recipient', { to: [] }, 'INVALID input.to'], ['no lists of recipients', { to: null }, 'INVALID input.to'],
  ['1,001 recipients', { to: addresses(1001) }, 'INVALID input.to'],
  ['1,001 recipients in three lists', { to: addresses(400), cc: addresses(800).slice(400), bcc: [...addresses(1000).slice(800), 'one@more.example'] }, 'INVALID input.to'],
  ['an address without a domain', { to: ['jane@customer.example', 'john'] }, 'INVALID input.to.1'],
  ['an address with a line break', { cc: ['a@b.example\r\nBcc: x@y.example'] }, 'INVALID input.cc.0'],
  ['a name with a line break', { to: ['"Jane\r\nBcc: x@y.example" <a@b.example>'] }, 'INVALID input.to.0'],
  ['an encoded line break in a name', { to: ['Jane\u2028Bcc: x@y.example <a@b.example>'] }, 'INVALID input.to.0'],
  ['an address over 254 characters', { bcc: [`${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.example`] }, 'INVALID input.bcc.0'],
  ['two addresses in one', { to: ['a@b.example, c@d.example'] }, 'INVALID input.to.0'],
  ['a line break in the subject', { subject: 'Hello\r\nBcc: x@y.example' }, 'INVALID input.subject'], ['a lone line feed in the subject', { subject: 'a\nb' }, 'INVALID input.subject'],
  ['an empty subject', { subject: ' ' }, 'INVALID input.subject'], ['a subject too long for a line', { subject: 's'.repeat(999) }, 'INVALID input.subject'],
  ['an empty body', { text: ' \r\n', html: '' }, 'INVALID input.text'], ['no body', { text: null }, 'INVALID input.text'],
  ['half a character', { text: 'a\ud800b' }, 'INVALID input.text'], ['a body over 5 MiB', { text: 'x'.repeat(5 * 1_048_576 + 1) }, 'TOO_LARGE input.text'],
  ['a From with a line break', { from: 'a@b.example\r\nX: y' }, 'INVALID input.from'], ['a replyTo that is none', { replyTo: 'nobody' }, 'INVALID input.replyTo'],
  ['a header of ours', { headers: [{ name: 'Bcc', value: 'x@y.example' }] }, 'INVALID input.headers.0.name'],
  ['a header\'s name with a line break', { headers: [{ name: 'X-A\r\nBcc', value: 'x' }] }, 'INVALID input.headers.0.name'],
  ['a header\'s value with a line break', { headers: [{ name: 'X-A', value: 'x\r\nBcc: x@y.example' }] }, 'INVALID input.headers.0.value'],
  ['a file name with a line break', { attachments: [file({ fileName: 'a"\r\nContent-Type: text/html' })] }, 'INVALID input.attachments.0.fileName'],
  ['a file name with a folder', { attachments: [file(), file({ fileName: '../../etc/passwd' })] }, 'INVALID input.attachments.1.fileName'],
  ['a content type with a line break', { attachments: [file({ contentType: 'text/plain\r\nX: y' })] }, 'INVALID input.attachments.0.contentType'],
  ['a content id with a bracket', { attachments: [file({ contentId: 'a>\r\n' })] }, 'INVALID input.attachments.0.contentId'],
  ['what is no base64', { attachments: [file({ content: 'AAA$' })] }, 'INVALID input.attachments.0.content'],
  ['an area in small letters', { area: 'invoices' }, 'INVALID input.area'], ['an idempotency key with a line break', { idempotencyKey: 'a\nb' }, 'INVALID input.idempotencyKey'],
  ['a time over a year ahead', { sendAt: '2099-01-01T00:00:00.000Z' }, 'INVALID input.sendAt'], ['a batch with a control character', { batch: 'a\u0007' }, 'INVALID input.batch'],
  ['a source without an id', { source: { type: 'INVOICE', id: '' } }, 'INVALID input.source.id'],
])('%s is refused with its path', async (_what, values, fault) => {
  const before = await stored();
  expect(faults(await send(server.admin, values))).toEqual([fault]);
  expect(await stored()).toEqual(before);
});

test('every fault is told at once', async () => {
  expect(faults(await send(server.admin, { to: ['x'], subject: '', text: '', area: '-' })).toSorted())
    .toEqual(['INVALID input.area', 'INVALID input.subject', 'INVALID input.text', 'INVALID input.to.0']);
});

test('files over 10 MiB are too large by their length alone, before anything is decoded', async () => {
  const before = await stored();
  const over = Buffer.alloc(10 * 1_048_576 + 1).toString('base64');
  expect(faults(await send(server.admin, { attachments: [file({ content: over })] }))).toEqual(['TOO_LARGE input.attachments']);
  const half = Buffer.alloc(5 * 1_048_576 + 1).toString('base64');
  expect(faults(await send(server.admin, { attachments: [file({ content: half }), file({ content: half })] }))).toEqual(['TOO_LARGE input.attachments']);
  // Not even base64, which decoding would find.
  expect(faults(await send(server.admin, { attachments: [file({ content: '$'.repeat(16_000_000) })] }))).toEqual(['TOO_LARGE input.attachments']);
  expect(await stored()).toEqual(before);
});

test('faults in one of many are told with its place', async () => {
  const before = await stored();
  const { results } = await server.admin.get<{ results: Sending[] }>(SEND_MANY, { inputs: [emailInput({ to: [] }), emailInput({ cc: ['a\u0000@b.example'] })] });
  expect(results.flatMap(faults)).toEqual(['INVALID inputs.0.to', 'INVALID inputs.1.cc.0']);
  expect(await stored()).toEqual(before);
});

test.each<[string, object]>([
  ['a subject that is no text', { subject: 1 }], ['an unknown field', { subjekt: 'x' }], ['a time that is none', { sendAt: 'tomorrow' }],
  ['an unknown priority', { priority: 'URGENT' }], ['a recipient that is an object', { to: [{ $ne: null }] }], ['no subject', { subject: null }],
])('%s is a bad request', async (_what, values) => {
  const before = await stored();
  expect(await server.admin.code(SEND, { input: emailInput(values) })).toBe('BAD_REQUEST');
  expect(await stored()).toEqual(before);
});

test('a body over the limit of HTTP is refused before it is parsed', async () => {
  const before = await stored();
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${server.admin.token}` },
    body: JSON.stringify({ query: SEND, variables: { input: emailInput({ text: 'x'.repeat(25 * 1_048_576) }) } }),
  });
  expect(answer.status).toBe(413);
  expect(await stored()).toEqual(before);
});

test('international addresses and names are accepted', async () => {
  const { id } = await sent(server.admin, { to: ['Jürgen <jürgen@münchen.example>', '名前 <a@例え.example>'], cc: ['"Doe, Jane" <jane@b.example>'] });
  const email = await server.admin.get('query($id: ID!) { email(id: $id) { recipients { address name } } }', { id });
  expect(email).toEqual({ recipients: [
    { address: 'jürgen@münchen.example', name: 'Jürgen' }, { address: 'a@例え.example', name: '名前' }, { address: 'jane@b.example', name: 'Doe, Jane' },
  ] });
});
