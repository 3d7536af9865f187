import type { Leaving, SenderDomainFacts, SpfFacts } from './facts.js';
import { mergeSpf, redirectOf } from './merge-spf.js';

/** Receivers give up on longer ones (RFC 7208 section 3.4), and a record cut off would say another thing. */
const RECORD_CHARACTERS_MAX = 2_000;

const mechanismOf = (address: string): string => `${address.includes(':') ? 'ip6' : 'ip4'}:${address}`;

/** The mechanisms that would let mail of this account pass, whether or not they are all that it takes. */
export const mechanismsTried = ({ provider, addresses }: Leaving): readonly string[] => [
  ...(provider === null || provider.spfName === null || provider.envelope === 'OWN' ? [] : [`include:${provider.spfName}`]),
  ...addresses.map(mechanismOf),
];

/**
 * The mechanisms that a record needs for mail of this account; empty where one of them is not known, or where it is not the
 * From domain that SPF is asked of for certain. Whoever published the rest of them with `-all` would have receivers refuse
 * mail that they take today.
 */
export const mechanismsNeeded = (leaving: Leaving): readonly string[] => {
  const { provider, addresses, certain, toExchanger } = leaving;
  if (!certain || (provider !== null && (provider.envelope !== 'FROM' || provider.spfName === null))) return [];
  return (provider === null || toExchanger) && addresses.length === 0 ? [] : mechanismsTried(leaving);
};

type Found = Pick<SenderDomainFacts, 'spf' | 'leaving'>;

/** What is to be mended is what the record says of strangers; where mail of this account does not pass, that comes first and the end stays. */
const isToBeClosed = ({ strangersResult, passages }: SpfFacts): boolean =>
  strangersResult === 'pass' || (strangersResult === 'neutral' && passages.every(({ result }) => result === 'pass'));

const recordFor = ({ spf, leaving }: Found): string | null => {
  const { records, passages } = spf;
  const needed = mechanismsNeeded(leaving);
  const missing = needed.filter((mechanism) => !passages.some((one) => one.mechanism === mechanism && one.result === 'pass' && one.named));
  if (records.length > 1) return mergeSpf(records, missing);
  const [record] = records;
  if (needed.length === 0 || record === undefined) return needed.length === 0 ? null : mergeSpf([], missing);
  // What a redirect leads to says what becomes of strangers, and is mended there.
  if (isToBeClosed(spf)) return redirectOf(record) === null ? mergeSpf(records, missing, '-all') : null;
  return missing.length === 0 ? null : mergeSpf(records, missing);
};

/** A record that might mend what is wrong with SPF; null where none can be told. It is to be tried before anybody is told it. */
export const proposedSpf = (found: Found): string | null => {
  const record = recordFor(found);
  return record === null || record.length > RECORD_CHARACTERS_MAX ? null : record;
};

/**
 * Whether a record that was proposed does, by what it came to when it was tried within the limits of a receiver: it is no
 * `permerror`, strangers do not pass where that was the fault, and mail of this account does. What did not answer is left open.
 */
export const proposalHolds = ({ spf, leaving }: Found, tried: Pick<SpfFacts, 'strangersResult' | 'passages'>): boolean => {
  if (['pass', 'permerror', ...(isToBeClosed(spf) ? ['neutral'] : [])].includes(tried.strangersResult)) return false;
  return mechanismsNeeded(leaving).length === 0 || tried.passages.every(({ result }) => result === null || result === 'pass' || result === 'temperror');
};
