import type { RemedyStep } from '../diagnosis/vocabulary.js';
import type { SenderDomainFacts } from './facts.js';
import { shown, step } from './finding.js';

/** RFC 7208 section 4.6.4. */
export const LOOKUPS_MAX = 10;
const VOIDS_MAX = 2;

/** Why receivers end in a `permerror`. */
export interface SpfFault {
  /** Without an end, to stand in a sentence. */
  readonly words: string;
  readonly steps: readonly RemedyStep[];
  /** It meets all mail; else only mail that is not let pass before (RFC 7208 section 4.6.4 counts while it evaluates). */
  readonly ofAll: boolean;
}

/** Costs of the direct terms are what somebody can change. */
const costly = (record: string): string => shown(record.split(' ')
  .filter((term) => /^[-~?+]?(include:|a$|a[:/]|mx$|mx[:/]|ptr|exists:)|^redirect=/i.test(term)).join(', '));

/** What is wrong with the SPF record of a domain, whoever sends (RFC 7208 section 2.6.7); null: nothing is. */
export const faultOfSpf = ({ domain, spf: { records, lookups, lookupsCut, voids, voidNames, fault, strangersResult } }: SenderDomainFacts): SpfFault | null => {
  if (records.length > 1) {
    return { words: `${domain} has ${records.length} SPF records, and there may be one only`, steps: [step(`Leave one SPF record at ${domain} that says all of it.`)], ofAll: true };
  }
  if (lookups > LOOKUPS_MAX) {
    const count = lookupsCut ? `more than ${lookups - 1}` : String(lookups);
    return {
      words: `it costs ${count} look-ups with all that it includes, of ${LOOKUPS_MAX} that are allowed; a name that leads back to itself counts without end`, ofAll: false,
      steps: [step(`Take out of the record what no longer sends for ${domain}, and replace a, mx and include of servers whose addresses do not change by ip4 and ip6. These terms cost look-ups: ${costly(records[0] ?? '')}.`)],
    };
  }
  if (voids > VOIDS_MAX) {
    return {
      words: `it asks ${voids} times for names that have no record (${voidNames.slice(0, 5).map(shown).join(', ')}), of ${VOIDS_MAX} that are allowed`, ofAll: false,
      steps: [step('Take these names out of the record.')],
    };
  }
  return strangersResult !== 'permerror' ? null
    : { words: shown(fault ?? 'it is malformed'), steps: [step('Mend or remove the term that it names.')], ofAll: false };
};
