import { domainFault } from '../domain-name.js';
import type { Preset } from '../presets/preset.js';
import { isExchangerOf, presetsOfDomain, presetsOfExchanger } from '../presets.js';
import { proposalOf } from './known.js';
import type { Finding, Proposal } from './proposal.js';
import { finding, publishedServer } from './proposal.js';
import type { DiscoverySubject } from './subject.js';

/** An MX record; the lowest preference is wanted first. */
export interface ExchangerRecord { readonly preference: number; readonly exchanger: string }

/** Services that only filter what comes in: the mailboxes stand behind them, and nothing can be sent by them but by contract. */
const FILTERS: readonly (readonly [pattern: string, name: string])[] = [
  ['.pphosted.com', 'Proofpoint'], ['.ppe-hosted.com', 'Proofpoint Essentials'], ['.mimecast.com', 'Mimecast'], ['.messagelabs.com', 'Broadcom Email Security'],
  ['.iphmx.com', 'Cisco Secure Email'], ['.barracudanetworks.com', 'Barracuda'], ['.mailcontrol.com', 'Forcepoint'], ['.fireeyecloud.com', 'Trellix'], ['.sophos.com', 'Sophos'],
];

const filterOf = (host: string): string | null => FILTERS.find(([pattern]) => isExchangerOf(host, pattern))?.[1] ?? null;

/** The preset's server, with what the exchanger tells of its placeholder filled in. */
const serverBehind = (preset: Preset, exchanger: string): string | null => {
  // Microsoft 365 takes mail without log-on at the very hosts that the MX records name.
  if (preset.id === 'microsoft365-relay') return exchanger;
  const region = /^inbound-smtp\.([a-z0-9-]+)\.amazonaws\.com$/.exec(exchanger)?.[1];
  return region === undefined ? preset.server : preset.server?.replace('{region}', region) ?? null;
};

/** Amazon takes mail for two services at the same hosts. */
const isAmazons = (exchanger: string): boolean => exchanger.endsWith('.amazonaws.com');

const reasonFor = (exchanger: string, { domain }: DiscoverySubject): string => (isAmazons(exchanger)
  ? `The MX record of ${domain} leads to ${exchanger}, where Amazon takes mail for SES and for WorkMail alike (WorkMail sends by a server of its own, smtp.mail.REGION.awsapps.com at port 465). If it is SES:`
  : `The MX record of ${domain} leads to ${exchanger}, by which this provider is known:`);

/** A provider's own domain is no customer of it: gmail.com has no relay of a Workspace. */
const ofProvider = (exchanger: string, subject: DiscoverySubject): Proposal[] => {
  const own = presetsOfDomain(subject.domain);
  const presets = presetsOfExchanger(exchanger).filter((preset) => own.length === 0 || own.includes(preset));
  return presets.flatMap((preset) => proposalOf(preset, 'MX', subject, reasonFor(exchanger, subject), serverBehind(preset, exchanger)) ?? []);
};

const guesses = (server: string, { domain, address }: DiscoverySubject): Proposal[] => {
  const explanation = `A guess: the mail of ${domain} goes to ${server}, a server of its own, and such servers often`;
  const common = { server, presetId: null, source: 'MX' } as const;
  return [
    { ...common, port: 587, security: 'STARTTLS', authentication: 'PASSWORD', accountName: address, explanation: `${explanation} take mail at port 587 from whoever logs on.` },
    { ...common, port: 25, security: 'OPPORTUNISTIC', authentication: 'NONE', accountName: null, explanation: `${explanation} relay at port 25 for addresses that are allowed to.` },
  ];
};

const TARGETS_SHOWN = 3;

/** RFC 7505: a single record whose target is the root, which resolvers also give as an empty name. */
const isRoot = ({ exchanger }: ExchangerRecord): boolean => exchanger === '' || exchanger === '.';

/** Why no record leads to a server. What may stand there is anybody's, so that little of it is repeated. */
const noServer = (records: readonly ExchangerRecord[], domain: string): string => {
  if (records.length === 0) return `${domain} has no MX record.`;
  if (records.every(isRoot)) {
    return records.length === 1 ? `${domain} says by MX that it takes no mail (RFC 7505).` : `${domain} says by several MX records that it takes no mail, where there must be one (RFC 7505 section 3).`;
  }
  const faults = records.filter((record) => !isRoot(record)).slice(0, TARGETS_SHOWN)
    .map(({ exchanger }) => `${JSON.stringify(exchanger)}: ${domainFault(exchanger.replace(/\.$/, ''))}`);
  return `No MX record of ${domain} names a server that mail could go to. ${faults.join(' ')}`;
};

/** What the MX records of a domain tell about who keeps its mailboxes. Names are data: nothing is connected to here. */
export const mxFinding = (records: readonly ExchangerRecord[], subject: DiscoverySubject): Finding => {
  const { domain } = subject;
  const hosts = [...new Set(records.toSorted((one, other) => one.preference - other.preference).flatMap(({ exchanger }) => publishedServer(exchanger) ?? []))];
  if (hosts.length === 0) return finding('MX', [], noServer(records, domain));
  const known = hosts.flatMap((host) => ofProvider(host, subject));
  // Several exchangers of one provider say the same; the direct way names each, of which the first will do.
  const proposals = known.filter(({ presetId }, at) => known.findIndex((other) => other.presetId === presetId) === at);
  if (proposals.length > 0) {
    return finding('MX', proposals, hosts.every(isAmazons) ? `The MX records of ${domain} lead to Amazon, be it SES or WorkMail.` : `The MX records of ${domain} tell of a provider that is known here.`);
  }
  const filtered = hosts.find((host) => filterOf(host) !== null);
  if (filtered !== undefined) {
    return finding('MX', [], `${filtered} is ${filterOf(filtered)}, which filters what comes in to ${domain}. Where its mailboxes stand behind that, MX does not tell; whoever keeps them can.`);
  }
  const own = hosts.find((host) => host === domain || host.endsWith(`.${domain}`));
  if (own !== undefined) return finding('MX', guesses(own, subject), `The mail of ${domain} goes to a server of its own.`);
  return finding('MX', [], `The mail of ${domain} goes to ${hosts[0]}, of whom it is not known here where it takes mail that is to be sent.`);
};
