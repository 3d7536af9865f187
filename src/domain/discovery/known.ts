import type { Security } from '../account-settings.js';
import type { Preset } from '../presets/preset.js';
import { presetOfServer, presetsOfDomain } from '../presets.js';
import { whyClosed } from './closed-servers.js';
import type { DiscoverySource, Finding, Proposal } from './proposal.js';
import { finding } from './proposal.js';
import type { DiscoverySubject } from './subject.js';

/** The account name to try with a provider; null: it is not known. */
export const accountNameWith = ({ accountName, addressLogsOn, domains }: Preset, { address, domain }: DiscoverySubject): string | null => {
  if (accountName !== null || addressLogsOn === 'NEVER') return accountName;
  return addressLogsOn === 'ANY_DOMAIN' || domains.includes(domain) ? address : null;
};

/** The proposal of a preset by its best port; null where it needs no server, or one that only the customer knows. */
export const proposalOf = (
  preset: Preset, source: DiscoverySource, subject: DiscoverySubject, reason: string, server: string | null = preset.server,
): Proposal | null => {
  const [best] = preset.ports;
  const [authentication = 'NONE'] = preset.authentications;
  if (best === undefined || server === null || server.includes('{')) return null;
  return {
    server, ...best, authentication, accountName: authentication === 'NONE' ? null : accountNameWith(preset, subject), presetId: preset.id, source,
    explanation: `${reason} ${preset.name}.${preset.serverHint === null || server !== preset.server ? '' : ` ${preset.serverHint}.`}`,
  };
};

/** What the presets know of a domain that is a provider's own. */
export const presetFinding = (subject: DiscoverySubject): Finding => {
  const proposals = presetsOfDomain(subject.domain).flatMap((preset) =>
    proposalOf(preset, 'PRESET', subject, `${subject.domain} is a provider's own domain:`) ?? []);
  return finding('PRESET', proposals, proposals.length > 0 ? 'A provider of the presets has this domain.' : 'No provider of the presets has this domain.');
};

/** A service of nodemailer's list. `secure` is TLS from the first byte. */
export interface WellKnown {
  readonly name: string;
  readonly server: string;
  readonly port: number;
  readonly secure: boolean;
  readonly requireTls: boolean;
}

const securityOf = ({ port, secure, requireTls }: WellKnown): Security => {
  if (secure || port === 465) return 'TLS';
  return requireTls || port === 587 ? 'STARTTLS' : 'OPPORTUNISTIC';
};

/** What nodemailer's list of well-known services knows of a domain; null: it is not in it. The list does not tell who has closed his server since. */
export const wellKnownFinding = (service: WellKnown | null, { domain, address }: DiscoverySubject): Finding => {
  if (service === null) return finding('WELL_KNOWN', [], 'The domain is not in the list of well-known services.');
  const { server, port } = service;
  const closed = whyClosed(server);
  if (closed !== null) return finding('WELL_KNOWN', [], `The list of well-known services has ${domain}, by ${server}, which is left out: ${closed}.`);
  return finding('WELL_KNOWN', [{
    server, port, security: securityOf(service), authentication: 'PASSWORD', accountName: address, presetId: presetOfServer(server)?.id ?? null,
    source: 'WELL_KNOWN', explanation: `The list of well-known services that comes with nodemailer has ${domain}: ${service.name}.`,
  }], 'The domain is in the list of well-known services.');
};
