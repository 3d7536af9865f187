import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CompanyServer } from '../support/company-server.js';
import { changeMany, logged, mend, settled } from '../support/delivered.js';
import { beginErasing } from '../support/erasing.js';
import { inAnHour, sent } from '../support/sending.js';
import { execute } from '../support/rows.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testAccount } from '../support/test-account.js';
import { testToken } from '../support/token.js';

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

const paused = async (name: string): Promise<string> => {
  const id = await testAccount(server, name, company.settings);
  await server.admin.get('mutation($id: ID!) { pauseSmtpAccount(id: $id) { userErrors { code } } }', { id });
  return id;
};

test('a scheduled email is taken back, once, and never arrives', async () => {
  const { id, status } = await sent(server.admin, { accountId, sendAt: inAnHour() });
  expect(status).toBe('SCHEDULED');
  const { email } = await mend(server.admin, 'cancelEmail', id);
  expect(email).toMatchObject({ status: 'CANCELLED', recipients: [{ status: 'CANCELLED' }] });
  expect((await mend(server.admin, 'cancelEmail', id)).userErrors).toMatchObject([{ code: 'WRONG_STATE', path: ['id'] }]);
  expect((await mend(server.admin, 'retryEmail', id)).userErrors).toMatchObject([{ code: 'WRONG_STATE' }]);
});

test('a scheduled email can be sent now', async () => {
  const { id } = await sent(server.admin, { accountId, sendAt: inAnHour() });
  await mend(server.admin, 'retryEmail', id);
  expect((await settled(server.admin, id, 'SENT')).attempts).toHaveLength(1);
});

test.each(['retryEmail', 'cancelEmail'])('%s does not apply to what was sent', async (mutation) => {
  const { id } = await sent(server.admin, { accountId });
  await settled(server.admin, id, 'SENT');
  expect((await mend(server.admin, mutation, id)).userErrors).toMatchObject([{ code: 'WRONG_STATE', path: ['id'] }]);
});

test('what was sent is sent once more as a new email that names the old one, with its attachments', async () => {
  const attachments = [{ fileName: 'a.pdf', contentType: 'application/pdf', content: Buffer.from('content').toString('base64') }];
  const { id } = await sent(server.admin, { accountId, attachments, cc: ['copy@customer.example'] });
  const first = await settled(server.admin, id, 'SENT');
  const { email } = await mend(server.admin, 'resendEmail', id);
  expect(email).toMatchObject({ resendOfId: id });
  const again = await settled(server.admin, email?.id ?? '', 'SENT');
  expect(again.messageId).not.toBe(first.messageId);
  const arrived = company.arrived.find((one) => one.messageId === again.messageId);
  expect(arrived?.mail.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([['a.pdf', 'content']]);
  expect(arrived?.recipients).toEqual(['jane@customer.example', 'copy@customer.example']);
});

test('it is sent once more to others, whose addresses are checked', async () => {
  const { id } = await sent(server.admin, { accountId });
  await settled(server.admin, id, 'SENT');
  expect((await mend(server.admin, 'resendEmail', id, ', to: ["nonsense"]')).userErrors).toMatchObject([{ code: 'INVALID', path: ['to', '0'] }]);
  const { email } = await mend(server.admin, 'resendEmail', id, ', to: ["other@customer.example"]');
  expect((await settled(server.admin, email?.id ?? '', 'SENT')).recipients.map(({ address }) => address)).toEqual(['other@customer.example']);
});

const resentAudited = async (id: string) => await execute(server, "select actor_name, changes from audit_event where action = 'RESENT' and subject_id = ?", [id]);

test('that it was sent once more stands in the audit with the new email, and not where that was refused', async () => {
  const id = await testAccount(server, 'Changes its From', company.settings);
  const email = await sent(server.admin, { accountId: id, from: 'billing@example.com' });
  await settled(server.admin, email.id, 'SENT');
  await mend(server.admin, 'resendEmail', email.id, ', to: ["other@customer.example"]');
  const audited = await resentAudited(email.id);
  expect(audited).toEqual([expect.objectContaining({ actor_name: 'Administrator' })]);
  expect(JSON.stringify(audited)).toContain('other@customer.example');
  const { userErrors } = await server.admin.get<{ userErrors: unknown[] }>(
    'mutation($id: ID!, $settings: SmtpAccountSettingsInput!) { postSmtpAccountSettings(id: $id, settings: $settings, version: 2) { userErrors { code message } } }',
    { id, settings: { ...company.settings, emailFrom: 'sales@example.com', fromName: 'Sales' } });
  expect(userErrors).toEqual([]);
  expect((await mend(server.admin, 'resendEmail', email.id)).userErrors).toMatchObject([{ code: 'FROM_NOT_ALLOWED' }]);
  expect(await resentAudited(email.id)).toHaveLength(1);
});

test('sending to others shows them the content: it needs the right to that', async () => {
  const { id } = await sent(server.admin, { accountId, area: 'INVOICES' });
  const { api } = await testToken(server, { rights: { EMAILS: ['access', 'modify'] } });
  expect(await api.code('mutation($id: ID!) { resendEmail(id: $id, to: ["other@customer.example"]) { email { id } } }', { id })).toBe('FORBIDDEN');
});

test('pausing an account parks what waits for it, resuming frees it to where it stood', async () => {
  const pausedId = await testAccount(server, 'Paused by hand', company.settings);
  const { id } = await sent(server.admin, { accountId: pausedId, sendAt: inAnHour() });
  await server.admin.get('mutation($id: ID!) { pauseSmtpAccount(id: $id) { userErrors { code } } }', { id: pausedId });
  expect(await logged(server.admin, id)).toMatchObject({ status: 'PARKED', parkedReason: 'ACCOUNT_PAUSED' });
  await server.admin.get('mutation($id: ID!) { resumeSmtpAccount(id: $id) { userErrors { code } } }', { id: pausedId });
  expect(await logged(server.admin, id)).toMatchObject({ status: 'SCHEDULED', parkedReason: null });
});

test('what is parked for an account goes through another one when it is rerouted', async () => {
  const standing = await paused('Stands still');
  const emails = await Promise.all(['a', 'b', 'c'].map(async (name) => await sent(server.admin, { accountId: standing, batch: 'rerouted', subject: name })));
  expect(emails.map(({ status }) => status)).toEqual(['PARKED', 'PARKED', 'PARKED']);
  expect(await changeMany(server.admin, { batch: 'rerouted' }, 'REROUTE', accountId)).toEqual({ changed: 3, skipped: 0, userErrors: [] });
  for (const { id } of emails) expect((await settled(server.admin, id, 'SENT')).route.account?.name).toBe('Company');
  expect(await changeMany(server.admin, { batch: 'rerouted' }, 'CANCEL')).toEqual({ changed: 0, skipped: 3, userErrors: [] });
});

test('emails are not rerouted to an account that is being erased', async () => {
  const erased = await testAccount(server, 'Being erased', company.settings);
  const { id } = await sent(server.admin, { accountId, sendAt: inAnHour(), batch: 'to the erased' });
  const erasing = await beginErasing(server, erased);
  const answer = changeMany(server.admin, { batch: 'to the erased' }, 'REROUTE', erased);
  try {
    await Promise.race([answer, erasing.waitedFor()]);
  } finally {
    await erasing.commit();
  }
  expect(await answer).toMatchObject({ changed: 0, userErrors: [{ code: 'NOT_FOUND', path: ['accountId'] }] });
  expect(await execute(server, 'select pinned_account_id from email where id = ?', [id])).toEqual([{ pinned_account_id: accountId }]);
});

test('only rerouting takes an account, and it must be one', async () => {
  expect((await changeMany(server.admin, { batch: 'none' }, 'CANCEL', accountId)).userErrors).toMatchObject([{ code: 'INVALID', path: ['accountId'] }]);
  await sent(server.admin, { accountId, sendAt: inAnHour(), batch: 'lost' });
  expect((await changeMany(server.admin, { batch: 'lost' }, 'REROUTE', 'no such account')).userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['accountId'] }]);
});

const switchMail = async (enabled: boolean) => await server.admin.get('mutation($enabled: Boolean!) { setMailEnabled(enabled: $enabled) { userErrors { code } } }', { enabled });

test('with mail switched off emails wait, also those already scheduled; switched on, they are delivered by themselves', async () => {
  const scheduled = await sent(server.admin, { accountId, sendAt: inAnHour() });
  await switchMail(false);
  const { id, status } = await sent(server.admin, { accountId });
  expect(status).toBe('PARKED');
  await mend(server.admin, 'retryEmail', scheduled.id);
  expect((await settled(server.admin, scheduled.id, 'PARKED')).parkedReason).toBe('MAIL_OFF');
  await switchMail(true);
  expect((await settled(server.admin, id, 'SENT')).attempts).toHaveLength(1);
  await settled(server.admin, scheduled.id, 'SENT');
});

test('mail that stood still for more than a day is not sent unasked when mail is switched on, and goes when it is released', async () => {
  await switchMail(false);
  const { id } = await sent(server.admin, { accountId, batch: 'stale' });
  await execute(server, 'update dispatch set due_at = due_at - 90000000 where email_id = ?', [id]);
  await switchMail(true);
  expect((await logged(server.admin, id)).parkedReason).toBe('MAIL_OFF');
  expect(await changeMany(server.admin, { batch: 'stale' }, 'RELEASE')).toEqual({ changed: 1, skipped: 0, userErrors: [] });
  await settled(server.admin, id, 'SENT');
});

interface Configuration { readonly version: number }
const postOverride = async (account: string) => {
  const { version } = await server.admin.get<Configuration>('{ smtpConfiguration { version } }');
  await server.admin.get(
    'mutation($input: SmtpConfigurationInput!, $version: Int!) { postSmtpConfiguration(input: $input, version: $version) { userErrors { code message } } }',
    { input: { overrides: [{ area: 'STATEMENTS', accountId: account }] }, version });
};

test('a repointed override moves what waits for the account it led to', async () => {
  const standing = await paused('Old way');
  await postOverride(standing);
  const emails = await Promise.all(['a', 'b'].map(async (subject) => await sent(server.admin, { area: 'STATEMENTS', subject })));
  expect(emails.map(({ status }) => status)).toEqual(['PARKED', 'PARKED']);
  await postOverride(accountId);
  for (const { id } of emails) expect((await settled(server.admin, id, 'SENT')).route.account?.name).toBe('Company');
});

test('a passed test ends the pause that a fault caused, and frees what waited', async () => {
  company.behaviour.password = 'changed';
  const id = await testAccount(server, 'Tested', company.settings);
  const email = await sent(server.admin, { accountId: id });
  await settled(server.admin, email.id, 'PARKED');
  company.behave();
  const { test: { state } } = await server.admin.get<{ test: { state: string } }>(
    'mutation($id: ID!) { testSmtpAccount(id: $id, input: { emailTestTo: "it@company.example" }) { test { state } } }', { id });
  expect(state).toBe('PASSED');
  await settled(server.admin, email.id, 'SENT');
});

test('emails are changed by those who hold the right in their area, and are unknown to others', async () => {
  const { id } = await sent(server.admin, { accountId, area: 'INVOICES', sendAt: inAnHour() });
  const { api: stranger } = await testToken(server, { rights: { EMAILS: ['access', 'modify'] }, areas: ['ORDERS'] });
  const { api: reader } = await testToken(server, { rights: { EMAILS: ['access'] } });
  const { api: mender } = await testToken(server, { rights: { EMAILS: ['access', 'modify'] }, areas: ['INVOICES'] });
  expect((await mend(stranger, 'cancelEmail', id)).userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['id'] }]);
  expect((await changeMany(stranger, {}, 'CANCEL')).changed).toBe(0);
  expect(await reader.code('mutation($id: ID!) { cancelEmail(id: $id) { email { id } } }', { id })).toBe('FORBIDDEN');
  expect(await reader.code('mutation { changeEmails(filter: {}, action: CANCEL) { changed } }')).toBe('FORBIDDEN');
  expect((await mend(mender, 'cancelEmail', id)).email?.status).toBe('CANCELLED');
});

test.each(['no such email', '00000000-0000-0000-0000-000000000000', '\u0000'])('an id that leads nowhere (%j) is not found', async (id) => {
  expect((await mend(server.admin, 'cancelEmail', id)).userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['id'] }]);
});
