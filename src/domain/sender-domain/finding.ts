import type { RemedyStep } from '../diagnosis/vocabulary.js';

export const SENDER_CHECKS = ['SPF', 'DKIM', 'DMARC', 'MX', 'PTR'] as const;
export type SenderCheck = (typeof SENDER_CHECKS)[number];

/** UNKNOWN: it could not be found out; that is never a fault of the domain. */
export const FINDING_OUTCOMES = ['PASSED', 'WARNING', 'FAILED', 'UNKNOWN'] as const;
export type FindingOutcome = (typeof FINDING_OUTCOMES)[number];

/** What one check came to. `record` is what is published now, as far as there is one. */
export interface SenderFinding {
  readonly check: SenderCheck;
  readonly outcome: FindingOutcome;
  readonly record: string | null;
  readonly message: string;
  /** What to publish: the record as a line of a zone file, filled in. Empty where nothing need be done. */
  readonly remedy: readonly RemedyStep[];
}

const SHOWN_CHARACTERS_MAX = 1_000;
const STRING_OCTETS_MAX = 255;

const inOneLine = (text: string): string => text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');

/** Text of a zone, which is anybody's, fit to be shown. */
export const shown = (text: string): string => inOneLine(text).slice(0, SHOWN_CHARACTERS_MAX);

/** Several records as they are shown: a line each. */
export const shownAll = (records: readonly string[]): string | null => (records.length === 0 ? null : records.slice(0, 5).map(shown).join('\n'));

/** A TXT record as a line of a zone file, cut into strings of 255 octets where it is longer (RFC 1035 section 3.3). */
export const txtLine = (name: string, text: string): string => {
  const strings = inOneLine(text).match(new RegExp(`[^]{1,${STRING_OCTETS_MAX}}`, 'g')) ?? [''];
  return `${name}. IN TXT ${strings.map((part) => `"${part.replace(/["\\]/g, '\\$&')}"`).join(' ')}`;
};

/** One thing to do. */
export const step = (text: string, command: string | null = null): RemedyStep => ({ text, command });
