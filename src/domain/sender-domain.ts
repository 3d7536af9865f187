import { judgeDkim } from './sender-domain/dkim.js';
import { judgeDmarc } from './sender-domain/dmarc.js';
import type { SenderDomainFacts } from './sender-domain/facts.js';
import type { SenderFinding } from './sender-domain/finding.js';
import { judgeMailExchange } from './sender-domain/mail-exchange.js';
import { judgeReverseNames } from './sender-domain/reverse-name.js';
import { judgeSpf } from './sender-domain/spf.js';

export type { FindingOutcome, SenderCheck, SenderFinding } from './sender-domain/finding.js';
export { FINDING_OUTCOMES, SENDER_CHECKS } from './sender-domain/finding.js';

/** What DNS says of a From domain, for mail that goes through one account. */
export interface SenderDomainCheck {
  readonly domain: string;
  /** UTC milliseconds. */
  readonly checkedAt: number;
  readonly findings: readonly SenderFinding[];
  /** Questions that were asked of DNS for it. */
  readonly lookups: number;
}

/** Judges what was found, check by check. A question that nobody answered makes UNKNOWN, never FAILED. */
export const judgeSenderDomain = (facts: SenderDomainFacts): readonly SenderFinding[] =>
  [judgeSpf(facts), judgeDkim(facts), judgeDmarc(facts), judgeMailExchange(facts), ...judgeReverseNames(facts)];
