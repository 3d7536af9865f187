import type { RemedyStep } from '../diagnosis/vocabulary.js';
import type { DkimFacts, DkimKey, SenderDomainFacts } from './facts.js';
import type { SenderFinding } from './finding.js';
import { shown, shownAll, step } from './finding.js';

/** RFC 8301 section 3.2: signers must use 1024 bits at least, and should use 2048. */
const BITS_MIN = 1_024;
const BITS_GOOD = 2_048;

const tooShort = ({ bits }: DkimKey): boolean => bits !== null && bits < BITS_MIN;

/** The keys that a receiver would take. */
export const usableKeys = ({ keys }: DkimFacts): readonly DkimKey[] => keys.filter((key) => key.state === 'GOOD' && !tooShort(key));

type Found = Pick<SenderDomainFacts, 'dkim' | 'leaving'>;

/**
 * Whether what is found at the selectors says what mail is signed with: they were given, or the provider has no others. At
 * those that are only usual there may be an old key, or what a wildcard answers, while mail is signed with another.
 */
const isKnown = ({ dkim, leaving }: Found): boolean =>
  dkim.selectorsGiven || (leaving.provider?.selectorsFixed === true && !leaving.toExchanger);

/** Whether mail can be signed for this domain; null: unknown, since only the signer knows its selectors. */
export const dkimSigns = (found: Found): boolean | null => {
  const { dkim, leaving } = found;
  // A receiver does not sign what the house hands to it.
  if (usableKeys(dkim).length > 0) return leaving.toExchanger && !dkim.selectorsGiven ? null : true;
  return !isKnown(found) || dkim.keys.some(({ state }) => state === 'UNKNOWN') ? null : false;
};

const nameOf = ({ selector, domain }: DkimKey): string => `${selector}._domainkey.${domain}`;

const howTo = ({ domain, leaving }: SenderDomainFacts): RemedyStep => step(leaving.provider !== null
  ? leaving.provider.dkimWords.replace('{domain}', domain)
  : `Have the server that sends to the world sign for ${domain} (OpenDKIM, Rspamd or its own signing), and publish the key that it shows, such as:`,
leaving.provider === null ? `SELECTOR._domainkey.${domain}. IN TXT "v=DKIM1; k=rsa; p=KEY"` : null);

const inWords = (key: DkimKey): string => {
  if (key.state === 'MALFORMED') return `the key at ${nameOf(key)} cannot be read (${shown(key.fault ?? '')})`;
  return key.state === 'REVOKED' ? `the key at ${nameOf(key)} is revoked (its p= is empty)`
    : `the key at ${nameOf(key)} has ${key.bits} bits, and receivers take none under ${BITS_MIN}`;
};

type Judged = Pick<SenderFinding, 'outcome' | 'message' | 'remedy'>;

const withKey = (facts: SenderDomainFacts, usable: readonly DkimKey[]): Judged => {
  const words = usable.map((key) => `${nameOf(key)}${key.bits === null ? '' : ` (${key.bits} bits)`}`).join(', ');
  if (usable.every(({ testing }) => testing)) {
    return { outcome: 'WARNING', message: `There is a key at ${words}, but it is marked as a test (t=y).`, remedy: [step('Take t=y out of the key record once mail is signed.')] };
  }
  if (usable.every(({ bits }) => bits !== null && bits < BITS_GOOD)) {
    return { outcome: 'WARNING', message: `There is a key at ${words}; 2048 bits are what is asked for today.`, remedy: [step('Have the signer make a key of 2048 bits, publish it, and then switch over.')] };
  }
  const { leaving: { provider, toExchanger }, dkim: { selectorsGiven } } = facts;
  const unless = toExchanger && !selectorsGiven ? ` ${provider?.name ?? 'The provider'} signs with it what it passes on to others, not what the house hands to it.` : '';
  return { outcome: 'PASSED', message: `There is a key at ${words}.${unless}`, remedy: [] };
};

const isBad = ({ state }: DkimKey): boolean => state === 'MALFORMED' || state === 'REVOKED' || state === 'GOOD';

const unseen = (facts: SenderDomainFacts): Judged => {
  const { domain, leaving: { provider }, dkim: { keys } } = facts;
  const looked = [...new Set(keys.map(({ selector }) => selector))].join(', ');
  const notes = keys.filter(isBad).map((key) => `; ${inWords(key)}, which says nothing of other selectors`).join('');
  return {
    outcome: 'UNKNOWN', remedy: [step('Give the selector of your key: it is the s= in the DKIM-Signature of a message that was sent.'), howTo(facts)],
    message: `Whether mail of ${domain} is signed cannot be seen without the selector${looked === '' ? '' : ` (tried: ${looked}${notes})`}${provider?.envelope === 'OWN' ? ', and DMARC rests on it' : ''}.`,
  };
};

/** What is missing or bad at selectors that are known. */
const unsigned = (facts: SenderDomainFacts): Judged => {
  const { domain, dkim: { keys, selectorsGiven } } = facts;
  const bad = keys.filter(isBad);
  const looked = [...new Set(keys.map(({ selector }) => selector))].join(', ');
  const outcome = selectorsGiven ? 'FAILED' : 'WARNING';
  if (bad.length > 0) return { outcome, message: `Nothing can be signed for ${domain}: ${bad.map(inWords).join('; ')}.`, remedy: [howTo(facts)] };
  return {
    outcome, remedy: [howTo(facts)],
    message: `There is no DKIM key for ${domain} at ${looked}, so that mail is not signed with this domain${selectorsGiven ? '' : ' and DMARC rests on SPF alone'}.`,
  };
};

const withoutKey = (facts: SenderDomainFacts): Judged => {
  const { domain, dkim: { keys } } = facts;
  const unread = keys.find(({ state }) => state === 'UNKNOWN');
  if (unread !== undefined) return { outcome: 'UNKNOWN', message: `The DKIM keys of ${domain} could not be read: ${shown(unread.fault ?? '')}.`, remedy: [] };
  return isKnown(facts) ? unsigned(facts) : unseen(facts);
};

/** Judges the DKIM keys that mail of the account may be signed with (RFC 6376, RFC 8301); one good key is enough. */
export const judgeDkim = (facts: SenderDomainFacts): SenderFinding => {
  const usable = usableKeys(facts.dkim);
  const record = shownAll(facts.dkim.keys.flatMap((key) => (key.record === null ? [] : [`${nameOf(key)}: ${key.record}`])));
  return { check: 'DKIM', record, ...(usable.length > 0 ? withKey(facts, usable) : withoutKey(facts)) };
};
