import { authenticationInForce, mailboxOf, secretNeeded, securityInForce, senderOf } from './account-settings.js';
import type { AccountSettings, Authentication, SecretField, Security } from './account-settings.js';
import { bareAddressFault } from './address.js';
import type { CarriageInput } from './carriage-settings.js';
import { carriageFaults, layCarriageOver } from './carriage-settings.js';
import { domainFault } from './domain-name.js';
import type { Fault } from './errors.js';
import { hostFault, normaliseHost } from './host.js';
import type { OAuthInput } from './oauth-settings.js';
import { layOAuthOver, oauthFaults, oauthMissing, privateKeyFault } from './oauth-settings.js';
import { hasControls } from './octets.js';

/** Settings as a form or a program gives them: a field left out (or undefined) keeps what is posted, null clears it. */
export interface SettingsInput extends CarriageInput, OAuthInput {
  readonly server?: string | null | undefined;
  readonly port?: number | null | undefined;
  readonly security?: Security | null | undefined;
  readonly authentication?: Authentication | null | undefined;
  readonly accountName?: string | null | undefined;
  /** Never part of {@link AccountSettings}: secrets go straight into the secret box. */
  readonly password?: string | null | undefined;
  readonly emailFrom?: string | null | undefined;
  readonly fromName?: string | null | undefined;
  readonly replyTo?: string | null | undefined;
  readonly allowedFrom?: readonly string[] | null | undefined;
  readonly useSendGrid?: boolean | null | undefined;
  readonly sendGridEmailFrom?: string | null | undefined;
  readonly sendGridName?: string | null | undefined;
  readonly sendGridApiKey?: string | null | undefined;
  readonly oauthClientSecret?: string | null | undefined;
  readonly oauthPrivateKey?: string | null | undefined;
}

const MAX_NAME_CHARACTERS = 100;
const MAX_ACCOUNT_NAME_CHARACTERS = 256;
const MAX_SECRET_CHARACTERS = 1_024;
const MAX_ALLOWED_FROM = 50;

const kept = <T>(given: T | undefined, posted: T): T => (given === undefined ? posted : given);
/** A form posts an emptied field as '', which means the same as null. */
const keptText = (given: string | null | undefined, posted: string | null): string | null => {
  const value = kept(given, posted);
  return value === null || value.trim() === '' ? null : value;
};

/** The settings with the input laid over them; nothing is judged yet, see {@link settingsFaults}. Secrets are not in them. */
export const layOver = (settings: AccountSettings, input: SettingsInput): AccountSettings => ({
  server: keptText(input.server, settings.server),
  port: kept(input.port, settings.port),
  security: kept(input.security, settings.security),
  authentication: kept(input.authentication, settings.authentication),
  accountName: keptText(input.accountName, settings.accountName),
  emailFrom: keptText(input.emailFrom, settings.emailFrom),
  fromName: keptText(input.fromName, settings.fromName),
  replyTo: keptText(input.replyTo, settings.replyTo),
  allowedFrom: kept(input.allowedFrom, settings.allowedFrom) ?? [],
  useSendGrid: kept(input.useSendGrid, settings.useSendGrid) ?? false,
  sendGridEmailFrom: keptText(input.sendGridEmailFrom, settings.sendGridEmailFrom),
  sendGridName: keptText(input.sendGridName, settings.sendGridName),
  ...layCarriageOver(settings, input),
  ...layOAuthOver(settings, input),
});

const wordsFault = (text: string, most: number): string | null => {
  if (hasControls(text)) return 'There is a line break or another control character in it.';
  return text.length > most ? `It is longer than ${most} characters.` : null;
};

const secretFault = (text: string, fault = (secret: string) => wordsFault(secret, MAX_SECRET_CHARACTERS)): string | null => {
  if (/^[•*●]+$/u.test(text)) {
    return 'This is the mask that stands for a stored secret, not the secret. Leave the field out to keep what is stored, or type the secret itself.';
  }
  // A form posts the field blank where it keeps what is stored.
  return text === '' ? null : fault(text);
};

const allowedFromFault = (entry: string): string | null => {
  if (entry.startsWith('@')) return 'Write a whole domain without the @.';
  return entry.includes('@') ? bareAddressFault(entry) : domainFault(entry);
};

const portFault = (port: number): string | null =>
  (Number.isInteger(port) && port >= 1 && port <= 65_535 ? null : 'The port is a whole number from 1 to 65535.');

/**
 * Every fault of the settings as they would be after the post, together, each with its path; none is about what is missing
 * ({@link postFaults}). Authentication PASSWORD with security NONE is no fault: old servers inside a company know no TLS.
 */
export const settingsFaults = (after: AccountSettings, input: SettingsInput, path: readonly string[]): Fault[] => {
  const faults: Fault[] = [];
  const judge = <T>(field: readonly string[], value: T | null | undefined, fault: (value: T) => string | null): void => {
    const message = value === null || value === undefined ? null : fault(value);
    if (message !== null) faults.push({ code: 'INVALID', message, path: [...path, ...field] });
  };
  const nameFault = (text: string) => wordsFault(text, MAX_NAME_CHARACTERS);
  judge(['server'], after.server, hostFault);
  judge(['port'], after.port, portFault);
  judge(['accountName'], after.accountName, (text) => wordsFault(text, MAX_ACCOUNT_NAME_CHARACTERS));
  judge(['password'], input.password, (text) => secretFault(text));
  judge(['emailFrom'], after.emailFrom, bareAddressFault);
  judge(['fromName'], after.fromName, nameFault);
  judge(['replyTo'], after.replyTo, bareAddressFault);
  judge(['allowedFrom'], after.allowedFrom, (all) =>
    (all.length > MAX_ALLOWED_FROM ? `There are more than ${MAX_ALLOWED_FROM} entries; allow a whole domain instead.` : null));
  after.allowedFrom.slice(0, MAX_ALLOWED_FROM).forEach((entry, at) => judge(['allowedFrom', String(at)], entry, allowedFromFault));
  judge(['sendGridEmailFrom'], after.sendGridEmailFrom, bareAddressFault);
  judge(['sendGridName'], after.sendGridName, nameFault);
  judge(['sendGridApiKey'], input.sendGridApiKey, (text) => secretFault(text));
  judge(['oauthClientSecret'], input.oauthClientSecret, (text) => secretFault(text));
  judge(['oauthPrivateKey'], input.oauthPrivateKey, (text) => secretFault(text, privateKeyFault));
  return [...faults, ...oauthFaults(after, path), ...carriageFaults(after, path)];
};

/**
 * What is missing before these settings can be put in force. `has` says whether a secret will be there after the post:
 * given now, or stored and still bound to what it is used for.
 */
export const postFaults = (after: AccountSettings, has: (field: SecretField) => boolean, path: readonly string[]): Fault[] => {
  const faults: Fault[] = [];
  const miss = (field: string, message: string, code: Fault['code'] = 'INVALID') =>
    faults.push({ code, message, path: [...path, field] });
  if (after.useSendGrid) {
    if (senderOf(after).address === null) miss('sendGridEmailFrom', 'Give the email address that emails are from.');
    if (!has('sendGridApiKey') && !has('password')) miss('sendGridApiKey', 'Give the SendGrid API key.', 'PASSWORD_REQUIRED');
    return faults;
  }
  if (after.server === null) miss('server', 'Give the name of the server.');
  if (after.port === null) miss('port', 'Give the port.');
  if (after.emailFrom === null) miss('emailFrom', 'Give the email address that emails are from.');
  const authentication = authenticationInForce(after);
  if (authentication === 'OAUTH2') {
    const secret = secretNeeded(after);
    return [...faults, ...oauthMissing(after, ['STARTTLS', 'TLS'].includes(securityInForce(after)), secret !== null && has(secret), path)];
  }
  if (authentication !== 'PASSWORD') return faults;
  if (after.accountName === null) miss('accountName', 'Give the account name to log on with.');
  else if (!has('password')) {
    miss('password', 'Give the password: none is stored, or it was stored for another server, port, security or account name, or for SendGrid.', 'PASSWORD_REQUIRED');
  }
  return faults;
};

/**
 * What a sealed secret is bound to, as canonical JSON for the additional data of its encryption: a password to where and
 * as whom it is used, so that it opens for no other server, no other account name and no weaker security, and one that
 * was typed for a server never goes to SendGrid; a SendGrid key to its record only, since it is ever sent to SendGrid alone.
 * What fetches tokens is bound to whose it is and, as a password, to where they are used: a token that it brings opens
 * the mailbox for whoever gets it, so no other server may be sent one.
 */
export const secretBinding = (accountId: string, field: SecretField, settings: AccountSettings): string => {
  if (field === 'sendGridApiKey') return JSON.stringify({ accountId, field });
  const used = {
    accountId,
    field,
    server: settings.server === null ? null : normaliseHost(settings.server),
    port: settings.port,
    security: securityInForce(settings),
  };
  if (field === 'password') return JSON.stringify({ ...used, accountName: settings.accountName, useSendGrid: settings.useSendGrid });
  const { oauthProvider: provider, oauthTenantId: tenant, oauthClientId: client, oauthClientEmail: clientEmail } = settings;
  return JSON.stringify({
    ...used, mailbox: mailboxOf(settings), provider,
    ...(field === 'oauthClientSecret' ? { tenant: tenant?.toLowerCase() ?? null, client: client?.toLowerCase() ?? null } : { clientEmail }),
  });
};
