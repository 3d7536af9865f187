import type { Security } from '../account-settings.js';
import { presetOfServer } from '../presets.js';
import { accountNameWith } from './known.js';
import type { Finding, Proposal } from './proposal.js';
import { finding, publishedServer } from './proposal.js';
import type { DiscoverySubject } from './subject.js';

/** A record of `_submission._tcp` (RFC 6186) or `_submissions._tcp` (RFC 8314 section 5.1). */
export interface SubmissionRecord {
  readonly service: '_submission' | '_submissions';
  /** The lowest is wanted first; among equals, weight says how often. */
  readonly priority: number;
  readonly weight: number;
  readonly port: number;
  readonly target: string;
}

const SECURITY: Readonly<Record<SubmissionRecord['service'], Security>> = { _submission: 'STARTTLS', _submissions: 'TLS' };

/** RFC 2782: the target `.` says that the service is decidedly not there. Resolvers give it as an empty name, too. */
const isRefusal = ({ target }: SubmissionRecord): boolean => target === '.' || target === '';

/**
 * Priorities count across both services (RFC 6186 section 3.4); among equals TLS from the start comes first (RFC 8314
 * section 3). Weights are for sharing load, of which nothing is seen here: the heaviest comes first.
 */
const byPreference = (one: SubmissionRecord, other: SubmissionRecord): number =>
  one.priority - other.priority || SECURITY[other.service].localeCompare(SECURITY[one.service]) || other.weight - one.weight;

const isWithin = (server: string, domain: string): boolean => server === domain || server.endsWith(`.${domain}`);

/** Passwords are the one way that every mail program has, which is whom these records are for; a preset may know better. */
const logOn = (server: string, subject: DiscoverySubject): Pick<Proposal, 'presetId' | 'authentication' | 'accountName'> => {
  const preset = presetOfServer(server);
  if (preset === null) return { presetId: null, authentication: 'PASSWORD', accountName: subject.address };
  return { presetId: preset.id, authentication: preset.authentications.find((way) => way !== 'NONE') ?? 'PASSWORD', accountName: accountNameWith(preset, subject) };
};

/** What the SRV records of a domain say. Names are data: nothing is connected to here. */
export const srvFinding = (records: readonly SubmissionRecord[], subject: DiscoverySubject): Finding => {
  const { domain } = subject;
  const offered = records.filter((record) => !isRefusal(record)).toSorted(byPreference);
  const proposals = offered.flatMap(({ service, port, target }): Proposal[] => {
    const server = publishedServer(target);
    if (server === null) return [];
    const elsewhere = isWithin(server, domain) ? '' : ` The server is not of ${domain} itself, and DNS can be forged: make sure that it is the right one.`;
    return [{
      server, port, security: SECURITY[service], ...logOn(server, subject), source: 'SRV',
      explanation: `${domain} publishes it for mail programs in the SRV record ${service}._tcp (RFC ${service === '_submission' ? '6186' : '8314'}).${elsewhere}`,
    }];
  });
  const refused = records.filter(isRefusal).map(({ service }) => service);
  if (proposals.length > 0) return finding('SRV', proposals, `SRV records of ${domain} name ${proposals.length === 1 ? 'a server' : 'servers'}.`);
  if (offered.length > 0) return finding('SRV', [], `SRV records of ${domain} name no server that could be one.`);
  return finding('SRV', [], refused.length > 0 ? `${domain} says by SRV that it offers no ${refused.join(', no ')}.` : `${domain} has no SRV record for submission.`);
};
