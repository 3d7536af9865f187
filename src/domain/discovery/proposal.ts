import type { Authentication, Security } from '../account-settings.js';
import { domainFault } from '../domain-name.js';
import { normaliseHost } from '../host.js';

/**
 * Where a proposal can be from, in order of trust: what the provider documents and stands here as a preset; nodemailer's list
 * of well-known services; what the domain publishes for mail programs in DNS; what its MX records tell; and a
 * configuration file on the web.
 */
export const DISCOVERY_SOURCES = ['PRESET', 'WELL_KNOWN', 'SRV', 'MX', 'AUTOCONFIG'] as const;
export type DiscoverySource = (typeof DISCOVERY_SOURCES)[number];

/** Settings that may work, to be tested before they are posted. */
export interface Proposal {
  readonly server: string;
  readonly port: number;
  readonly security: Security;
  readonly authentication: Authentication;
  readonly accountName: string | null;
  readonly presetId: string | null;
  readonly source: DiscoverySource;
  /** In a sentence, where it is from and what to mind. */
  readonly explanation: string;
}

export const SOURCE_OUTCOMES = ['FOUND', 'NOTHING', 'FAILED', 'SKIPPED'] as const;
export type SourceOutcome = (typeof SOURCE_OUTCOMES)[number];

/** What became of one place that was asked. */
export interface SourceReport {
  readonly source: DiscoverySource;
  readonly outcome: SourceOutcome;
  readonly message: string;
}

/** What one place had to say. */
export interface Finding { readonly proposals: readonly Proposal[]; readonly report: SourceReport }

/** What one source can bring forth at most: whoever publishes hundreds wants no customers, but to fill a screen. */
export const PROPOSALS_OF_SOURCE_MAX = 6;

/** A server as somebody published it; null where it is none: single labels and IP addresses are inside matters of somebody else's network. */
export const publishedServer = (name: string): string | null => {
  const bare = name.replace(/\.$/, '');
  return domainFault(bare) === null ? normaliseHost(bare) : null;
};

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65_535;

/** What a place found: its proposals, cut to what one source may bring, or that there is nothing. */
export const finding = (source: DiscoverySource, proposals: readonly Proposal[], message: string): Finding => {
  const sound = proposals.filter(({ port }) => isPort(port)).slice(0, PROPOSALS_OF_SOURCE_MAX);
  return { proposals: sound, report: { source, outcome: sound.length > 0 ? 'FOUND' : 'NOTHING', message } };
};

/** Two proposals of the same settings but for who says so. */
const sameWay = (one: Proposal, other: Proposal): boolean =>
  one.server === other.server && one.port === other.port && one.security === other.security;

/** All proposals, the most trusted first, each way once: what a later source says too is added to the first one's explanation. */
export const inOrderOfTrust = (findings: readonly Finding[]): Proposal[] => {
  const all = findings.flatMap(({ proposals }) => proposals)
    .toSorted((one, other) => DISCOVERY_SOURCES.indexOf(one.source) - DISCOVERY_SOURCES.indexOf(other.source));
  const ways: Proposal[] = [];
  for (const proposal of all) {
    const known = ways.findIndex((way) => sameWay(way, proposal));
    const way = ways[known];
    if (way === undefined) ways.push(proposal);
    else if (way.source !== proposal.source && !way.explanation.endsWith(` ${proposal.source} says the same.`)) {
      ways[known] = { ...way, explanation: `${way.explanation} ${proposal.source} says the same.` };
    }
  }
  return ways;
};
