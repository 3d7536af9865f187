import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { accountAt } from '../support/account-testing.js';
import { CLIENT_SECRET, entra } from '../support/authorization-server.js';
import { runCommand } from '../support/command.js';
import { settled } from '../support/delivered.js';
import { eventually } from '../support/eventually.js';
import { startOAuthDesk, type OAuthDesk } from '../support/oauth-desk.js';
import { execute } from '../support/rows.js';
import { sent } from '../support/sending.js';

let desk: OAuthDesk;
beforeAll(async () => { desk = await startOAuthDesk(); });
afterAll(async () => { await desk.stop(); });
beforeEach(() => {
  desk.authority.behave();
  desk.mail.refusing = 'CHALLENGE';
  desk.mail.tokens.length = 0;
});

const POST = 'mutation($id: ID!, $settings: SmtpAccountSettingsInput!, $version: Int!) { postSmtpAccountSettings(id: $id, settings: $settings, version: $version) { userErrors { code path } } }';
const account = async (id: string) => await desk.server.admin.get<{ version: number; pauseReason: string | null; pauseDiagnosisId: string | null }>(
  'query($id: ID!) { smtpAccount(id: $id) { version pauseReason pauseDiagnosisId } }', { id });
const post = async (id: string, settings: object): Promise<void> => {
  const { version } = await account(id);
  expect(await desk.server.admin.get(POST, { id, settings, version })).toEqual({ userErrors: [] });
};
const deliver = async (accountId: string) => await settled(desk.server.admin, (await sent(desk.server.admin, { accountId })).id, 'SENT');

test.each(['microsoft', 'google'] as const)('emails of %s are delivered with one token for all of them', async (provider) => {
  const id = await accountAt(desk.server.admin, desk[provider]);
  const before = desk.authority.requests;
  const emails = await Promise.all(Array.from({ length: 10 }, async () => await deliver(id)));
  expect(emails.map(({ attempts }) => attempts.length)).toEqual(Array(10).fill(1));
  expect(desk.authority.requests - before).toBe(1);
  expect(new Set(desk.mail.tokens)).toEqual(new Set(desk.authority.handedOut.slice(-1)));
  const [kept] = await execute(desk.server, 'select fingerprint, sealed, lease_holder from oauth_token where account_id = ?', [id]);
  expect(kept).toMatchObject({ lease_holder: null, sealed: expect.stringMatching(/^v1\./) });
});

test('a token that was taken back before its end is fetched anew once, within the same try', async () => {
  const id = await accountAt(desk.server.admin, desk.microsoft);
  await deliver(id);
  const [old] = desk.authority.handedOut.slice(-1);
  const before = desk.authority.requests;
  desk.authority.revokeAll();
  desk.mail.hangUp();
  expect((await deliver(id)).attempts).toHaveLength(1);
  expect(desk.authority.requests - before).toBe(1);
  expect(desk.mail.tokens).toEqual([old, old, ...desk.authority.handedOut.slice(-1)]);
});

test('the newest token is logged on with, also where the one before it would last longer', async () => {
  const id = await accountAt(desk.server.admin, desk.microsoft);
  await deliver(id);
  desk.authority.revokeAll();
  desk.mail.hangUp();
  desk.authority.behaviour.lifeSeconds = 600;
  expect((await deliver(id)).attempts).toHaveLength(1);
  expect(desk.mail.tokens.at(-1)).toBe(desk.authority.handedOut.at(-1));
  expect(await account(id)).toMatchObject({ pauseReason: null });
});

test('a refusal at once, without a challenge, is one too: the token is fetched anew, and a second no parks the account', async () => {
  const id = await accountAt(desk.server.admin, desk.microsoft);
  desk.mail.refusing = 'REPLY';
  desk.authority.behaviour.script = () => ({ status: 200, body: `{"access_token":"other-${desk.authority.requests}","token_type":"Bearer","expires_in":3600}` });
  const email = await settled(desk.server.admin, (await sent(desk.server.admin, { accountId: id })).id, 'PARKED');
  expect(new Set(desk.mail.tokens).size).toBe(2);
  expect(email.attempts).toMatchObject([{ stage: 'AUTH', code: 535, diagnosis: { id: 'M365_TOKEN_REFUSED' } }]);
});

test.each([['LATER', 454], ['HANG_UP', null]] as const)('a server that does not look at the token (%s) is tried again later, with the same one', async (refusing, code) => {
  const id = await accountAt(desk.server.admin, { ...desk.microsoft, retryShortestSeconds: 1, retryLongestSeconds: 1 });
  desk.mail.refusing = refusing;
  desk.authority.behaviour.script = () => ({ status: 200, body: '{"access_token":"looked-at-later","token_type":"Bearer","expires_in":3600}' });
  const before = desk.authority.requests;
  const { id: emailId } = await sent(desk.server.admin, { accountId: id });
  const waiting = await eventually(
    async () => (await desk.server.admin.get<{ status: string; attempts: object[] }>('query($id: ID!) { email(id: $id) { status attempts { stage code diagnosis { verdict } } } }', { id: emailId })),
    ({ status, attempts }) => status === 'QUEUED' && attempts.length > 0);
  expect(waiting.attempts[0]).toMatchObject({ stage: 'AUTH', code, diagnosis: { verdict: 'BACKOFF' } });
  expect([desk.authority.requests - before, await account(id)]).toMatchObject([1, { pauseReason: null }]);
  await desk.server.admin.get('mutation($id: ID!) { cancelEmail(id: $id) { userErrors { code } } }', { id: emailId });
});

test('where no other token comes for one that was refused, the end point says why', async () => {
  const id = await accountAt(desk.server.admin, desk.microsoft);
  await deliver(id);
  desk.authority.revokeAll();
  desk.mail.hangUp();
  desk.authority.behaviour.script = () => entra(401, 'invalid_client', 'AADSTS7000222: The provided client secret keys are expired.');
  const email = await settled(desk.server.admin, (await sent(desk.server.admin, { accountId: id })).id, 'PARKED');
  expect(email.attempts).toMatchObject([{ stage: 'AUTH', diagnosis: { id: 'OAUTH_SECRET_EXPIRED' } }]);
});

test.each([['microsoft', 'oauth_client_secret_sealed'], ['google', 'oauth_private_key_sealed']] as const)('an account of %s whose secret is not there, as after an import, parks its emails and says what to enter', async (provider, column) => {
  const id = await accountAt(desk.server.admin, desk[provider]);
  await execute(desk.server, `update smtp_account set ${column} = null, version = version + 1 where id = ?`, [id]);
  const before = desk.authority.requests;
  const email = await settled(desk.server.admin, (await sent(desk.server.admin, { accountId: id })).id, 'PARKED');
  expect(email.attempts).toMatchObject([{ stage: 'AUTH', code: null, diagnosis: { id: 'CREDENTIALS_MISSING' } }]);
  expect([desk.authority.requests - before, await account(id)]).toMatchObject([0, { pauseReason: 'FAULT', pauseDiagnosisId: 'CREDENTIALS_MISSING' }]);
});

test('a second token that is refused parks the account, with the challenge as evidence', async () => {
  const id = await accountAt(desk.server.admin, desk.microsoft);
  desk.authority.behaviour.script = () => ({ status: 200, body: `{"access_token":"stranger-${desk.authority.requests}","token_type":"Bearer","expires_in":3600}` });
  const email = await settled(desk.server.admin, (await sent(desk.server.admin, { accountId: id })).id, 'PARKED');
  expect(desk.mail.tokens).toHaveLength(2);
  expect(new Set(desk.mail.tokens).size).toBe(2);
  expect(email.attempts).toMatchObject([{ stage: 'AUTH', code: 535, diagnosis: { id: 'OAUTH_TOKEN_REFUSED' }, reply: expect.stringContaining('{"status":"400"') }]);
  expect(await account(id)).toMatchObject({ pauseReason: 'FAULT', pauseDiagnosisId: 'OAUTH_TOKEN_REFUSED' });
  // Mended where it was at fault, not here: what waits goes once somebody resumes the account.
  desk.authority.behave();
  await desk.server.admin.get('mutation($id: ID!) { resumeSmtpAccount(id: $id) { userErrors { code } } }', { id });
  await settled(desk.server.admin, email.id, 'SENT');
});

test('a token that ended while a connection was pooled is renewed for the next connection', async () => {
  const id = await accountAt(desk.server.admin, desk.microsoft);
  desk.authority.behaviour.lifeSeconds = 2;
  await deliver(id);
  const [first = ''] = desk.mail.tokens;
  await eventually(async () => await desk.authority.opens('erp@example.com', first), (opens) => !opens);
  // The connection that is open has logged on, and goes on.
  await deliver(id);
  expect(desk.mail.tokens).toEqual([first]);
  desk.mail.hangUp();
  expect((await deliver(id)).attempts).toHaveLength(1);
  expect(desk.mail.tokens).not.toHaveLength(1);
  expect(desk.mail.tokens.slice(1)).not.toContain(first);
});

test('a wrong secret parks the account before any server is called; the right one sends what waited', async () => {
  const id = await accountAt(desk.server.admin, { ...desk.microsoft, oauthClientSecret: 'another secret' });
  const { id: emailId } = await sent(desk.server.admin, { accountId: id });
  expect((await settled(desk.server.admin, emailId, 'PARKED')).attempts).toMatchObject([{ stage: 'AUTH', code: null, diagnosis: { id: 'OAUTH_SETUP' } }]);
  expect(await account(id)).toMatchObject({ pauseReason: 'FAULT', pauseDiagnosisId: 'OAUTH_SETUP' });
  expect(desk.mail.tokens).toEqual([]);
  await post(id, { oauthClientSecret: CLIENT_SECRET });
  await settled(desk.server.admin, emailId, 'SENT');
});

test('an end point that is out of order makes emails wait and try again, and pauses nothing', async () => {
  const id = await accountAt(desk.server.admin, { ...desk.microsoft, retryShortestSeconds: 1, retryLongestSeconds: 1 });
  desk.authority.behaviour.script = () => ({ ...entra(503, 'server_error', 'AADSTS90033: A transient error has occurred.'), headers: { 'retry-after': '1' } });
  const { id: emailId } = await sent(desk.server.admin, { accountId: id });
  const waiting = await eventually(
    async () => (await desk.server.admin.get<{ status: string; attempts: object[] }>('query($id: ID!) { email(id: $id) { status attempts { outcome diagnosis { id verdict } } } }', { id: emailId })),
    ({ status, attempts }) => status === 'QUEUED' && attempts.length > 0);
  expect(waiting.attempts[0]).toMatchObject({ diagnosis: { id: 'OAUTH_ENDPOINT_OUT_OF_ORDER', verdict: 'BACKOFF' } });
  expect(await account(id)).toMatchObject({ pauseReason: null });
  desk.authority.behave();
  await settled(desk.server.admin, emailId, 'SENT');
});

test('posted settings drop the kept token: the next email has one that they fetched', async () => {
  const id = await accountAt(desk.server.admin, desk.microsoft);
  await deliver(id);
  const before = desk.authority.requests;
  await post(id, { oauthClientSecret: CLIENT_SECRET });
  expect(await execute(desk.server, 'select * from oauth_token where account_id = ?', [id])).toEqual([]);
  await deliver(id);
  expect(desk.authority.requests - before).toBe(1);
  await desk.server.admin.get('mutation($id: ID!, $version: Int!) { eraseSmtpAccount(id: $id, version: $version) { userErrors { code } } }', { id, version: (await account(id)).version });
  expect(await execute(desk.server, 'select * from oauth_token where account_id = ?', [id])).toEqual([]);
});

test('keys that are rotated under a running server leave the account in order', async () => {
  const id = await accountAt(desk.server.admin, desk.google);
  await deliver(id);
  expect(await runCommand(['keys', 'rotate'], desk.server.environment)).toMatchObject({ code: 0 });
  expect((await deliver(id)).attempts).toHaveLength(1);
});

test('a server that takes no tokens parks the account as one', async () => {
  const id = await accountAt(desk.server.admin, { ...desk.microsoft, port: desk.withoutTokens.port });
  const email = await settled(desk.server.admin, (await sent(desk.server.admin, { accountId: id })).id, 'PARKED');
  expect(email.attempts).toMatchObject([{ stage: 'AUTH', diagnosis: { id: 'XOAUTH2_NOT_OFFERED' } }]);
  expect(desk.withoutTokens.tokens).toEqual([]);
});

test('no token and no secret is in the log or in an attempt', async () => {
  const everything = desk.server.output() + JSON.stringify(await execute(desk.server, 'select * from attempt')) + JSON.stringify(await execute(desk.server, 'select * from oauth_token'));
  expect(desk.authority.handedOut.length).toBeGreaterThan(5);
  for (const secret of [CLIENT_SECRET, ...desk.authority.handedOut]) expect(everything.includes(secret)).toBe(false);
});
