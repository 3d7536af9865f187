import type { Authentication, Security } from '../account-settings.js';
import { hasControls } from '../octets.js';
import { presetOfServer } from '../presets.js';
import { whyClosed } from './closed-servers.js';
import type { Finding, Proposal } from './proposal.js';
import { finding, publishedServer } from './proposal.js';
import type { DiscoverySubject } from './subject.js';

/** An `outgoingServer` of a configuration file, as it stands there. */
export interface OutgoingServer {
  readonly hostname: string;
  readonly port: number;
  readonly socketType: string;
  /** Best first. */
  readonly authentications: readonly string[];
  readonly username: string | null;
}

/** Who is named to a web server that asks for an address: every domain must have it (RFC 5321 section 4.5.1), and it is nobody's own. */
export const STAND_IN_LOCAL_PART = 'postmaster';

const SECURITIES: Readonly<Record<string, Security>> = { SSL: 'TLS', STARTTLS: 'STARTTLS', plain: 'NONE' };

/** https://wiki.mozilla.org/Thunderbird:Autoconfiguration:ConfigFileFormat; `plain` and `secure` are older names. */
const AUTHENTICATIONS: Readonly<Record<string, Authentication>> = {
  'password-cleartext': 'PASSWORD', 'password-encrypted': 'PASSWORD', plain: 'PASSWORD', secure: 'PASSWORD', OAuth2: 'OAUTH2', none: 'NONE', 'client-IP-address': 'NONE',
};
const known = <T>(table: Readonly<Record<string, T>>, key: string): T | null => (Object.hasOwn(table, key) ? table[key] ?? null : null);

const MAX_ACCOUNT_NAME_CHARACTERS = 256;

const filled = (template: string, { domain, address }: DiscoverySubject): string | null => {
  const local = address?.slice(0, address.lastIndexOf('@')) ?? null;
  const needsAddress = /%EMAILADDRESS%|%EMAILLOCALPART%/.test(template);
  if (needsAddress && (address === null || local === null)) return null;
  // Functions, so that a `$&` in an address stays what it is.
  return template.replaceAll(/%EMAILADDRESS%|%EMAILLOCALPART%|%EMAILDOMAIN%/g, (name) =>
    ({ '%EMAILADDRESS%': address, '%EMAILLOCALPART%': local, '%EMAILDOMAIN%': domain })[name] ?? '');
};

/** A server that fills in the address by itself was told the stand-in, which stands for the caller's own. */
const unmask = (username: string, domain: string): string => {
  if (username.toLowerCase() === `${STAND_IN_LOCAL_PART}@${domain}`) return '%EMAILADDRESS%';
  return username.toLowerCase() === STAND_IN_LOCAL_PART ? '%EMAILLOCALPART%' : username;
};

const accountNameOf = (username: string | null, subject: DiscoverySubject): string | null => {
  if (username === null) return subject.address;
  // It may be an XML entity, which is not expanded.
  if (username.includes('&')) return null;
  const name = filled(unmask(username, subject.domain), subject);
  return name === null || hasControls(name) || name.length > MAX_ACCOUNT_NAME_CHARACTERS ? null : name;
};

/** OAuth2 is for people at a browser, but with the providers of which a preset knows another way. */
const authenticationOf = (offered: readonly string[], server: string): Authentication | null => {
  const ways = offered.flatMap((name) => known(AUTHENTICATIONS, name) ?? []);
  const usable = ways.filter((way) => way !== 'OAUTH2' || presetOfServer(server)?.authentications.includes('OAUTH2') === true);
  return usable[0] ?? null;
};

const proposalOf = (given: OutgoingServer, subject: DiscoverySubject, place: string): Proposal | null => {
  const server = publishedServer(filled(given.hostname, subject) ?? '');
  const security = known(SECURITIES, given.socketType);
  const authentication = server === null || whyClosed(server) !== null ? null : authenticationOf(given.authentications, server);
  if (server === null || security === null || authentication === null) return null;
  return {
    server, port: given.port, security, authentication, accountName: authentication === 'NONE' ? null : accountNameOf(given.username, subject),
    presetId: presetOfServer(server)?.id ?? null, source: 'AUTOCONFIG',
    explanation: `The configuration file for mail programs at ${place} names it.${security === 'NONE' ? ' It would send everything, the password too, for all to read.' : ''}`,
  };
};

/** What a configuration file says, which was fetched at `place` (a host). Names are data: nothing is connected to here. */
export const autoconfigFinding = (servers: readonly OutgoingServer[], subject: DiscoverySubject, place: string): Finding => {
  const proposals = servers.flatMap((server) => proposalOf(server, subject, place) ?? []);
  if (proposals.length > 0) return finding('AUTOCONFIG', proposals, `${place} has a configuration file for mail programs.`);
  return finding('AUTOCONFIG', [], servers.length > 0 ? `${place} names only servers that cannot be used here.` : `${place} has a configuration file that names no server for sending.`);
};
