import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Api } from '../support/api.js';
import { execute, insert } from '../support/rows.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testToken } from '../support/token.js';

let server: TestServer;
beforeAll(async () => {
  server = await startPostroom({ POSTROOM_SANDBOX: 'off' });
  for (const area of ['INVOICES', 'ORDERS', null]) await capture(area);
});
afterAll(async () => { await server.stop(); });

const MESSAGE = [
  'From: a@b.example', 'To: c@d.example', 'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=x', '',
  '--x', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', '', Buffer.from('Grüße 🙂').toString('base64'),
  '--x', 'Content-Type: text/html', '', '<p>Hello</p>', '--x', 'Content-Type: application/pdf', 'Content-Disposition: attachment; filename="a.pdf"', '', 'PDF', '--x--', '',
].join('\r\n');

/** What the catcher would have kept. */
const capture = async (area: string | null): Promise<void> => {
  const sha256 = createHash('sha256').update(MESSAGE).digest('hex');
  mkdirSync(join(server.folder, 'blobs', sha256.slice(0, 2)), { recursive: true });
  writeFileSync(join(server.folder, 'blobs', sha256.slice(0, 2), sha256), MESSAGE);
  await insert(server, 'captured_email', {
    id: `0193${randomUUID().slice(4)}`, received_at: Date.now(), envelope_from: 'a@b.example', recipients: JSON.stringify(['c@d.example', 'bcc@d.example']),
    message_id: 'm@b.example', area, subject: 'Grüße', sha256, size_bytes: MESSAGE.length,
  });
};

interface Captured { readonly edges: { readonly node: Record<string, unknown> }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }; readonly totalCount: number }
const list = async (api: Api, fields: string, args = ''): Promise<Captured> =>
  await api.get<Captured>(`{ capturedEmails${args} { edges { node { ${fields} } } pageInfo { hasNextPage endCursor } totalCount } }`);
const readings = async (): Promise<number> =>
  Number((await execute(server, "select count(*) as count from audit_event where action = 'CONTENT_READ' and subject = 'CAPTURED_EMAIL'"))[0]?.['count']);

test('a captured email is listed with its envelope, and its parts are read as a mail program would', async () => {
  const { edges, totalCount } = await list(server.admin, 'envelopeFrom recipients messageId subject sizeBytes raw text html attachments { fileName contentType sizeBytes }');
  expect(totalCount).toBe(3);
  expect(edges[0]?.node).toEqual({
    envelopeFrom: 'a@b.example', recipients: ['c@d.example', 'bcc@d.example'], messageId: 'm@b.example', subject: 'Grüße', sizeBytes: MESSAGE.length,
    raw: MESSAGE, text: expect.stringContaining('Grüße 🙂'), html: expect.stringContaining('<p>Hello</p>'),
    attachments: [{ fileName: 'a.pdf', contentType: 'application/pdf', sizeBytes: 3 }],
  });
});

test('a page that was read is audited once; a list of envelopes is not', async () => {
  const before = await readings();
  await list(server.admin, 'id subject recipients');
  expect(await readings()).toBe(before);
  await list(server.admin, 'text html raw attachments { fileName }');
  expect(await readings()).toBe(before + 1);
});

test('one is read by its id, which is audited by its name, and only by who reaches its area', async () => {
  const { edges } = await list(server.admin, 'id area');
  const [id, of] = [edges.find(({ node }) => node['area'] === 'INVOICES')?.node['id'], (api: Api, one: unknown) => api.get('query($id: ID!) { capturedEmail(id: $id) { subject text } }', { id: one })];
  const before = await readings();
  expect(await of(server.admin, id)).toEqual({ subject: 'Grüße', text: expect.stringContaining('Grüße 🙂') });
  expect(await readings()).toBe(before + 1);
  const [event] = await execute(server, "select subject_id from audit_event where action = 'CONTENT_READ' order by at desc limit 1");
  expect(event).toEqual({ subject_id: id });
  const { api: ordersOnly } = await testToken(server, { rights: { EMAIL_CONTENT: ['access'] }, areas: ['ORDERS'] });
  expect([await of(ordersOnly, id), await of(server.admin, randomUUID()), await readings()]).toEqual([null, null, before + 1]);
  expect(await (await testToken(server, { rights: {} })).api.code('query($id: ID!) { capturedEmail(id: $id) { subject } }', { id })).toBe('FORBIDDEN');
});

test('pages follow one another', async () => {
  const first = await list(server.admin, 'id', '(first: 2)');
  expect(first.pageInfo.hasNextPage).toBe(true);
  const second = await list(server.admin, 'id', `(first: 2, after: "${first.pageInfo.endCursor}")`);
  const ids = [...first.edges, ...second.edges].map(({ node }) => String(node['id']));
  expect(ids).toEqual([...new Set(ids)].toSorted().toReversed());
  expect(ids).toHaveLength(3);
});

test('access that is limited to areas shows what these sent', async () => {
  const { api } = await testToken(server, { rights: { EMAIL_CONTENT: ['access'] }, areas: ['INVOICES'] });
  const { edges, totalCount } = await list(api, 'area');
  expect({ edges, totalCount }).toEqual({ edges: [{ node: { area: 'INVOICES' } }], totalCount: 1 });
});

test('without EMAIL_CONTENT access nothing is learnt', async () => {
  const { api } = await testToken(server, { rights: { EMAILS: ['access', 'add', 'modify'] } });
  expect(await api.code('{ capturedEmails { totalCount } }')).toBe('FORBIDDEN');
  expect(await server.anybody.code('{ capturedEmails { totalCount } }')).toBe('UNAUTHENTICATED');
});
