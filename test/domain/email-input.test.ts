import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { areaCodeFault, bodyDigestInput, validateEmail } from '../../src/domain/email-input.js';
import type { SendEmailInput } from '../../src/domain/email-input.js';

const NOW = 1_800_000_000_000;
const DAY_MS = 86_400_000;
const input = (values: Partial<SendEmailInput> = {}): SendEmailInput => ({ to: ['a@b.example'], subject: 'Invoice 4711', text: 'Hello', ...values });
const judged = (values: Partial<SendEmailInput>) => validateEmail(input(values), ['input'], NOW);
const file = (values: object = {}) => ({ fileName: 'a.pdf', content: 'AAAA', ...values });
const many = (count: number) => Array.from({ length: count }, (_, at) => `r${at}@b.example`);

test('the least that can be asked for gets defaults', () => {
  expect(judged({})).toEqual({ faults: [], email: {
    recipients: [{ kind: 'TO', mailbox: { address: 'a@b.example', name: null } }], from: null, replyTo: null,
    subject: 'Invoice 4711', text: 'Hello', html: null, attachments: [], headers: [], area: null, accountId: null,
    idempotencyKey: null, batch: null, sendAt: null, priority: 'NORMAL', source: null, sensitive: false, onUnknown: 'HOLD',
  } });
});

test('everything that can be given comes through', () => {
  const { faults, email } = judged({
    cc: ['Jürgen <j@münchen.example>'], bcc: ['c@b.example'], from: 'Desk <desk@b.example>', replyTo: 'r@b.example', html: '<p>Hi</p>',
    attachments: [file({ contentType: 'image/png', contentId: '<logo@x>', inline: true, content: 'AA\r\nA=' })], headers: [{ name: 'X-Ref', value: 'ü' }],
    area: 'INVOICES', accountId: 'id', idempotencyKey: 'key 1', batch: 'May', sendAt: NOW + DAY_MS, priority: 'HIGH',
    source: { type: 'Invoice', id: '4711' }, sensitive: true, onUnknown: 'RETRY',
  });
  expect(faults).toEqual([]);
  expect(email).toMatchObject({
    from: { address: 'desk@b.example', name: 'Desk' }, replyTo: { address: 'r@b.example' }, html: '<p>Hi</p>', headers: [{ name: 'X-Ref', value: 'ü' }],
    attachments: [{ fileName: 'a.pdf', contentType: 'image/png', contentId: 'logo@x', inline: true, content: 'AAA=', sizeBytes: 2 }],
    area: 'INVOICES', sendAt: NOW + DAY_MS, priority: 'HIGH', source: { type: 'Invoice', id: '4711' }, sensitive: true, onUnknown: 'RETRY',
  });
  expect(email?.recipients.map(({ kind, mailbox }) => `${kind} ${mailbox.address}`)).toEqual(['TO a@b.example', 'CC j@münchen.example', 'BCC c@b.example']);
});

test('an address that comes twice is kept where it came first', () => {
  const { email } = judged({ to: ['a@b.example', 'A@B.example'], cc: ['x <a@b.example>', 'c@b.example'], bcc: ['c@b.example'] });
  expect(email?.recipients.map(({ kind, mailbox }) => `${kind} ${mailbox.address}`)).toEqual(['TO a@b.example', 'CC c@b.example']);
});

test.each<[Partial<SendEmailInput>, string, string]>([
  [{ to: [] }, 'to', 'at least one'], [{ to: null }, 'to', 'at least one'], [{ to: many(1_001) }, 'to', '1001'],
  [{ to: many(1_000), bcc: ['z@b.example'] }, 'to', '1001'], [{ to: ['a@b.example', 'b'] }, 'to.1', '@'], [{ cc: ['a@b.example\r\nX: y'] }, 'cc.0', 'line break'],
  [{ bcc: ['a@b'] }, 'bcc.0', 'dot'], [{ from: 'x' }, 'from', '@'], [{ from: '' }, 'from', 'empty'], [{ replyTo: 'a@b.example, c@d.example' }, 'replyTo', 'one address'],
  [{ subject: 'a\r\nBcc: x@y.example' }, 'subject', 'line break'], [{ subject: ' ' }, 'subject', 'empty'], [{ subject: 's'.repeat(999) }, 'subject', '998'],
  [{ text: null }, 'text', 'empty body'], [{ text: ' \r\n', html: '\t' }, 'text', 'empty body'], [{ text: 'a\ud800' }, 'text', 'half a character'],
  [{ area: 'invoices' }, 'area', 'INVOICES'], [{ area: 'A-B' }, 'area', 'digits'], [{ area: '' }, 'area', 'code'], [{ area: 'A'.repeat(41) }, 'area', '40'],
  [{ idempotencyKey: '' }, 'idempotencyKey', '200'], [{ idempotencyKey: 'k'.repeat(201) }, 'idempotencyKey', '200'], [{ idempotencyKey: 'ü' }, 'idempotencyKey', 'ASCII'],
  [{ idempotencyKey: 'a\nb' }, 'idempotencyKey', 'ASCII'], [{ batch: '' }, 'batch', 'empty'], [{ batch: 'b'.repeat(101) }, 'batch', '100'], [{ batch: 'a\0' }, 'batch', 'control'],
  [{ source: { type: '', id: '1' } }, 'source.type', 'empty'], [{ source: { type: 'T', id: 'i'.repeat(101) } }, 'source.id', '100'],
  [{ sendAt: NOW + 367 * DAY_MS }, 'sendAt', 'a year'], [{ sendAt: Number.NaN }, 'sendAt', 'point in time'], [{ sendAt: -1 }, 'sendAt', 'point in time'],
  [{ headers: [{ name: 'Bcc', value: 'x@y.example' }] }, 'headers.0.name', 'written by Postroom'], [{ headers: [{ name: 'CONTENT-Type', value: 'x' }] }, 'headers.0.name', 'written by'],
  [{ headers: [{ name: 'Resent-To', value: 'x' }] }, 'headers.0.name', 'written by'], [{ headers: [{ name: 'X-SMTPAPI', value: '{}' }] }, 'headers.0.name', 'written by'],
  [{ headers: [{ name: 'X Y', value: 'x' }] }, 'headers.0.name', 'ASCII'], [{ headers: [{ name: 'X:', value: 'x' }] }, 'headers.0.name', 'ASCII'],
  [{ headers: [{ name: 'X-A\r\nB', value: 'x' }] }, 'headers.0.name', 'ASCII'], [{ headers: [{ name: '', value: 'x' }] }, 'headers.0.name', 'ASCII'],
  [{ headers: [{ name: 'X-A', value: 'x\r\nBcc: y' }] }, 'headers.0.value', 'line break'], [{ headers: [{ name: 'X-A', value: 'v'.repeat(999) }] }, 'headers.0.value', '998'],
  [{ headers: Array(51).fill({ name: 'X-A', value: 'x' }) }, 'headers', '50'],
  [{ attachments: [file({ fileName: '' })] }, 'attachments.0.fileName', 'name'], [{ attachments: [file({ fileName: '../a' })] }, 'attachments.0.fileName', 'folder'],
  [{ attachments: [file({ fileName: 'C:\\a' })] }, 'attachments.0.fileName', 'folder'], [{ attachments: [file({ fileName: 'a\r\nX: y' })] }, 'attachments.0.fileName', 'line break'],
  [{ attachments: [file({ fileName: '..' })] }, 'attachments.0.fileName', 'folder'], [{ attachments: [file({ fileName: 'n'.repeat(256) })] }, 'attachments.0.fileName', '255'],
  [{ attachments: [file({ contentType: 'pdf' })] }, 'attachments.0.contentType', 'type/subtype'], [{ attachments: [file({ contentType: 'a/b\r\nX: y' })] }, 'attachments.0.contentType', 'type/subtype'],
  [{ attachments: [file({ contentType: 'multipart/mixed' })] }, 'attachments.0.contentType', 'multipart'], [{ attachments: [file({ inline: true })] }, 'attachments.0.contentId', 'content id'],
  [{ attachments: [file({ contentId: 'a b' })] }, 'attachments.0.contentId', 'content id'], [{ attachments: [file({ contentId: 'a' }), file({ contentId: 'a' })] }, 'attachments', 'twice'],
  [{ attachments: [file({ content: 'A' })] }, 'attachments.0.content', 'base64'], [{ attachments: [file({ content: 'AA=A' })] }, 'attachments.0.content', 'base64'],
  [{ attachments: [file({ content: 'A===' })] }, 'attachments.0.content', 'base64'], [{ attachments: [file({ content: 'AA-_' })] }, 'attachments.0.content', 'base64'],
  [{ attachments: Array(101).fill(file()) }, 'attachments', '100'],
])('refuses %# with a path and words', (values, path, words) => {
  const { faults, email } = judged(values);
  expect(faults.map((fault) => [fault.code, fault.path.join('.')])).toEqual([['INVALID', `input.${path}`]]);
  expect(faults[0]?.message).toContain(words);
  expect(email).toBeNull();
});

test('all faults come together', () => {
  const { faults } = judged({ to: ['x'], subject: 'a\nb', text: '', area: 'x', attachments: [file({ fileName: '/', content: '!' })] });
  expect(faults.map((fault) => fault.path.join('.'))).toEqual(
    ['input.to.0', 'input.subject', 'input.area', 'input.text', 'input.attachments.0.fileName', 'input.attachments.0.content']);
});

test.each<Partial<SendEmailInput>>([
  { to: many(1_000) }, { to: null, bcc: ['a@b.example'] }, { subject: 's'.repeat(998) }, { subject: 'Grüße 🙂 שלום' }, { text: null, html: '<p>x</p>' }, { sendAt: 0 },
  { sendAt: NOW + 365 * DAY_MS }, { attachments: Array(100).fill(file()) }, { attachments: [file({ content: '' })] }, { attachments: [file({ fileName: 'Rechnung für Müller.pdf' })] },
  { attachments: [file({ contentType: 'text/csv; charset=utf-8' })] }, { area: 'A'.repeat(40) }, { idempotencyKey: '~'.repeat(200) },
  { headers: Array(50).fill({ name: 'List-Unsubscribe', value: '<mailto:x@y.example>' }) },
])('takes %#', (values) => {
  expect(judged(values).faults).toEqual([]);
});

const tenMebibytes = 'A'.repeat((10 * 1_048_576 + 2) / 3 * 4 - 4) + 'AA==';

test('attachments are measured decoded, all together, before they are decoded', () => {
  expect(judged({ attachments: [file({ content: tenMebibytes })] }).email?.attachments[0]?.sizeBytes).toBe(10 * 1_048_576);
  const refused = [{ code: 'TOO_LARGE', path: ['input', 'attachments'] }];
  expect(judged({ attachments: [file({ content: tenMebibytes }), file({ content: 'AA==' })] }).faults).toMatchObject(refused);
  expect(judged({ attachments: [file({ content: tenMebibytes.repeat(2) })] }).faults).toMatchObject(refused);
  expect(judged({ attachments: [file({ content: tenMebibytes.replace(/.{76}/g, '$&\r\n') })] }).faults).toEqual([]);
});

const uploads = new Map([['u', { id: 'u', fileName: 'up.pdf', contentType: 'application/pdf', sha256: 'hash of AAAA', sizeBytes: 60 * 1_048_576 }]]);
const withUploads = (attachments: SendEmailInput['attachments']) =>
  validateEmail({ to: ['a@b.example'], subject: 's', text: 't', attachments }, ['input'], NOW, uploads);

test('an upload brings its name and type along, and both can be said anew', () => {
  const named = withUploads([{ id: 'u' }]).email?.attachments;
  expect(named).toEqual([{ fileName: 'up.pdf', contentType: 'application/pdf', contentId: null, inline: false, content: null, upload: uploads.get('u'), sizeBytes: 60 * 1_048_576 }]);
  expect(withUploads([{ id: 'u', fileName: 'b.txt', contentType: 'text/plain' }]).email?.attachments).toMatchObject([{ fileName: 'b.txt', contentType: 'text/plain' }]);
});

test('a file is given by content or by an upload that there is, and not by both', () => {
  const faultsOf = (attachment: object) => withUploads([attachment]).faults.map(({ code, path }) => `${code} ${path.join('.')}`);
  expect(faultsOf({ id: 'other' })).toEqual(['NOT_FOUND input.attachments.0.id']);
  expect(faultsOf({ id: 'u', content: 'AAAA' })).toEqual(['INVALID input.attachments.0.content']);
  expect(faultsOf({ fileName: 'a' })).toEqual(['INVALID input.attachments.0.content']);
  expect(faultsOf({ id: 'u', fileName: '/' })).toEqual(['INVALID input.attachments.0.fileName']);
});

test('uploads do not count as contents, and all files together are measured too', () => {
  expect(withUploads([{ id: 'u' }, file({ content: tenMebibytes })]).faults).toEqual([]);
  expect(withUploads([{ id: 'u' }, { id: 'u' }]).faults).toMatchObject([{ code: 'TOO_LARGE', path: ['input', 'attachments'] }]);
});

test('text and html are measured as UTF-8, together', () => {
  const half = 'ü'.repeat(2.5 * 524_288);
  expect(judged({ text: half, html: half }).faults).toEqual([]);
  expect(judged({ text: half, html: `${half}!` }).faults).toMatchObject([{ code: 'TOO_LARGE', path: ['input', 'html'] }]);
});

test('the digest tells requests apart by all but the key, and files by the hash of their content', () => {
  const digest = (values: Partial<SendEmailInput> = {}) => {
    const { email } = judged({ attachments: [file()], idempotencyKey: 'one', ...values });
    // Stands for the hash that the store answers.
    return email === null ? 'refused' : bodyDigestInput(email, email.attachments.map(({ content, upload }) => upload?.sha256 ?? `hash of ${content}`));
  };
  expect(digest({ idempotencyKey: 'two' })).toBe(digest());
  expect(digest({ attachments: [file({ content: 'AA\r\nAA' })] })).toBe(digest());
  const others: Partial<SendEmailInput>[] = [
    { to: ['b@b.example'] }, { cc: ['c@b.example'] }, { from: 'x@b.example' }, { replyTo: 'x@b.example' }, { subject: 'x' }, { text: 'x' }, { html: 'x' },
    { attachments: [file({ content: 'AAAB' })] }, { attachments: [file({ fileName: 'b' })] }, { headers: [{ name: 'X-A', value: 'x' }] }, { area: 'A' }, { accountId: 'x' },
    { batch: 'x' }, { sendAt: 1 }, { priority: 'LOW' }, { source: { type: 'a', id: 'b' } }, { sensitive: true }, { onUnknown: 'RETRY' },
  ];
  expect(new Set([digest(), ...others.map(digest)]).size).toBe(others.length + 1);
});

test('the code of an area is capitals, digits and _', () => {
  expect(areaCodeFault('PURCHASE_ORDERS_2')).toBeNull();
  expect(areaCodeFault('orders')).toContain('ORDERS');
});

const text = fc.string({ unit: 'binary', maxLength: 12 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const anything: fc.Arbitrary<SendEmailInput> = fc.record({
  subject: text, to: maybe(fc.array(fc.oneof(text, fc.emailAddress()), { maxLength: 4 })), cc: maybe(fc.array(text, { maxLength: 2 })), from: maybe(text), replyTo: maybe(text),
  text: maybe(text), html: maybe(text), area: maybe(text), accountId: maybe(text), idempotencyKey: maybe(text), batch: maybe(text), sendAt: maybe(fc.double()),
  attachments: maybe(fc.array(fc.record({ fileName: text, content: fc.oneof(text, fc.base64String()), contentType: maybe(text), contentId: maybe(text), inline: maybe(fc.boolean()) }), { maxLength: 2 })),
  headers: maybe(fc.array(fc.record({ name: text, value: text }), { maxLength: 2 })), source: maybe(fc.record({ type: text, id: text })),
}, { requiredKeys: ['subject'] });

test('validating never throws, and gives either faults or an email', () => {
  fc.assert(fc.property(anything, (given) => {
    const { faults, email } = validateEmail(given, [], NOW);
    expect(faults.length === 0).toBe(email !== null);
  }), { numRuns: 500 });
});

test('nothing that becomes a header holds a line break', () => {
  const words = fc.array(fc.constantFrom('a', '\r\n', '\n', ' ', 'Bcc: x@y.example', 'ü'), { maxLength: 4 }).map((parts) => parts.join(''));
  fc.assert(fc.property(words, words, words, words, (subject, value, fileName, name) => {
    const { email } = judged({ subject, from: `${name} <a@b.example>`, headers: [{ name: 'X-A', value }], attachments: [file({ fileName })] });
    if (email === null) return;
    expect([email.subject, email.from?.name, email.headers[0]?.value, email.attachments[0]?.fileName].join('')).not.toMatch(/[\r\n]/);
  }));
});

test.each([
  ['an address', (long: string) => judged({ to: [`${long}@b.example`, `"${long}`, `<${long}`, `${long} <`] })],
  ['a display name', (long: string) => judged({ from: `"${long}\\` })],
  ['a content type', (long: string) => judged({ attachments: [file({ contentType: `a/b; ${long}` })] })],
  ['a header', (long: string) => judged({ headers: [{ name: long, value: long }] })],
  ['base64', (long: string) => judged({ attachments: [file({ content: `${long}!` })] })],
])('a megabyte of one character in %s is refused', (_, judge) => {
  for (const unit of ['a', '.', ' ', '"', '\\', '=', '\n']) expect(judge(unit.repeat(1_000_000)).email).toBeNull();
});
