import { COMMAND_REFUSALS } from '../access-token.js';
import { googleDelegation, googleServiceAccountKey } from '../relaying/google.js';
import { microsoft365Application, microsoft365Consent, microsoft365NewSecret } from '../relaying/microsoft365.js';
import type { Condition, Rule } from './vocabulary.js';

const credentials: Rule['means'] = ['CREDENTIALS', 'PARK', 'ACCOUNT'];
const passing: Rule['means'] = ['SERVER', 'BACKOFF', 'ACCOUNT'];

/** The server looked at a token and said no; with 4yz it could not look at it now, whatever words or challenge go with that. See refusesToken. */
const refusedToken: Condition = { errors: ['EXOAUTH2'], classes: [5], notCodes: COMMAND_REFUSALS };

/** Where no token came, since its end point could not be asked or did not answer the question; see doors/fetch-token.ts. */
const endPointRules: readonly Rule[] = [
  {
    id: 'OAUTH_ENDPOINT_FORBIDDEN', when: ['token end point … may not be called'], means: credentials,
    cause: "Postroom may not connect to the provider's token end point: its address is none of the internet, or its port is not 443.",
    remedy: [
      'Look at what the name of the end point resolves to on this machine.',
      'If that is meant, open it: POSTROOM_CONNECT_ALLOW.',
    ],
  },
  {
    id: 'OAUTH_ENDPOINT_AWAY', when: ['token end point … was not reached'], means: passing,
    cause: "The provider's token end point could not be reached, so there was no access token to log on to {host} with.",
    remedy: [
      'Let this machine connect by HTTPS (port 443) to login.microsoftonline.com, or for Google to oauth2.googleapis.com.',
      'If a proxy inspects HTTPS, exempt these names, or make its certificate authority known to Node (NODE_EXTRA_CA_CERTS).',
    ],
  },
  {
    id: 'OAUTH_ENDPOINT_OUT_OF_ORDER', when: ['token end point … is out of order'], means: passing,
    cause: "The provider's token end point is out of order or asked too often, so there was no access token to log on to {host} with.",
    remedy: ["Nothing, if it is over soon. Otherwise look at the provider's page of service health."],
  },
];

/** Faults of Microsoft's OAuth tokens, by the AADSTS codes of Microsoft Entra. */
export const microsoftOauthRules: readonly Rule[] = [
  {
    id: 'OAUTH_SECRET_WRONG', when: ['aadsts7000215'], means: credentials,
    cause: "Microsoft does not know this client secret; often the secret's id was copied in place of its value.",
    remedy: ['Copy the value of the secret into the account. It is shown only once, when the secret is made.', ...microsoft365NewSecret],
  },
  {
    id: 'OAUTH_SECRET_EXPIRED', when: ['aadsts7000222'], means: credentials,
    cause: 'The client secret of the application has expired.',
    remedy: microsoft365NewSecret,
  },
  {
    id: 'OAUTH_CLIENT_UNKNOWN', when: ['aadsts700016'], means: credentials,
    cause: 'The client id {clientId} is not known in this tenant.',
    remedy: ['Check client id and tenant id: Entra admin centre, App registrations, the application, Overview.'],
  },
  {
    id: 'OAUTH_CLIENT_DISABLED', when: ['aadsts7000112'], means: credentials,
    cause: 'The application {clientId} is switched off in this tenant.',
    remedy: ['Entra admin centre, Enterprise applications, the application, Properties: Enabled for users to sign in: Yes.'],
  },
  {
    id: 'OAUTH_TENANT_UNKNOWN', when: ['aadsts90002', 'aadsts900023'], means: credentials,
    cause: 'Microsoft does not know this tenant.',
    remedy: ['Enter the tenant id (a GUID): Entra admin centre, Overview, Tenant ID.', 'For a national cloud, set its token end point: POSTROOM_MICROSOFT_TOKEN_URL.'],
  },
  {
    id: 'OAUTH_GRANT_REVOKED', when: ['aadsts50173'], means: credentials,
    cause: 'A change of password or a sign-out revoked the authorisation.', remedy: ['Authorise the account again, or log on as an application.'],
  },
  {
    id: 'OAUTH_GRANT_UNUSED', when: ['aadsts700082', 'aadsts70008:', 'aadsts70008 '], means: credentials,
    cause: 'The authorisation expired because it was not used for long (usually 90 days).',
    remedy: ['Authorise the account again, or log on as an application.'],
  },
  {
    id: 'OAUTH_CONSENT_MISSING', when: ['aadsts65001', 'aadsts70000:', 'aadsts70000 '], means: credentials,
    cause: 'Consent is missing, or the wrong scopes were asked for.',
    remedy: microsoft365Consent,
  },
  {
    id: 'OAUTH_SCOPE_WRONG', when: ['aadsts70011:', 'aadsts1002012', 'aadsts500011'], means: credentials,
    cause: "Exchange Online is not known in this tenant by the scope that was asked for, or the token end point is another cloud's.",
    remedy: ['Check that the tenant has Exchange Online, and that POSTROOM_MICROSOFT_TOKEN_URL is of its cloud.', ...microsoft365Consent],
  },
  {
    id: 'OAUTH_POLICY', when: ['aadsts53003', 'aadsts50076'], means: credentials,
    cause: 'Conditional Access or multi-factor authentication stopped the log-on.',
    remedy: [
      'Exclude the application from the policy (Entra, Conditional Access, workload identities).',
      'Or authorise it as an application (SMTP.SendAsApp).',
    ],
  },
];

/** Faults of Google's tokens for service accounts, in the words of its token end point. */
export const googleOauthRules: readonly Rule[] = [
  {
    id: 'GOOGLE_DELEGATION_MISSING',
    when: ['client is unauthorized to retrieve access tokens', 'not authorized for any of the scopes requested', 'requested client not authorized'], means: credentials,
    cause: 'The service account {clientId} has no domain-wide delegation for mail, or not for the domain of {user}.',
    remedy: googleDelegation,
  },
  {
    id: 'GOOGLE_MAILBOX_UNKNOWN', when: ['invalid email or user id'], means: credentials,
    cause: 'Google Workspace knows no user {user}; the mailbox must be a user, no group and no alias.',
    remedy: ['Enter the primary address of the user as account name.'],
  },
  {
    id: 'OAUTH_CLOCK_WRONG', when: ['token must be a short-lived token', 'reasonable timeframe'], means: credentials,
    cause: "The clock of this machine differs from Google's, so the request looked too old or came from the future.",
    remedy: ['Let this machine set its clock by NTP, then test again.'],
  },
  {
    id: 'GOOGLE_KEY_WRONG', when: ['invalid jwt signature', 'invalid_grant: invalid signature', 'no valid verifier found'], means: credentials,
    cause: 'The private key is not one of the service account {clientId}: it was deleted there, or belongs to another.',
    remedy: googleServiceAccountKey,
  },
  {
    id: 'GOOGLE_SERVICE_ACCOUNT_UNKNOWN',
    when: ['invalid grant: account not found', 'the oauth client was not found', 'deleted_client', 'disabled_client'], means: credentials,
    cause: 'Google does not know the service account {clientId}, or it was switched off.',
    remedy: ['Google Cloud console, IAM and admin, Service accounts: check the address, and that it is enabled.'],
  },
];

/** Faults of OAuth tokens in the words of RFC 6749, which Google uses, and XOAUTH2's challenge. */
export const oauthRules: readonly Rule[] = [
  ...googleOauthRules,
  {
    id: 'OAUTH_GRANT_REVOKED', when: ['invalid_grant'], means: credentials,
    cause:
      'The refresh token was revoked or has expired: consent screen in "Testing" (7 days), long unused, password ' +
      'changed, too many tokens, or revoked by an administrator; or a service account may not act for {user}.',
    remedy: ['Put the consent screen to "In production".', 'Authorise the account again, or log on as a service account.', ...googleDelegation],
  },
  {
    id: 'OAUTH_SETUP', when: ['invalid_client', 'redirect_uri_mismatch', 'access_denied'], means: credentials,
    cause: 'The OAuth application is not set up as the provider expects.',
    remedy: ['Check client id, client secret, redirect address and verification of the application.'],
  },
  {
    id: 'OAUTH_SCOPE_WRONG', when: ['invalid_scope'], means: credentials,
    cause: 'The provider does not give the scope for mail to this application.',
    remedy: ['Grant https://mail.google.com/ (Google), or the application permission SMTP.SendAsApp (Microsoft).'],
  },
  {
    // 334 with base64 of {"status":"… — XOAUTH2 answers so in place of a refusal; decoded behind the last reply.
    id: 'OAUTH_TOKEN_REFUSED', when: [{ says: ['eyjzdgf0dxmioi'], classes: [3, 5] }, { says: ['{"status":"40'], classes: [5] }, refusedToken], means: credentials,
    cause: '{host} refused the access token of {user}.',
    remedy: [
      'Check the scope (Google: https://mail.google.com/, Microsoft: the application permission SMTP.SendAsApp) and the mailbox.',
      'Test the account: it fetches a new token.',
    ],
  },
];

/** The refusal of a token by Google's servers, whose words speak of user name and password all the same. */
export const googleTokenRefusedRules: readonly Rule[] = [
  {
    id: 'GOOGLE_TOKEN_REFUSED', when: [{ ...refusedToken, providers: ['GOOGLE'] }], means: credentials,
    cause: 'Google refused the access token for the mailbox {user}: the mailbox has no Gmail, or delegation was taken back since the token was fetched.',
    remedy: ['Check that Gmail is on for this user: Admin console, Apps, Google Workspace, Gmail, Service status.', ...googleDelegation],
  },
];

/** Who refuses a token in Microsoft's words has looked at it: what is missing is in Exchange Online, not in Entra. */
export const microsoftTokenRefusedRules: readonly Rule[] = [
  {
    id: 'M365_TOKEN_REFUSED', when: [{ ...refusedToken, says: ['authentication unsuccessful'] }, { ...refusedToken, providers: ['MICROSOFT365'] }], means: credentials,
    cause:
      'Microsoft 365 refused the access token for the mailbox {user}: the application is not registered in Exchange Online, has no ' +
      'right to the mailbox, SMTP AUTH is off for it, or a right is still spreading (up to an hour).',
    remedy: microsoft365Application,
  },
];

/** There is nothing on the other side that takes tokens, whatever it offers. */
export const tokenNotOfferedRules: readonly Rule[] = [
  {
    id: 'XOAUTH2_NOT_OFFERED', when: [{ errors: ['ENOXOAUTH2'] }, { errors: ['EXOAUTH2'], codes: [502, 504] }], means: credentials,
    cause: '{host} takes no log-on by OAuth 2.0 (XOAUTH2).',
    remedy: [
      'Check server and port: Microsoft 365 is smtp.office365.com, port 587, STARTTLS; Google is smtp.gmail.com, port 587, STARTTLS.',
      'If this is another server, log on by password.',
    ],
  },
];

/** Why no token came. The words are the end point's, and no server's: no other table is to read them. */
export const tokenRules: readonly Rule[] = [
  ...endPointRules, ...microsoftOauthRules, ...oauthRules,
  {
    id: 'OAUTH_TOKEN_FAILED', when: [{ errors: ['EOAUTH2'] }], means: credentials,
    cause: 'The access token for {host} could not be fetched or refreshed.',
    remedy: ['Check client id, client secret, tenant and consent; read what the token end point said.'],
  },
];
