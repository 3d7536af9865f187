import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Api } from '../support/api.js';
import { execute } from '../support/rows.js';
import { sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testToken } from '../support/token.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom({ POSTROOM_SANDBOX: 'off' }); });
afterAll(async () => { await server.stop(); });

const CONTENT = `query($id: ID!) { email(id: $id) { content {
  text html headers { name value } attachments { fileName contentType sizeBytes contentId inline content }
} } }`;
const read = async (api: Api, id: string) => await api.get<{ content: unknown } | null>(CONTENT, { id });
const readings = async (id: string): Promise<number> =>
  Number((await execute(server, "select count(*) as count from audit_event where action = 'CONTENT_READ' and subject_id = ?", [id]))[0]?.['count']);

test('what an email says comes back byte for byte', async () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, at) => at));
  const { id } = await sent(server.admin, {
    text: 'Grüße\r\n🙂\u0000', html: '<p>שלום</p>', headers: [{ name: 'X-Ref', value: 'ü' }],
    attachments: [{ fileName: 'ü 🙂.bin', contentType: 'image/png', content: bytes.toString('base64'), contentId: 'logo', inline: true }, { fileName: 'empty', content: '' }],
  });
  expect(await read(server.admin, id)).toEqual({ content: {
    text: 'Grüße\r\n🙂\u0000', html: '<p>שלום</p>', headers: [{ name: 'X-Ref', value: 'ü' }],
    attachments: [
      { fileName: 'ü 🙂.bin', contentType: 'image/png', sizeBytes: 256, contentId: 'logo', inline: true, content: bytes.toString('base64') },
      { fileName: 'empty', contentType: 'application/octet-stream', sizeBytes: 0, contentId: null, inline: false, content: '' },
    ],
  } });
});

test('every reading is audited, and looking at the log alone is not', async () => {
  const { id } = await sent(server.admin, { subject: 'Salary' });
  await server.admin.get('query($id: ID!) { email(id: $id) { subject recipients { address } } }', { id });
  expect(await readings(id)).toBe(0);
  await read(server.admin, id);
  await read(server.admin, id);
  expect(await readings(id)).toBe(2);
  const [event] = await execute(server, "select actor_name, subject, subject_name from audit_event where action = 'CONTENT_READ' and subject_id = ?", [id]);
  expect(event).toEqual({ actor_name: 'Administrator', subject: 'EMAIL_CONTENT', subject_name: 'Salary' });
});

test('content that cannot be audited is not shown', async () => {
  const { id } = await sent(server.admin, { text: 'the secret words' });
  await execute(server, 'alter table audit_event rename to audit_event_away');
  const answer = await server.admin.ask(CONTENT, { id });
  await execute(server, 'alter table audit_event_away rename to audit_event');
  expect(answer.errors?.[0]?.extensions.code).toBe('INTERNAL');
  expect(JSON.stringify(answer)).not.toContain('the secret words');
  expect(await readings(id)).toBe(0);
});

test('the log may be seen without its content, by a sender too', async () => {
  const reader = await testToken(server, { rights: { EMAILS: ['access', 'add'] } });
  const { id } = await sent(reader.api);
  expect(await reader.api.code(CONTENT, { id })).toBe('FORBIDDEN');
  expect((await reader.api.ask(CONTENT, { id })).data).toEqual({ email: { content: null } });
  expect(await readings(id)).toBe(0);
});

test('access to content that is limited to areas reaches these only', async () => {
  const withLog = await testToken(server, { rights: { EMAILS: ['access'], EMAIL_CONTENT: ['access'] }, areas: ['INVOICES'], limited: ['EMAIL_CONTENT'] });
  const inside = await sent(server.admin, { area: 'INVOICES' });
  const outside = [await sent(server.admin, { area: 'ORDERS' }), await sent(server.admin)];
  expect(await read(withLog.api, inside.id)).toMatchObject({ content: { text: 'Please find it attached.' } });
  for (const { id } of outside) expect([await withLog.api.code(CONTENT, { id }), await readings(id)]).toEqual(['FORBIDDEN', 0]);
});

test('purged content is gone, and the email stays', async () => {
  const { id } = await sent(server.admin);
  await execute(server, 'delete from email_body where email_id = ?', [id]);
  expect(await read(server.admin, id)).toEqual({ content: null });
});

test('more than one answer can hold is refused, not put together in memory', async () => {
  const attachments = [{ fileName: 'large', content: Buffer.alloc(9_000_000, 7).toString('base64') }];
  for (let at = 0; at < 8; at += 1) await sent(server.admin, { batch: 'large', attachments });
  expect(await server.admin.code('{ emails(filter: { batch: "large" }) { edges { node { content { attachments { content } } } } } }')).toBe('BAD_REQUEST');
  expect(await server.admin.code('{ emails(filter: { batch: "large" }, first: 4) { edges { node { content { attachments { content } } } } } }')).toBeNull();
});
