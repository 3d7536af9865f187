import type { Leaving, SenderDomainFacts, SpfPassage } from './facts.js';
import { mechanismsNeeded } from './spf-proposal.js';

/** SPF of this mail is asked of the From domain for certain (RFC 7208 section 2.4); else a fault of it need not reach this mail. */
export const isAsked = ({ provider, certain }: Leaving): boolean => certain && (provider === null || provider.envelope === 'FROM');

/** It could not be found out. */
export const isOpen = ({ result }: SpfPassage): boolean => result === null || result === 'temperror';
/** Receivers take it. */
export const passes = ({ result }: SpfPassage): boolean => result === 'pass';

/** Mail that the provider passes on, where the house hands it to the receiver itself. */
export const isPassedOn = ({ toExchanger }: Leaving, { mechanism }: SpfPassage): boolean => toExchanger && mechanism.startsWith('include:');

/**
 * Whether SPF of the From domain would pass for mail of this account, whatever else is wrong; null: unknown. Mail that meets
 * its match before others would meet a `permerror` passes (RFC 7208 section 4.6.4).
 */
export const spfPasses = ({ spf, leaving }: Pick<SenderDomainFacts, 'spf' | 'leaving'>): boolean | null => {
  if (leaving.provider?.envelope === 'OWN') return false;
  if (spf.error !== null) return null;
  const no = isAsked(leaving) ? false : null;
  if (spf.records.length !== 1) return no;
  if (spf.passages.some((one) => !passes(one) && !isOpen(one) && !isPassedOn(leaving, one))) return no;
  if (mechanismsNeeded(leaving).length === 0 && leaving.certain && leaving.provider?.envelope !== 'SET_UP') return null;
  return spf.passages.length > 0 && spf.passages.every(passes) ? true : null;
};
