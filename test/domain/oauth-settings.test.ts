import { expect, test } from '@jest/globals';
import { challengeWords, renewFrom, withChallenge } from '../../src/domain/access-token.js';
import type { AccountSettings, SecretField } from '../../src/domain/account-settings.js';
import { BLANK_SETTINGS, logOnNameOf, secretNeeded } from '../../src/domain/account-settings.js';
import { SmtpAccount } from '../../src/domain/account.js';
import { oauthFaults, privateKeyFault, secretDaysLeft, secretExpiry } from '../../src/domain/oauth-settings.js';
import { layOver, postFaults, secretBinding } from '../../src/domain/settings-input.js';
import { secretsToReenter } from '../../src/domain/transfer.js';

const microsoft: AccountSettings = {
  ...BLANK_SETTINGS, server: 'smtp.office365.com', port: 587, authentication: 'OAUTH2', emailFrom: 'erp@example.com', oauthProvider: 'MICROSOFT',
  oauthTenantId: 'example.com', oauthClientId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
};
const google: AccountSettings = { ...microsoft, server: 'smtp.gmail.com', oauthProvider: 'GOOGLE', oauthClientEmail: 'desk@project.iam.gserviceaccount.com' };
const lacking = (settings: AccountSettings, has: readonly SecretField[]) =>
  postFaults(settings, (field) => has.includes(field), ['settings']).map(({ code, path }) => `${code} ${path.join('.')}`);

test('each provider needs its own parts, and its own secret', () => {
  expect(lacking(microsoft, ['oauthClientSecret'])).toEqual([]);
  expect(lacking(microsoft, ['password', 'oauthPrivateKey'])).toEqual(['PASSWORD_REQUIRED settings.oauthClientSecret']);
  expect(lacking(google, ['oauthPrivateKey'])).toEqual([]);
  expect(lacking(google, ['oauthClientSecret'])).toEqual(['PASSWORD_REQUIRED settings.oauthPrivateKey']);
  expect(lacking({ ...microsoft, oauthProvider: null }, ['oauthClientSecret'])).toEqual(['INVALID settings.oauthProvider']);
  for (const unprotected of ['NONE', 'OPPORTUNISTIC'] as const) expect(lacking({ ...google, security: unprotected }, ['oauthPrivateKey'])).toEqual(['INVALID settings.security']);
  expect([secretNeeded(microsoft), secretNeeded(google), secretNeeded({ ...google, useSendGrid: true })]).toEqual(['oauthClientSecret', 'oauthPrivateKey', 'sendGridApiKey']);
});

test('the mailbox is the account name, else the email from', () => {
  expect(logOnNameOf(microsoft)).toBe('erp@example.com');
  expect(logOnNameOf({ ...microsoft, accountName: 'invoices@example.com' })).toBe('invoices@example.com');
  expect(logOnNameOf({ ...microsoft, authentication: null })).toBeNull();
});

test('a client secret is bound to record, server, mailbox, tenant and client; a private key to its service account', () => {
  const changed: Partial<AccountSettings>[] = [
    { oauthTenantId: 'other.example' }, { oauthClientId: '00000000-0000-4000-8000-000000000000' }, { server: 'evil.example' }, { port: 465 }, { security: 'NONE' },
    { accountName: 'boss@example.com' }, { emailFrom: 'boss@example.com' }, { oauthProvider: 'GOOGLE' },
  ];
  const binding = secretBinding('1', 'oauthClientSecret', microsoft);
  for (const change of changed) expect(secretBinding('1', 'oauthClientSecret', { ...microsoft, ...change })).not.toBe(binding);
  expect(secretBinding('2', 'oauthClientSecret', microsoft)).not.toBe(binding);
  expect(secretBinding('1', 'oauthPrivateKey', microsoft)).not.toBe(binding);
  const alike: Partial<AccountSettings>[] = [{ oauthTenantId: 'Example.COM' }, { fromName: 'Desk' }, { oauthClientSecretExpiresOn: '2030-01-01' }, { accountName: 'erp@example.com' }];
  for (const change of alike) expect(secretBinding('1', 'oauthClientSecret', { ...microsoft, ...change })).toBe(binding);
  expect(secretBinding('1', 'oauthPrivateKey', { ...google, oauthClientEmail: 'other@project.iam.gserviceaccount.com' })).not.toBe(secretBinding('1', 'oauthPrivateKey', google));
});

test('what is missing of an account is listed as to be entered', () => {
  const account = (settings: AccountSettings, sealed: Partial<SmtpAccount> = {}) => new SmtpAccount({ number: '1', name: 'ERP', settings, ...sealed });
  expect([account(microsoft).missesSecret, account(microsoft, { oauthClientSecretSealed: 'v1' }).missesSecret, account(google, { passwordSealed: 'v1' }).missesSecret]).toEqual([true, false, true]);
  expect(secretsToReenter(account(google, { passwordSealed: 'v1' })).map(({ field }) => field)).toEqual(['password', 'oauthPrivateKey']);
});

test('no secret gets among the settings', () => {
  expect(JSON.stringify(layOver(microsoft, { oauthClientSecret: 'hunter22', oauthPrivateKey: 'PEM' }))).not.toMatch(/hunter22|PEM/);
});

test.each(['2027-02-29', '2027-13-01', '27-01-01', '2027-01-01T00:00:00Z', 'tomorrow'])('"%s" is no day', (day) => {
  expect(oauthFaults({ ...microsoft, oauthClientSecretExpiresOn: day }, []).map(({ path }) => path)).toEqual([['oauthClientSecretExpiresOn']]);
});

test.each(['common', 'organizations', 'a/b', '../x', 'example.com/x', 'a b.example', '{tenant}'])('"%s" is no tenant: it would stand in the address of the end point', (tenant) => {
  expect(oauthFaults({ ...microsoft, oauthTenantId: tenant }, []).map(({ path }) => path)).toEqual([['oauthTenantId']]);
});

test('a private key is told by its form', () => {
  const pem = (label: string, body = 'bm8ga2V5\n') => `-----BEGIN ${label}-----\n${body}-----END ${label}-----\n`;
  expect([pem('PRIVATE KEY'), pem('RSA PRIVATE KEY'), pem('PRIVATE KEY').replaceAll('\n', String.raw`\n`)].map(privateKeyFault)).toEqual([null, null, null]);
  for (const text of [pem('PUBLIC KEY'), pem('CERTIFICATE'), pem('PRIVATE KEY', '{}'), `x${pem('PRIVATE KEY')}`, 'secret', pem('PRIVATE KEY', 'a'.repeat(20_000))]) expect(privateKeyFault(text)).not.toBeNull();
  expect(privateKeyFault(pem('ENCRYPTED PRIVATE KEY'))).toContain('pass phrase');
});

test('the last day of a secret counts', () => {
  const noon = Date.UTC(2027, 0, 15, 12);
  expect(['2027-01-15', '2027-01-16', '2027-01-14', '2027-02-14', '2027-02-15'].map((day) => secretDaysLeft(day, noon))).toEqual([0, 1, -1, 30, 31]);
  expect(['2027-01-15', '2027-01-14', '2027-02-14', '2027-02-15', null].map((day) => secretExpiry(day, noon))).toEqual(['SOON', 'EXPIRED', 'SOON', 'NONE', 'NONE']);
});

test('a token is renewed ten minutes ahead of its end, a short one after two thirds of its life', () => {
  expect(renewFrom({ value: 't', expiresAt: 3_600_000 }, 0)).toBe(3_000_000);
  expect(renewFrom({ value: 't', expiresAt: 90_000 }, 0)).toBe(60_000);
  expect(renewFrom({ value: 't', expiresAt: 0 }, 5)).toBe(0);
});

test('a challenge is decoded, and what is none is shown as it is', () => {
  const decode = (encoded: string): string => Buffer.from(encoded, 'base64').toString('utf8');
  expect(challengeWords('334 eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIn0=', decode)).toBe('{"status":"400","schemes":"Bearer"}');
  expect(challengeWords('334 Go on', decode)).toBe('Go on');
  expect(challengeWords('334', decode)).toBe('');
  expect(withChallenge('535 No', '')).toBe('535 No');
});
