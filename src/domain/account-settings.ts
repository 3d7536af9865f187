import { domainOf } from './address.js';
import { BLANK_CARRIAGE } from './carriage-settings.js';
import type { CarriageSettings } from './carriage-settings.js';
import { asciiDomain } from './domain-name.js';

/** How the connection is protected: RFC 8314 for TLS (implicit, port 465), RFC 3207 for STARTTLS. */
export const SECURITIES = ['NONE', 'OPPORTUNISTIC', 'STARTTLS', 'TLS'] as const;
export type Security = (typeof SECURITIES)[number];

/** OAUTH2 is reserved: it is refused until it can be used. */
export const AUTHENTICATIONS = ['NONE', 'PASSWORD', 'OAUTH2'] as const;
export type Authentication = (typeof AUTHENTICATIONS)[number];

/**
 * The settings of an SMTP account, without its secrets. `null` means not given; `security: null` means by port.
 * `allowedFrom` lists addresses (`a@b.example`) or whole domains (`b.example`) that may stand in From besides `emailFrom`.
 */
export interface AccountSettings extends CarriageSettings {
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
  replyTo: null, allowedFrom: [], useSendGrid: false, sendGridEmailFrom: null, sendGridName: null, ...BLANK_CARRIAGE,
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
