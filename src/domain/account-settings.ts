import { domainOf } from './address.js';
import { BLANK_CARRIAGE } from './carriage-settings.js';
import type { CarriageSettings } from './carriage-settings.js';
import { BLANK_OAUTH } from './oauth-settings.js';
import type { OAuthSettings } from './oauth-settings.js';
import { asciiDomain } from './domain-name.js';

/** How the connection is protected: RFC 8314 for TLS (implicit, port 465), RFC 3207 for STARTTLS. */
export const SECURITIES = ['NONE', 'OPPORTUNISTIC', 'STARTTLS', 'TLS'] as const;
export type Security = (typeof SECURITIES)[number];

/** OAUTH2: as an application, by an access token in place of a password. */
export const AUTHENTICATIONS = ['NONE', 'PASSWORD', 'OAUTH2'] as const;
export type Authentication = (typeof AUTHENTICATIONS)[number];

/**
 * The settings of an SMTP account, without its secrets. `null` means not given; `security: null` means by port.
 * `allowedFrom` lists addresses (`a@b.example`) or whole domains (`b.example`) that may stand in From besides `emailFrom`.
 */
export interface AccountSettings extends CarriageSettings, OAuthSettings {
  readonly server: string | null;
  readonly port: number | null;
  readonly security: Security | null;
  readonly authentication: Authentication | null;
  readonly accountName: string | null;
  readonly emailFrom: string | null;
  readonly fromName: string | null;
  readonly replyTo: string | null;
  readonly allowedFrom: readonly string[];
  readonly useSendGrid: boolean;
  readonly sendGridEmailFrom: string | null;
  readonly sendGridName: string | null;
}

/** Settings before anything was typed. */
export const BLANK_SETTINGS: AccountSettings = {
  server: null, port: null, security: null, authentication: null, accountName: null, emailFrom: null, fromName: null,
  replyTo: null, allowedFrom: [], useSendGrid: false, sendGridEmailFrom: null, sendGridName: null, ...BLANK_CARRIAGE, ...BLANK_OAUTH,
};

/** The security in force: what was chosen, else by port (465 TLS, 587 and 2587 STARTTLS, all others OPPORTUNISTIC). */
export const securityInForce = (settings: AccountSettings): Security => {
  if (settings.security !== null) return settings.security;
  if (settings.port === 465 || settings.port === 2465) return 'TLS';
  return settings.port === 587 || settings.port === 2587 ? 'STARTTLS' : 'OPPORTUNISTIC';
};

/** The way of logging on in force: what was chosen, else PASSWORD where an account name is given. */
export const authenticationInForce = (settings: AccountSettings): Authentication =>
  settings.authentication ?? (settings.accountName === null ? 'NONE' : 'PASSWORD');

/** The mailbox that is logged on to by OAuth 2.0: the account name, else the email from. */
export const mailboxOf = (settings: AccountSettings): string | null => settings.accountName ?? settings.emailFrom;

/** The name to log on with: what was given, or by OAuth 2.0 the mailbox; null without a log-on. */
export const logOnNameOf = (settings: AccountSettings): string | null => {
  const authentication = authenticationInForce(settings);
  if (authentication === 'NONE') return null;
  return authentication === 'OAUTH2' ? mailboxOf(settings) : settings.accountName;
};

/** The application that logs on by OAuth 2.0: its client id, or the address of its service account. */
export const applicationOf = (settings: AccountSettings): string | null =>
  (settings.oauthProvider === 'GOOGLE' ? settings.oauthClientEmail : settings.oauthClientId);

/** The secrets among the settings; none of them is ever part of {@link AccountSettings}. */
export const SECRET_FIELDS = ['password', 'sendGridApiKey', 'oauthClientSecret', 'oauthPrivateKey'] as const;
export type SecretField = (typeof SECRET_FIELDS)[number];

/** The secret that sending by these settings needs; null: none. With SendGrid, a password may stand in for the key. */
export const secretNeeded = (settings: AccountSettings): SecretField | null => {
  if (settings.useSendGrid) return 'sendGridApiKey';
  switch (authenticationInForce(settings)) {
    case 'PASSWORD': return settings.accountName === null ? null : 'password';
    case 'OAUTH2': return settings.oauthProvider === 'GOOGLE' ? 'oauthPrivateKey' : 'oauthClientSecret';
    case 'NONE': return null;
  }
};

/** The last day of the client secret, where it is in use and somebody gave it; a day that was left from other settings says nothing. */
export const secretExpiresOn = (settings: AccountSettings): string | null =>
  (secretNeeded(settings) === 'oauthClientSecret' ? settings.oauthClientSecretExpiresOn : null);

/** The address and name that emails of this account carry when the caller gives none. */
export const senderOf = (settings: AccountSettings): { address: string | null; name: string | null } => settings.useSendGrid
  ? { address: settings.sendGridEmailFrom ?? settings.emailFrom, name: settings.sendGridName ?? settings.fromName }
  : { address: settings.emailFrom, name: settings.fromName };

/** The addresses beside its own that emails of this account may be from; whole domains name none that could be tried. */
export const otherSendersOf = (settings: AccountSettings): readonly string[] => {
  const own = senderOf(settings).address?.toLowerCase();
  return settings.allowedFrom.filter((allowed) => allowed.includes('@') && allowed.toLowerCase() !== own);
};

/**
 * Every domain that emails of this account may be from, in A-label form, its own first: what an area's emails are from is
 * the account's own address or one of those allowed.
 */
export const senderDomainsOf = (settings: AccountSettings): readonly string[] => {
  const senders = [senderOf(settings).address ?? [], settings.allowedFrom].flat().map(domainOf);
  return [...new Set(senders.flatMap((domain) => asciiDomain(domain) ?? []))];
};
