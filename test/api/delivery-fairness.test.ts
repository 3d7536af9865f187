import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { CompanyServer } from '../support/company-server.js';
import { logged, settled } from '../support/delivered.js';
import { eventually } from '../support/eventually.js';
import { execute } from '../support/rows.js';
import { emailInput, inAnHour, SEND_MANY, sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testAccount } from '../support/test-account.js';

let server: TestServer;
let company: CompanyServer;
let held: CompanyServer;
beforeAll(async () => {
  [company, held] = await Promise.all([CompanyServer.start(), CompanyServer.start()]);
  server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' });
});
afterEach(() => held.behave());
afterAll(async () => {
  await server.stop();
  await Promise.all([company.stop(), held.stop()]);
});

/** Holds whoever names a recipient, until they are let go with an answer. */
const holding = () => {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<string | null>();
  held.behaviour.recipient = async () => {
    asked.resolve();
    return await answer.promise;
  };
  return { asked: asked.promise, release: (reply: string | null) => answer.resolve(reply) };
};
const switchMail = async (enabled: boolean) =>
  await server.admin.get('mutation($enabled: Boolean!) { setMailEnabled(enabled: $enabled) { userErrors { code } } }', { enabled });
const pause = async (id: string) => await server.admin.get('mutation($id: ID!) { pauseSmtpAccount(id: $id) { userErrors { code } } }', { id });
const point = async (area: string, accountId: string) => {
  const { version } = await server.admin.get<{ version: number }>('{ smtpConfiguration { version } }');
  const { userErrors } = await server.admin.get<{ userErrors: unknown[] }>(
    'mutation($input: SmtpConfigurationInput!, $version: Int!) { postSmtpConfiguration(input: $input, version: $version) { userErrors { code message } } }',
    { input: { overrides: [{ area, accountId }] }, version });
  expect(userErrors).toEqual([]);
};

test('a server that never answers holds up its own account only', async () => {
  const { release } = holding();
  const [hanging, other] = [await testAccount(server, 'Hangs', held.settings), await testAccount(server, 'Goes on', company.settings)];
  await switchMail(false);
  for (let posted = 0; posted < 300; posted += 100) {
    const inputs = Array.from({ length: 100 }, () => emailInput({ accountId: hanging }));
    await server.admin.get(SEND_MANY, { inputs });
  }
  await switchMail(true);
  await eventually(async () => await execute(server, "select count(*) as count from dispatch where state = 'CLAIMED'"), ([row]) => Number(row?.['count']) >= 100);
  const { id } = await sent(server.admin, { accountId: other });
  await settled(server.admin, id, 'SENT');
  const [row] = await execute(server, "select count(*) as count from dispatch where state = 'CLAIMED'");
  expect(Number(row?.['count'])).toBe(100);
  release(null);
  await eventually(async () => await execute(server, 'select count(*) as count from dispatch'), ([left]) => Number(left?.['count']) === 0);
});

/** Emails through each of some accounts, all of them due at once. */
const postTo = async (accountIds: readonly string[], each: number) => {
  await switchMail(false);
  for (const accountId of accountIds) {
    for (let posted = 0; posted < each; posted += 50) await server.admin.get(SEND_MANY, { inputs: Array.from({ length: 50 }, () => emailInput({ accountId })) });
  }
  await switchMail(true);
};
const claimedNow = async (): Promise<number> => Number((await execute(server, "select count(*) as count from dispatch where state = 'CLAIMED'"))[0]?.['count']);

test.each([[3, 150, 300], [6, 50, 120]])('%i accounts whose servers never answer, with %i emails each, do not hold up another', async (accounts, each, inHand) => {
  const { release } = holding();
  const hanging: string[] = [];
  while (hanging.length < accounts) hanging.push(await testAccount(server, `Hangs ${accounts} ${hanging.length}`, held.settings));
  const other = await testAccount(server, `Goes on beside ${accounts}`, company.settings);
  await postTo(hanging, each);
  await eventually(claimedNow, (count) => count >= inHand);
  const { id } = await sent(server.admin, { accountId: other });
  expect((await settled(server.admin, id, 'SENT')).attempts).toHaveLength(1);
  release(null);
  await eventually(async () => await execute(server, 'select count(*) as count from dispatch'), ([left]) => Number(left?.['count']) === 0);
});

test('what waits in a repointed area is not parked for the account that it left', async () => {
  const [left, next] = [await testAccount(server, 'Left', held.settings), await testAccount(server, 'Next', company.settings)];
  await point('STATEMENTS', left);
  const { id } = await sent(server.admin, { area: 'STATEMENTS', sendAt: inAnHour() });
  const pinned = await sent(server.admin, { area: 'STATEMENTS', accountId: left, sendAt: inAnHour() });
  await point('STATEMENTS', next);
  await pause(left);
  expect((await logged(server.admin, id)).status).toBe('SCHEDULED');
  expect((await logged(server.admin, pinned.id)).parkedReason).toBe('ACCOUNT_PAUSED');
  await execute(server, 'update dispatch set due_at = 0 where email_id = ?', [id]);
  expect((await settled(server.admin, id, 'SENT')).route.account?.name).toBe('Next');
});

test('an email in hand whose area is repointed goes the new way when the old account is paused for it', async () => {
  const { asked, release } = holding();
  const [left, next] = [await testAccount(server, 'Left in hand', held.settings), await testAccount(server, 'Next in hand', company.settings)];
  await point('INVOICES', left);
  const { id } = await sent(server.admin, { area: 'INVOICES' });
  await asked;
  await point('INVOICES', next);
  release('454 4.7.1 <jane@customer.example>: Relay access denied');
  const email = await settled(server.admin, id, 'SENT');
  expect([email.route.account?.name, email.attempts.map(({ outcome }) => outcome)]).toEqual(['Next in hand', ['REFUSED', 'ACCEPTED']]);
});

test('what is in hand when mail is switched off does not leave any more', async () => {
  const { asked, release } = holding();
  const { id, messageId } = await sent(server.admin, { accountId: await testAccount(server, 'Switched off', held.settings) });
  await asked;
  await switchMail(false);
  release(null);
  expect((await settled(server.admin, id, 'PARKED')).parkedReason).toBe('MAIL_OFF');
  expect(held.timesArrived(messageId)).toBe(0);
  await switchMail(true);
  await settled(server.admin, id, 'SENT');
});

test('an email whose content was purged fails instead of leaving empty', async () => {
  const { id, messageId } = await sent(server.admin, { accountId: await testAccount(server, 'Purged', company.settings), sendAt: inAnHour() });
  await execute(server, 'delete from email_body where email_id = ?', [id]);
  await execute(server, 'update dispatch set due_at = 0 where email_id = ?', [id]);
  const email = await settled(server.admin, id, 'FAILED');
  expect(email).toMatchObject({ diagnosisId: 'CONTENT_PURGED', attempts: [{ outcome: 'REFUSED', diagnosis: { id: 'CONTENT_PURGED' } }] });
  expect(company.timesArrived(messageId)).toBe(0);
});
