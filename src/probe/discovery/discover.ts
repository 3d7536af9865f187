import { presetFinding, wellKnownFinding } from '../../domain/discovery/known.js';
import type { DiscoverySource, Finding, Proposal, SourceOutcome, SourceReport } from '../../domain/discovery/proposal.js';
import { finding, inOrderOfTrust } from '../../domain/discovery/proposal.js';
import type { DiscoverySubject } from '../../domain/discovery/subject.js';
import type { ConnectPolicy } from '../../doors/connect.js';
import { askConfigPlace, configPlaces } from './autoconfig.js';
import { askMx, askSrv, type RecordResolver } from './dns.js';
import { failureInWords, isNoSuchName } from './failure.js';
import { wellKnownService } from './well-known.js';

/** How far a look-up goes: DNS and the web, DNS only, or what is known here. */
export const DISCOVERY_REACHES = ['on', 'dns', 'off'] as const;
export type DiscoveryReach = (typeof DISCOVERY_REACHES)[number];

/** Longest that one place, and all of them side by side, are waited for. */
export interface DiscoveryLimits { readonly placeMs: number; readonly allMs: number }
const LIMITS: DiscoveryLimits = { placeMs: 5_000, allMs: 8_000 };

/** What is looked for, and with what. */
export interface DiscoveryRequest {
  readonly subject: DiscoverySubject;
  readonly reach: DiscoveryReach;
  /** Of this look-up alone: its questions are cancelled at the end. */
  readonly resolver: RecordResolver;
  readonly policy: ConnectPolicy;
  readonly signal: AbortSignal;
  readonly limits?: DiscoveryLimits;
  /** Another than 443 for tests, whose policy opens it. */
  readonly httpsPort?: number;
}

/** What was found, the most trusted first, and what became of each place. */
export interface Discovery {
  readonly domain: string;
  readonly proposals: readonly Proposal[];
  readonly sources: readonly SourceReport[];
}

/** Outside places, and how each is asked. `of` names it where several are of one source. */
interface Place { readonly source: DiscoverySource; readonly of: string; readonly ask: (signal: AbortSignal) => Promise<Finding> }

const report = (source: DiscoverySource, outcome: SourceOutcome, message: string): Finding => ({ proposals: [], report: { source, outcome, message } });

/** Settles with the work or with the signal's reason, whichever is first: the questions for SRV and MX share one resolver, which ends with all of them. */
const untilAborted = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason as Error);
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
};

/** Asks one place; that it fails is a finding too, and never the end of the look-up. */
const asked = async ({ source, of, ask }: Place, signal: AbortSignal): Promise<Finding> => {
  try {
    const work = ask(signal);
    // Who lost the race may still fail, when nobody listens any more.
    work.catch(() => {});
    return await untilAborted(work, signal);
  } catch (error) {
    if (isNoSuchName(error)) return finding(source, [], `There is no ${of}.`);
    return report(source, 'FAILED', `${of}: ${failureInWords(error)}`);
  }
};

const placesOf = ({ subject, resolver, policy, httpsPort }: DiscoveryRequest): Place[] => [
  { source: 'SRV', of: `The SRV records of ${subject.domain}`, ask: async () => await askSrv(resolver, subject) },
  { source: 'MX', of: `The MX records of ${subject.domain}`, ask: async () => await askMx(resolver, subject) },
  ...configPlaces(subject).map((place): Place => ({
    source: 'AUTOCONFIG', of: place.host,
    ask: async (signal) => await askConfigPlace(place, subject, { policy, signal, ...(httpsPort === undefined ? {} : { port: httpsPort }) }),
  })),
];

const isReached = (reach: DiscoveryReach, { source }: Place): boolean => reach === 'on' || (reach === 'dns' && source !== 'AUTOCONFIG');

/**
 * Looks for the settings by which mail of a domain may be sent, in all places side by side. A place that fails is reported and
 * spoils nothing. Of an address only the domain leaves the house; no server that is proposed is connected to.
 */
export const discover = async (request: DiscoveryRequest): Promise<Discovery> => {
  const { subject, reach, resolver, limits = LIMITS } = request;
  const whole = AbortSignal.any([request.signal, AbortSignal.timeout(limits.allMs)]);
  const outside = await Promise.all(placesOf(request).map(async (place) => {
    if (!isReached(reach, place)) return report(place.source, 'SKIPPED', `${place.of}: not asked, because POSTROOM_DISCOVERY is ${reach}`);
    return await asked(place, AbortSignal.any([whole, AbortSignal.timeout(limits.placeMs)]));
  }));
  resolver.cancel();
  const findings = [presetFinding(subject), wellKnownFinding(wellKnownService(subject.domain), subject), ...outside];
  return { domain: subject.domain, proposals: inOrderOfTrust(findings), sources: findings.map((found) => found.report) };
};
