import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { accountAt, testAccount, way } from '../support/account-testing.js';
import { CLIENT_SECRET, entra } from '../support/authorization-server.js';
import { check } from '../support/health.js';
import { startOAuthDesk, type OAuthDesk } from '../support/oauth-desk.js';
import { execute } from '../support/rows.js';

let desk: OAuthDesk;
beforeAll(async () => { desk = await startOAuthDesk(); });
afterAll(async () => { await desk.stop(); });
beforeEach(() => desk.authority.behave());

/** The words of the stage that failed, and the diagnosis. */
const failure = async (id: string, settings: object = {}): Promise<{ diagnosis: string | undefined; verdict: string | undefined; detail: string | null; reply: string | null; went: string }> => {
  const { test: made, userErrors } = await testAccount(desk.server.admin, id, { mode: 'DRY_RUN', settings });
  expect(userErrors).toEqual([]);
  const failed = made?.stages.find(({ outcome }) => outcome === 'FAILED');
  return { diagnosis: made?.diagnosis?.id, verdict: made?.diagnosis?.verdict, detail: failed?.detail ?? null, reply: failed?.reply ?? null, went: way(made) };
};

test.each([
  [401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided. Trace ID: 1', 'OAUTH_SECRET_WRONG', 'PARK'],
  [401, 'invalid_client', "AADSTS7000222: The provided client secret keys for app 'x' are expired.", 'OAUTH_SECRET_EXPIRED', 'PARK'],
  [400, 'unauthorized_client', "AADSTS700016: Application with identifier 'x' was not found in the directory 'y'.", 'OAUTH_CLIENT_UNKNOWN', 'PARK'],
  [400, 'invalid_grant', 'AADSTS65001: The user or administrator has not consented to use the application', 'OAUTH_CONSENT_MISSING', 'PARK'],
  [403, 'interaction_required', 'AADSTS53003: Access has been blocked by Conditional Access policies.', 'OAUTH_POLICY', 'PARK'],
  [401, 'unauthorized_client', 'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.', 'GOOGLE_DELEGATION_MISSING', 'PARK'],
  [400, 'invalid_grant', 'Invalid email or User ID', 'GOOGLE_MAILBOX_UNKNOWN', 'PARK'],
  [429, 'temporarily_unavailable', 'AADSTS50196: too often', 'OAUTH_ENDPOINT_OUT_OF_ORDER', 'BACKOFF'],
  [503, 'server_error', 'AADSTS90033: A transient error has occurred.', 'OAUTH_ENDPOINT_OUT_OF_ORDER', 'BACKOFF'],
])('%i %s "%s" of the token end point fails AUTH as %s, with its words', async (status, error, description, diagnosis, verdict) => {
  const id = await accountAt(desk.server.admin, desk.microsoft);
  desk.authority.behaviour.script = () => entra(status, error, description);
  const seen = await failure(id);
  expect(seen).toMatchObject({ diagnosis, verdict, reply: null, went: 'DNS TCP GREETING EHLO TLS !AUTH' });
  expect(seen.detail).toContain(`${status} ${error}: ${description}`);
});

test('a wrong secret, tenant or key is refused by the real server', async () => {
  const id = await accountAt(desk.server.admin, desk.microsoft);
  expect(await failure(id, { oauthClientSecret: 'another' })).toMatchObject({ diagnosis: 'OAUTH_SETUP', verdict: 'PARK' });
  expect(await failure(id, { oauthTenantId: 'other.example', oauthClientSecret: CLIENT_SECRET })).toMatchObject({ diagnosis: 'OAUTH_TENANT_UNKNOWN', verdict: 'PARK' });
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const stranger = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  expect(await failure(await accountAt(desk.server.admin, { ...desk.google, oauthPrivateKey: stranger }))).toMatchObject({ diagnosis: 'GOOGLE_KEY_WRONG', verdict: 'PARK' });
});

test.each([
  ['a redirect, which is not followed', { status: 302, body: '', headers: { location: 'http://127.0.0.1:9/' } }, 'OAUTH_TOKEN_FAILED'],
  ['an answer without an end', { status: 200, body: `{"access_token":"${'a'.repeat(100_000)}"` }, 'OAUTH_ENDPOINT_AWAY'],
  ['a page', { status: 200, body: '<title>Log on to the network</title>', headers: { 'content-type': 'text/html' } }, 'OAUTH_TOKEN_FAILED'],
  ['a token that would end within the log-on', { status: 200, body: String.raw`{"access_token":"a\u0001b","token_type":"Bearer","expires_in":3600}` }, 'OAUTH_TOKEN_FAILED'],
  ['a secret said back as a form writes it', { status: 400, body: JSON.stringify({ error: 'invalid_client', error_description: `Wrong: ${new URLSearchParams({ client_secret: CLIENT_SECRET }).toString()}` }) }, 'OAUTH_SETUP'],
  ['a secret said back', { status: 400, body: JSON.stringify({ error: 'invalid_client', error_description: `Wrong: ${CLIENT_SECRET}` }) }, 'OAUTH_SETUP'],
])('%s is no token', async (_what, scripted, diagnosis) => {
  const id = await accountAt(desk.server.admin, desk.microsoft);
  desk.authority.behaviour.script = () => scripted;
  const seen = await failure(id);
  expect(seen).toMatchObject({ diagnosis, went: 'DNS TCP GREETING EHLO TLS !AUTH' });
  for (const secret of [CLIENT_SECRET, new URLSearchParams({ client_secret: CLIENT_SECRET }).toString().slice('client_secret='.length)]) expect(JSON.stringify(seen)).not.toContain(secret);
});

test('a look at an account whose secret is not there says so, and asks no end point', async () => {
  const watched = await startOAuthDesk({ POSTROOM_HEALTH_INTERVAL_MINUTES: '10080' });
  try {
    const id = await accountAt(watched.server.admin, watched.microsoft);
    expect(await check(watched.server, id)).toMatchObject({ state: 'OK' });
    await execute(watched.server, 'update smtp_account set oauth_client_secret_sealed = null, version = version + 1 where id = ?', [id]);
    const before = watched.authority.requests;
    expect(await check(watched.server, id)).toMatchObject({ state: 'FAILING', stage: 'AUTH', diagnosis: { id: 'CREDENTIALS_MISSING' } });
    expect(watched.authority.requests).toBe(before);
  } finally {
    await watched.stop();
  }
});
