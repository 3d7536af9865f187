import type { Rule } from './vocabulary.js';

const credentials: Rule['means'] = ['CREDENTIALS', 'PARK', 'ACCOUNT'];

/** Faults of Microsoft's OAuth tokens, by the AADSTS codes of Microsoft Entra. */
export const microsoftOauthRules: readonly Rule[] = [
  {
    id: 'OAUTH_SECRET_WRONG', when: ['aadsts7000215'], means: credentials,
    cause: "Microsoft does not know this client secret; often the secret's id was copied in place of its value.",
    remedy: ['Copy the value of the secret into the account.'],
  },
  {
    id: 'OAUTH_SECRET_EXPIRED', when: ['aadsts7000222'], means: credentials,
    cause: 'The client secret of the application has expired.',
    remedy: ['Make a new secret in Entra and enter its value.'],
  },
  {
    id: 'OAUTH_CLIENT_UNKNOWN', when: ['aadsts700016'], means: credentials,
    cause: 'The client id is not known in this tenant.', remedy: ['Check client id and tenant id.'],
  },
  {
    id: 'OAUTH_TENANT_UNKNOWN', when: ['aadsts90002'], means: credentials,
    cause: 'Microsoft does not know this tenant.', remedy: ['Enter the tenant id (a GUID).'],
  },
  {
    id: 'OAUTH_GRANT_REVOKED', when: ['aadsts50173'], means: credentials,
    cause: 'A change of password or a sign-out revoked the authorisation.', remedy: ['Authorise the account again.'],
  },
  {
    id: 'OAUTH_GRANT_UNUSED', when: ['aadsts700082', 'aadsts70008:', 'aadsts70008 '], means: credentials,
    cause: 'The authorisation expired because it was not used for long (usually 90 days).',
    remedy: ['Authorise the account again.'],
  },
  {
    id: 'OAUTH_CONSENT_MISSING', when: ['aadsts65001', 'aadsts70000:', 'aadsts70000 '], means: credentials,
    cause: 'Consent is missing, or the wrong scopes were asked for.',
    remedy: ['Consent again, with the scopes of one resource only (https://outlook.office.com/SMTP.Send).'],
  },
  {
    id: 'OAUTH_POLICY', when: ['aadsts53003', 'aadsts50076'], means: credentials,
    cause: 'Conditional Access or multi-factor authentication stopped the log-on.',
    remedy: ['Exclude the application from the policy, or authorise it as an application (SMTP.SendAsApp).'],
  },
];

/** Faults of OAuth tokens in the words of RFC 6749, which Google uses, and XOAUTH2's challenge. */
export const oauthRules: readonly Rule[] = [
  {
    id: 'OAUTH_GRANT_REVOKED', when: ['invalid_grant'], means: credentials,
    cause:
      'The refresh token was revoked or has expired: consent screen in "Testing" (7 days), long unused, password ' +
      'changed, too many tokens, or revoked by an administrator.',
    remedy: ['Put the consent screen to "In production".', 'Authorise the account again.'],
  },
  {
    id: 'OAUTH_SETUP', when: ['invalid_client', 'redirect_uri_mismatch', 'access_denied'], means: credentials,
    cause: 'The OAuth application is not set up as the provider expects.',
    remedy: ['Check client id, client secret, redirect address and verification of the application.'],
  },
  {
    // 334 with base64 of {"status":"… — XOAUTH2 answers so in place of a refusal.
    id: 'OAUTH_TOKEN_REFUSED', when: ['eyjzdgf0dxmioi'], means: credentials,
    cause: '{host} refused the access token of {user}.',
    remedy: [
      'Check the scope (Google: https://mail.google.com/, Microsoft: https://outlook.office.com/SMTP.Send).',
      'Authorise the account again.',
    ],
  },
];
