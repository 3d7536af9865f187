import { bareAddressFault } from './address.js';
import { domainFault } from './domain-name.js';
import type { Fault } from './errors.js';

/** Whose tokens open the server: Microsoft Entra's by client credentials, Google's by a service account with delegation. */
export const OAUTH_PROVIDERS = ['MICROSOFT', 'GOOGLE'] as const;
export type OAuthProvider = (typeof OAUTH_PROVIDERS)[number];

/** How an account gets its access tokens as an application, without its secret. `null` means not given. */
export interface OAuthSettings {
  readonly oauthProvider: OAuthProvider | null;
  /** Microsoft: the tenant's GUID, or one of its domains. */
  readonly oauthTenantId: string | null;
  /** Microsoft: the application (client) id, a GUID. */
  readonly oauthClientId: string | null;
  /** Microsoft: the last day of the client secret, `YYYY-MM-DD`, as Entra shows it. Nobody else can tell it. */
  readonly oauthClientSecretExpiresOn: string | null;
  /** Google: the address of the service account. */
  readonly oauthClientEmail: string | null;
}

/** As {@link OAuthSettings}, as a form gives them: left out keeps what is posted, null clears it. */
export type OAuthInput = { readonly [Field in keyof OAuthSettings]?: OAuthSettings[Field] | undefined };

export const BLANK_OAUTH: OAuthSettings = {
  oauthProvider: null, oauthTenantId: null, oauthClientId: null, oauthClientSecretExpiresOn: null, oauthClientEmail: null,
};

/** The OAuth settings with the input laid over them. */
export const layOAuthOver = (settings: OAuthSettings, input: OAuthInput): OAuthSettings => {
  const text = (given: string | null | undefined, posted: string | null): string | null => {
    // A form posts an emptied field as '', which means the same as null.
    const value = given === undefined ? posted : given?.trim() ?? null;
    return value === '' ? null : value;
  };
  return {
    oauthProvider: input.oauthProvider === undefined ? settings.oauthProvider : input.oauthProvider,
    oauthTenantId: text(input.oauthTenantId, settings.oauthTenantId),
    oauthClientId: text(input.oauthClientId, settings.oauthClientId),
    oauthClientSecretExpiresOn: text(input.oauthClientSecretExpiresOn, settings.oauthClientSecretExpiresOn),
    oauthClientEmail: text(input.oauthClientEmail, settings.oauthClientEmail),
  };
};

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The tenant stands in the path of the token end point, so nothing but a GUID or a domain may. */
const tenantFault = (tenant: string): string | null => (GUID.test(tenant) || domainFault(tenant) === null ? null
  : 'Give the tenant id (a GUID: Entra, Overview, Tenant ID) or a domain of the tenant; common and organizations do not do for an application.');

const clientFault = (client: string): string | null =>
  (GUID.test(client) ? null : 'Give the application (client) id: a GUID, from the overview of the app registration in Entra.');

const dayFault = (day: string): string | null => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const at = parts === null ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  // A day that its month does not have comes back as another one.
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(day) ? null : 'Give a day as YYYY-MM-DD, such as 2027-11-22.';
};

/** What is malformed, each with its path; none is about what is missing ({@link oauthMissing}). */
export const oauthFaults = (after: OAuthSettings, path: readonly string[]): Fault[] => {
  const judged: readonly (readonly [keyof OAuthSettings, (text: string) => string | null])[] = [
    ['oauthTenantId', tenantFault], ['oauthClientId', clientFault], ['oauthClientSecretExpiresOn', dayFault], ['oauthClientEmail', bareAddressFault],
  ];
  return judged.flatMap(([field, fault]): Fault[] => {
    const value = after[field];
    const message = value === null ? null : fault(value);
    return message === null ? [] : [{ code: 'INVALID', message, path: [...path, field] }];
  });
};

/** What stands there when somebody pasted the key out of Google's JSON file, where line ends are written as `\n`. */
export const pemOf = (text: string): string => text.replaceAll(String.raw`\n`, '\n').trim();

const PEM_CHARACTERS_MAX = 16_384;

/** What can be told of a private key by its form; whether it is one is for a library to say. */
export const privateKeyFault = (text: string): string | null => {
  if (text.length > PEM_CHARACTERS_MAX) return `It is longer than ${PEM_CHARACTERS_MAX} characters.`;
  const pem = pemOf(text);
  if (pem.includes('-----BEGIN ENCRYPTED PRIVATE KEY-----')) return 'The key is encrypted with a pass phrase; give it without.';
  return /^-----BEGIN (RSA )?PRIVATE KEY-----\s[A-Za-z0-9+/=\s]+-----END \1?PRIVATE KEY-----$/.test(pem) ? null
    : 'Give the private key of the service account as PEM, from -----BEGIN PRIVATE KEY----- to -----END PRIVATE KEY-----.';
};

/** What is missing before tokens can be fetched. `hasSecret`: whether the provider's secret will be there after the post. */
export const oauthMissing = (
  after: OAuthSettings & { readonly accountName: string | null }, encrypted: boolean, hasSecret: boolean, path: readonly string[],
): Fault[] => {
  const faults: Fault[] = [];
  const miss = (field: string, message: string, code: Fault['code'] = 'INVALID') => faults.push({ code, message, path: [...path, field] });
  // RFC 6750 section 5.3: who reads a token may use it.
  if (!encrypted) miss('security', 'Choose STARTTLS or TLS: an access token must never cross the network unprotected.');
  if (after.accountName !== null && bareAddressFault(after.accountName) !== null) {
    miss('accountName', 'Give the full address of the mailbox that is logged on to, or nothing for the email from.');
  }
  if (after.oauthProvider === null) miss('oauthProvider', 'Choose whose tokens open the server: MICROSOFT or GOOGLE.');
  const again = 'none is stored, or it was stored for another';
  if (after.oauthProvider === 'MICROSOFT') {
    if (after.oauthTenantId === null) miss('oauthTenantId', 'Give the tenant id.');
    if (after.oauthClientId === null) miss('oauthClientId', 'Give the application (client) id.');
    if (!hasSecret) miss('oauthClientSecret', `Give the value of the client secret: ${again} server, port, security, mailbox, tenant or client.`, 'PASSWORD_REQUIRED');
  }
  if (after.oauthProvider === 'GOOGLE') {
    if (after.oauthClientEmail === null) miss('oauthClientEmail', 'Give the address of the service account.');
    if (!hasSecret) miss('oauthPrivateKey', `Give the private key of the service account: ${again} server, port, security, mailbox or service account.`, 'PASSWORD_REQUIRED');
  }
  return faults;
};

const DAY_MS = 86_400_000;

/** Whole days until a secret is used for the last time: 0 on its last day, less once it has expired. */
export const secretDaysLeft = (expiresOn: string, now: number): number =>
  Math.floor(Date.parse(`${expiresOn}T00:00:00Z`) / DAY_MS) - Math.floor(now / DAY_MS);

/** NONE: more than 30 days are left, or nobody knows. SOON: 30 days or less. EXPIRED: its last day is over. */
export const SECRET_EXPIRIES = ['NONE', 'SOON', 'EXPIRED'] as const;
export type SecretExpiry = (typeof SECRET_EXPIRIES)[number];

/** A month: who may make secrets in Entra is often somebody else, and away. */
const WARNED_DAYS = 30;

/** What to warn of. */
export const secretExpiry = (expiresOn: string | null, now: number): SecretExpiry => {
  if (expiresOn === null) return 'NONE';
  const days = secretDaysLeft(expiresOn, now);
  if (days < 0) return 'EXPIRED';
  return days <= WARNED_DAYS ? 'SOON' : 'NONE';
};
