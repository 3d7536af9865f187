import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { accountAt, testAccount, way } from '../support/account-testing.js';
import { CLIENT_ID, CLIENT_SECRET, TENANT } from '../support/authorization-server.js';
import { commandPlace, runCommand } from '../support/command.js';
import { MAILBOX, startOAuthDesk, type OAuthDesk } from '../support/oauth-desk.js';
import { execute } from '../support/rows.js';
import { faults } from '../support/sending.js';

let desk: OAuthDesk;
beforeAll(async () => { desk = await startOAuthDesk(); });
afterAll(async () => { await desk.stop(); });
beforeEach(() => {
  desk.authority.behave();
  desk.mail.refusing = 'CHALLENGE';
});

const POST = `mutation($id: ID!, $settings: SmtpAccountSettingsInput!, $version: Int!) { postSmtpAccountSettings(id: $id, settings: $settings, version: $version) {
  smtpAccount { version hasOAuthClientSecret hasOAuthPrivateKey } userErrors { code message path } } }`;
interface Posted { smtpAccount: { version: number; hasOAuthClientSecret: boolean; hasOAuthPrivateKey: boolean } | null; userErrors: { code: string; message: string; path: string[] }[] }
const post = async (id: string, settings: object, version: number): Promise<Posted> => await desk.server.admin.get<Posted>(POST, { id, settings, version });
const READ = `query($id: ID!) { smtpAccount(id: $id) {
  settings { authentication oauthProvider oauthTenantId oauthClientId oauthClientSecretExpiresOn oauthClientEmail accountName }
  hasPassword hasOAuthClientSecret oauthClientSecretState oauthClientSecretExpiresOn oauthClientSecretDaysLeft oauthClientSecretExpiry hasOAuthPrivateKey oauthPrivateKeyState } }`;

/** The words of the stage that failed, and the diagnosis. */
const failure = async (id: string, settings: object = {}): Promise<{ diagnosis: string | undefined; verdict: string | undefined; detail: string | null; reply: string | null; went: string }> => {
  const { test: made, userErrors } = await testAccount(desk.server.admin, id, { mode: 'DRY_RUN', settings });
  expect(userErrors).toEqual([]);
  const failed = made?.stages.find(({ outcome }) => outcome === 'FAILED');
  return { diagnosis: made?.diagnosis?.id, verdict: made?.diagnosis?.verdict, detail: failed?.detail ?? null, reply: failed?.reply ?? null, went: way(made) };
};

test('an account of Microsoft 365 is posted, shown without its secret, and a test logs on with a token', async () => {
  const id = await accountAt(desk.server.admin, { ...desk.microsoft, oauthClientSecretExpiresOn: '2099-12-31' });
  const { test: made } = await testAccount(desk.server.admin, id);
  expect(made).toMatchObject({ state: 'PASSED', diagnosis: null });
  expect(made?.stages.find(({ stage }) => stage === 'AUTH')).toMatchObject({ code: 235, detail: `Logged on as ${MAILBOX} by XOAUTH2 with a fresh access token` });
  expect(desk.mail.users.at(-1)).toBe(MAILBOX);
  const account = await desk.server.admin.get<object>(READ, { id });
  expect(account).toMatchObject({
    settings: { authentication: 'OAUTH2', oauthProvider: 'MICROSOFT', oauthTenantId: TENANT, oauthClientId: CLIENT_ID, accountName: null },
    hasPassword: false, hasOAuthClientSecret: true, oauthClientSecretState: 'STORED', hasOAuthPrivateKey: false, oauthPrivateKeyState: 'NONE',
    oauthClientSecretExpiresOn: '2099-12-31', oauthClientSecretExpiry: 'NONE',
  });
});

test('a service account of Google signs for its mailbox', async () => {
  const id = await accountAt(desk.server.admin, desk.google);
  expect((await testAccount(desk.server.admin, id)).test).toMatchObject({ state: 'PASSED' });
  const other = await accountAt(desk.server.admin, { ...desk.google, accountName: 'invoices@example.com', oauthPrivateKey: String(desk.google['oauthPrivateKey']).replaceAll('\n', String.raw`\n`) });
  expect((await testAccount(desk.server.admin, other)).test).toMatchObject({ state: 'PASSED' });
  expect(desk.mail.users.at(-1)).toBe('invoices@example.com');
});

test('a client secret that ends soon, or has ended, is warned of', async () => {
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const id = await accountAt(desk.server.admin, { ...desk.microsoft, oauthClientSecretExpiresOn: day(20) });
  const read = async () => await desk.server.admin.get<{ oauthClientSecretDaysLeft: number; oauthClientSecretExpiry: string }>(READ, { id });
  const soon = await read();
  // Midnight may pass in between.
  expect([19, 20]).toContain(soon.oauthClientSecretDaysLeft);
  expect(soon.oauthClientSecretExpiry).toBe('SOON');
  expect((await post(id, { oauthClientSecretExpiresOn: day(-2) }, 2)).userErrors).toEqual([]);
  expect(await read()).toMatchObject({ oauthClientSecretExpiry: 'EXPIRED', hasOAuthClientSecret: true });
});

test.each([
  [{ oauthProvider: null }, ['INVALID settings.oauthProvider']],
  [{ oauthTenantId: null, oauthClientId: null, oauthClientSecret: null }, ['INVALID settings.oauthTenantId', 'INVALID settings.oauthClientId', 'PASSWORD_REQUIRED settings.oauthClientSecret']],
  [{ oauthTenantId: 'common' }, ['INVALID settings.oauthTenantId']], [{ oauthTenantId: 'x/../y' }, ['INVALID settings.oauthTenantId']],
  [{ oauthClientId: 'postroom' }, ['INVALID settings.oauthClientId']], [{ oauthClientSecretExpiresOn: '2027-02-30' }, ['INVALID settings.oauthClientSecretExpiresOn']],
  [{ oauthClientSecret: '••••••' }, ['INVALID settings.oauthClientSecret']], [{ security: 'NONE' }, ['INVALID settings.security']],
  [{ security: null, port: 25 }, ['INVALID settings.security']], [{ accountName: 'erp' }, ['INVALID settings.accountName']],
  [{ oauthProvider: 'GOOGLE' }, ['INVALID settings.oauthClientEmail', 'PASSWORD_REQUIRED settings.oauthPrivateKey']],
  [{ oauthProvider: 'GOOGLE', oauthClientEmail: 'nobody', oauthPrivateKey: 'secret' }, ['INVALID settings.oauthPrivateKey', 'INVALID settings.oauthClientEmail']],
  [{ oauthProvider: 'GOOGLE', oauthClientEmail: 'a@b.example', oauthPrivateKey: '-----BEGIN PRIVATE KEY-----\nbm8ga2V5\n-----END PRIVATE KEY-----' }, ['INVALID settings.oauthPrivateKey']],
  [{
    oauthProvider: 'GOOGLE', oauthClientEmail: 'a@b.example',
    oauthPrivateKey: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }, ['INVALID settings.oauthPrivateKey']],
])('what is missing or malformed is named, and nothing is stored: %j', async (changes, expected) => {
  const id = await accountAt(desk.server.admin, null);
  const posted = await post(id, { ...desk.microsoft, ...changes }, 1);
  expect(faults(posted)).toEqual(expected);
  expect(await desk.server.admin.get<object>('query($id: ID!) { smtpAccount(id: $id) { settings { server } hasOAuthClientSecret } }', { id }))
    .toEqual({ settings: null, hasOAuthClientSecret: false });
});

test.each([
  [{ oauthTenantId: 'other.example' }, 'oauthClientSecret'], [{ oauthClientId: '00000000-0000-4000-8000-000000000000' }, 'oauthClientSecret'],
  [{ server: 'localhost' }, 'oauthClientSecret'], [{ port: 2525 }, 'oauthClientSecret'], [{ security: 'TLS' }, 'oauthClientSecret'], [{ accountName: 'boss@example.com' }, 'oauthClientSecret'],
])('a stored secret serves no %j: it is asked for again, in a test and in a post', async (changes, field) => {
  const id = await accountAt(desk.server.admin, desk.microsoft);
  const before = desk.authority.requests;
  expect(faults(await post(id, changes, 2))).toEqual([`PASSWORD_REQUIRED settings.${field}`]);
  expect(faults(await testAccount(desk.server.admin, id, { settings: changes }))).toEqual([`PASSWORD_REQUIRED input.settings.${field}`]);
  expect(desk.authority.requests).toBe(before);
  expect((await post(id, { fromName: 'ERP' }, 2)).smtpAccount).toMatchObject({ hasOAuthClientSecret: true });
});

test.each([
  [{ oauthClientEmail: 'other@project.iam.gserviceaccount.com' }], [{ server: 'localhost' }], [{ accountName: 'boss@example.com' }],
])('a stored private key serves no %j', async (changes) => {
  const id = await accountAt(desk.server.admin, desk.google);
  expect(faults(await post(id, changes, 2))).toEqual(['PASSWORD_REQUIRED settings.oauthPrivateKey']);
  expect(faults(await testAccount(desk.server.admin, id, { settings: changes }))).toEqual(['PASSWORD_REQUIRED input.settings.oauthPrivateKey']);
});

test('the day of a client secret that is not in use any more is warned of no more', async () => {
  const id = await accountAt(desk.server.admin, { ...desk.microsoft, oauthClientSecretExpiresOn: '2020-01-01' });
  const { oauthClientSecretExpiresOn: _day, ...google } = { ...desk.google, oauthClientSecretExpiresOn: null };
  expect((await post(id, google, 2)).userErrors).toEqual([]);
  expect(await desk.server.admin.get(READ, { id })).toMatchObject({ settings: { oauthClientSecretExpiresOn: '2020-01-01' }, oauthClientSecretExpiry: 'NONE', oauthClientSecretDaysLeft: null });
});

test('a token that the server refuses: its challenge is decoded and its last reply read', async () => {
  const id = await accountAt(desk.server.admin, desk.microsoft);
  desk.authority.behaviour.lifeSeconds = -1;
  desk.authority.behaviour.script = () => ({ status: 200, body: '{"access_token":"stranger","token_type":"Bearer","expires_in":3600}' });
  const seen = await failure(id);
  expect(seen).toMatchObject({ diagnosis: 'OAUTH_TOKEN_REFUSED', verdict: 'PARK' });
  expect(seen.reply).toBe('535 Error: Username and Password not accepted {"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"}');
  desk.mail.refusing = 'REPLY';
  const { test: made } = await testAccount(desk.server.admin, id, { mode: 'DRY_RUN' });
  expect(made?.diagnosis).toMatchObject({ id: 'M365_TOKEN_REFUSED', verdict: 'PARK' });
  expect(made?.diagnosis?.remedy.flatMap(({ command }) => command ?? [])).toEqual([
    `New-ServicePrincipal -AppId ${CLIENT_ID} -ObjectId OBJECT-ID`, `Add-MailboxPermission -Identity ${MAILBOX} -User OBJECT-ID -AccessRights FullAccess`,
    `Set-CASMailbox -Identity ${MAILBOX} -SmtpClientAuthenticationDisabled $false`,
  ]);
});

test('a server that takes no tokens is said to be one, and no token is fetched for it', async () => {
  const id = await accountAt(desk.server.admin, { ...desk.microsoft, port: desk.withoutTokens.port });
  const before = desk.authority.requests;
  expect(await failure(id)).toMatchObject({ diagnosis: 'XOAUTH2_NOT_OFFERED', verdict: 'PARK', went: 'DNS TCP GREETING EHLO TLS !AUTH' });
  expect(desk.authority.requests).toBe(before);
});

test('an export carries the settings and says which secrets to enter; a file with a secret is refused', async () => {
  const id = await accountAt(desk.server.admin, { ...desk.microsoft, oauthClientSecretExpiresOn: '2030-01-01' });
  const { number } = await desk.server.admin.get<{ number: string }>('query($id: ID!) { smtpAccount(id: $id) { number } }', { id });
  const file = JSON.parse((await runCommand(['export'], desk.server.environment)).stdout) as { smtpAccounts: { number: string; settings: object }[]; reenter: object[] };
  const account = file.smtpAccounts.find((one) => one.number === number);
  expect(account?.settings).toMatchObject({ authentication: 'OAUTH2', oauthProvider: 'MICROSOFT', oauthTenantId: TENANT, oauthClientId: CLIENT_ID, oauthClientSecretExpiresOn: '2030-01-01' });
  expect(file.reenter).toContainEqual(expect.objectContaining({ account: number, field: 'oauthClientSecret' }));
  const other = await commandPlace();
  try {
    await other.run('migrate');
    const imported = await other.run('import', other.file('all.json', JSON.stringify({ postroom: 1, smtpAccounts: [account] })));
    expect(imported.stdout).toContain(`To be entered: OAuth client secret of account ${number}`);
    const withSecret = { ...account, settings: { ...account?.settings, oauthClientSecret: CLIENT_SECRET } };
    expect(await other.run('import', other.file('secret.json', JSON.stringify({ postroom: 1, smtpAccounts: [withSecret] })))).toMatchObject({ code: 1, stderr: expect.stringContaining('oauthClientSecret') });
  } finally {
    await other.remove();
  }
});

test('no secret, key or token is in an answer, the audit, the log or, readable, in the database', async () => {
  const everything = [
    JSON.stringify(await desk.server.admin.ask(`{ auditEvents(first: 200) { edges { node { action subjectName changes { field before after } } } }
      smtpAccounts(first: 200) { edges { node { id name settings { server oauthProvider oauthTenantId oauthClientId oauthClientEmail } lastTest { stages { reply detail } diagnosis { cause } } } } } }`)),
    desk.server.output(),
    JSON.stringify(await execute(desk.server, 'select * from smtp_account')), JSON.stringify(await execute(desk.server, 'select * from oauth_token')),
    JSON.stringify(await execute(desk.server, 'select * from account_test')), JSON.stringify(await execute(desk.server, 'select * from audit_event')),
  ].join('\n');
  const key = String(desk.google['oauthPrivateKey']).split('\n')[3] ?? '';
  expect(key.length).toBeGreaterThan(40);
  expect(desk.authority.handedOut.length).toBeGreaterThan(2);
  for (const secret of [CLIENT_SECRET, key, ...desk.authority.handedOut]) {
    expect(everything.includes(secret)).toBe(false);
    expect(everything.includes(Buffer.from(secret).toString('base64').slice(0, 24))).toBe(false);
  }
});
