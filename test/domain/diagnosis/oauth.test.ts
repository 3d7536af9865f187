import { expect, test } from '@jest/globals';
import { diagnose } from '../../../src/domain/diagnosis.js';
import { failed, replied } from './evidence.js';

const said = (words: string) => failed('AUTH', 'EOAUTH2', `The token end point login.example refused: 400 ${words}`);

test.each([
  ["unauthorized_client: AADSTS7000112: Application 'x' is disabled.", 'OAUTH_CLIENT_DISABLED'],
  ["invalid_request: AADSTS900023: Specified tenant identifier 'x' is neither a valid DNS name, nor a valid external domain.", 'OAUTH_TENANT_UNKNOWN'],
  ['invalid_scope: AADSTS70011: The provided value for the input parameter scope is not valid.', 'OAUTH_SCOPE_WRONG'],
  ['invalid_resource: AADSTS500011: The resource principal named https://outlook.office365.com was not found in the tenant', 'OAUTH_SCOPE_WRONG'],
  ['invalid_grant: Invalid JWT Signature.', 'GOOGLE_KEY_WRONG'],
  ['invalid_grant: Invalid grant: account not found', 'GOOGLE_SERVICE_ACCOUNT_UNKNOWN'],
  ['invalid_grant: Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.', 'OAUTH_CLOCK_WRONG'],
  ['invalid_grant: Invalid email or User ID', 'GOOGLE_MAILBOX_UNKNOWN'],
  ['access_denied: Requested client not authorized.', 'GOOGLE_DELEGATION_MISSING'],
  ['invalid_client: The OAuth client was not found.', 'GOOGLE_SERVICE_ACCOUNT_UNKNOWN'],
  ['invalid_scope: Bad Request', 'OAUTH_SCOPE_WRONG'],
  ['something_new: Nobody knows', 'OAUTH_TOKEN_FAILED'],
])('"%s" of a token end point is %s, and parks', (words, id) => {
  expect(diagnose(said(words))).toMatchObject({ id, verdict: 'PARK', scope: 'ACCOUNT', catalogued: true });
});

test.each([
  ['was not reached: ENOTFOUND getaddrinfo ENOTFOUND login.example', 'OAUTH_ENDPOINT_AWAY'],
  ['was not reached: CERT_HAS_EXPIRED certificate has expired', 'OAUTH_ENDPOINT_AWAY'],
  ['was not reached: ETIMEDOUT', 'OAUTH_ENDPOINT_AWAY'],
  ['is out of order, it answered: 503', 'OAUTH_ENDPOINT_OUT_OF_ORDER'],
  ['is out of order, it answered: 429 too many requests', 'OAUTH_ENDPOINT_OUT_OF_ORDER'],
])('an end point that %s is no fault of the mail server, and passes', (words, id) => {
  expect(diagnose(failed('AUTH', 'EOAUTH2', `The token end point login.example ${words}`))).toMatchObject({ id, verdict: 'BACKOFF', scope: 'ACCOUNT' });
});

const refused = (reply: string, host = 'mail.example.com') => replied('AUTH', reply, { errorCode: 'EXOAUTH2', host });

test.each([
  ['535 5.7.3 Authentication unsuccessful [X.PROD.OUTLOOK.COM]', 'smtp.office365.com', 'M365_TOKEN_REFUSED'],
  ['535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.', 'smtp.office365.com', 'M365_SMTP_AUTH_DISABLED_TENANT'],
  ['535-5.7.8 Username and Password not accepted {"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"}', 'smtp.gmail.com', 'GOOGLE_TOKEN_REFUSED'],
  ['535 5.7.8 Error: authentication failed: {"status":"400"}', 'mail.example.com', 'OAUTH_TOKEN_REFUSED'],
  ['535 5.7.8 Authentication credentials invalid', 'mail.example.com', 'OAUTH_TOKEN_REFUSED'],
  ['535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.', 'smtp.office365.com', 'M365_TOKEN_REFUSED'],
  ["535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy.", 'smtp.office365.com', 'M365_TOKEN_REFUSED'],
  ['550 5.7.30 Basic authentication is not supported for Client Submission.', 'smtp.office365.com', 'M365_TOKEN_REFUSED'],
  ['504 5.7.4 Unrecognized authentication type', 'smtp.office365.com', 'XOAUTH2_NOT_OFFERED'],
  ['504 5.7.4 Unrecognized authentication type', 'mail.example.com', 'XOAUTH2_NOT_OFFERED'],
  ['502 5.5.2 Not implemented', 'smtp.gmail.com', 'XOAUTH2_NOT_OFFERED'],
])('a token refused with "%s" by %s is %s', (reply, host, id) => {
  expect(diagnose(refused(reply, host))).toMatchObject({ id, verdict: 'PARK', scope: 'ACCOUNT' });
});

test.each([
  ['454 4.7.0 Temporary authentication failure', 'mail.example.com'],
  ['421 4.7.0 Try again later', 'smtp.gmail.com'],
  ['454 4.7.0 Temporary authentication failure {"status":"400","schemes":"Bearer"}', 'mail.example.com'],
  ['454 4.7.0 Cannot authenticate now {"status":"400","schemes":"Bearer"}', 'smtp.gmail.com'],
  ['454 4.7.0 Cannot authenticate now eyJzdGF0dXMiOiI0MDAi', 'mail.example.com'],
  ['454 4.7.0 Authentication unsuccessful, temporary failure', 'smtp.office365.com'],
])('a server that cannot look at a token now ("%s" of %s) is asked again later', (reply, host) => {
  expect(diagnose(refused(reply, host))).toMatchObject({ verdict: 'BACKOFF' });
});

test('a command that was not understood says nothing of the token', () => {
  for (const reply of ['500 5.5.2 Line too long', '501 5.5.4 Invalid arguments', '503 5.5.1 Bad sequence of commands']) {
    expect(diagnose(refused(reply, 'smtp.office365.com')).id).not.toMatch(/TOKEN_REFUSED/);
  }
});

test('a bare challenge is a refusal', () => {
  expect(diagnose(replied('AUTH', '334 eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIn0='))).toMatchObject({ id: 'OAUTH_TOKEN_REFUSED', verdict: 'PARK' });
});

test('the commands name this application and this mailbox, and nothing that could be a second command', () => {
  const { remedy } = diagnose(refused('535 5.7.3 Authentication unsuccessful'), { user: 'erp@example.com', clientId: '$(rm)' });
  expect(remedy.flatMap(({ command }) => command ?? [])).toEqual([
    'New-ServicePrincipal -AppId <CLIENT-ID> -ObjectId OBJECT-ID', 'Add-MailboxPermission -Identity erp@example.com -User OBJECT-ID -AccessRights FullAccess',
    'Set-CASMailbox -Identity erp@example.com -SmtpClientAuthenticationDisabled $false',
  ]);
  expect(JSON.stringify(remedy)).toContain('SMTP.SendAsApp');
});
