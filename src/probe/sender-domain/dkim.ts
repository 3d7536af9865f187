import { getPublicKey } from 'mailauth/lib/tools.js';
import type { DkimFacts, DkimKey, Leaving } from '../../domain/sender-domain/facts.js';
import { USUAL_SELECTORS } from '../../domain/sender-domain/provider.js';
import { codeOf, inWords, saysNone, type Questions } from './questions.js';

const FAULTS: Readonly<Record<string, string>> = {
  EINVALIDVER: 'its version is not DKIM1', EINVALIDTYPE: 'its p= is no key of a known kind', EINVALIDSERVICE: 'its s= keeps it from email',
  EINVALIDVAL: 'its p= is not base64',
};

const revoked = (record: string): boolean => /(^|;)\s*p\s*=\s*(;|$)/.test(record);

/** RFC 6376 section 3.6.1: a key has a p=. What a wildcard answers for any name, such as an SPF record, has none and is no key. */
const isKey = (record: string): boolean => /(^|;)\s*p\s*=/.test(record);

/** Reads one key record (RFC 6376 section 3.6.1, RFC 8463). */
const keyAt = async (questions: Questions, selector: string, domain: string): Promise<DkimKey> => {
  const name = `${selector}._domainkey.${domain}`;
  const key = { selector, domain, record: null, bits: null, testing: false, fault: null };
  let records: readonly string[];
  try {
    records = (await questions.texts(name)).filter(isKey);
  } catch (error) {
    return saysNone(error) ? { ...key, state: 'MISSING' } : { ...key, state: 'UNKNOWN', fault: inWords(error) };
  }
  const [record] = records;
  if (record === undefined) return { ...key, state: 'MISSING' };
  if (records.length > 1) return { ...key, state: 'MALFORMED', record, fault: `there are ${records.length} records where one belongs` };
  if (revoked(record)) return { ...key, state: 'REVOKED', record };
  try {
    const { modulusLength = null, testing } = await getPublicKey('DKIM', name, 1, async () => [[record]]);
    return { ...key, state: 'GOOD', record, bits: modulusLength, testing };
  } catch (error) {
    return { ...key, state: 'MALFORMED', record, fault: FAULTS[codeOf(error)] ?? 'it is malformed' };
  }
};

/**
 * Looks for keys of the selectors given, else of those the provider or signing programs usually have: at the From
 * domain, and where none is usable there at its organisational domain, for which mail may be signed as well.
 */
export const gatherDkim = async (
  questions: Questions, domain: string, leaving: Leaving, given: readonly string[], organisation: () => Promise<string | null>,
): Promise<DkimFacts> => {
  const selectors = given.length > 0 ? given : leaving.provider?.selectors ?? USUAL_SELECTORS;
  const at = async (signer: string): Promise<DkimKey[]> => await Promise.all(selectors.map(async (selector) => await keyAt(questions, selector, signer)));
  const own = await at(domain);
  const above = own.some(({ state }) => state === 'GOOD') ? null : await organisation();
  const keys = above === null || above === domain ? own : [...own, ...(await at(above)).filter(({ state }) => state !== 'MISSING')];
  return { keys, selectorsGiven: given.length > 0 };
};
