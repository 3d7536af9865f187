import type { RelayingPlatform, StepText } from '../relaying/vocabulary.js';
import type { Stage } from '../stage.js';

/** What to do with the email. Meanings: see `Diagnosis.verdict`. */
export const VERDICTS = ['BACKOFF', 'AFTER_RESET', 'PARK', 'NEVER', 'UNKNOWN_OUTCOME', 'SPLIT'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What shares the fault, from the narrowest to the widest: all of it waits, parks or fails together. */
export const SCOPES = ['RECIPIENT', 'MESSAGE', 'SENDER', 'ACCOUNT', 'SERVER', 'APP'] as const;
export type Scope = (typeof SCOPES)[number];

/** The kind of fault, for grouping and for the icon in a list. Closed: a client may switch over it. */
export const CATEGORIES = [
  'DNS', 'CONNECTION', 'TLS', 'CREDENTIALS', 'RELAY', 'SENDER', 'RECIPIENT', 'MESSAGE', 'QUOTA', 'RATE', 'SERVER',
  'REPUTATION', 'IDENTITY', 'OUTCOME', 'UNKNOWN',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** Whose words a reply probably is. UNKNOWN where nothing gives it away. */
export const PROVIDERS = [
  'MICROSOFT365', 'EXCHANGE', 'GOOGLE', 'SENDGRID', 'SES', 'MAILENABLE', 'POSTFIX', 'EXIM', 'SENDMAIL', 'QMAIL',
  'HMAILSERVER', 'IIS', 'DOMINO', 'OPENSMTPD', 'UNKNOWN',
] as const;
export type Provider = (typeof PROVIDERS)[number];

/** One thing to do: a sentence, and where there is one a command to paste (already filled in). */
export interface RemedyStep {
  readonly text: string;
  readonly command: string | null;
}

/** What is wrong, in plain words, and what follows from it. */
export interface Diagnosis {
  /** Stable name of the fault, for filters and documents. The same fault has one id whoever the provider is. */
  readonly id: string;
  readonly category: Category;
  /**
   * BACKOFF: passes by itself, try again with growing pauses. AFTER_RESET: a quota, try when it resets. PARK: a setting
   * or a credential, keep the email until it is mended. NEVER: will not be accepted. UNKNOWN_OUTCOME: perhaps accepted,
   * never resend unasked. SPLIT: too many recipients in one envelope.
   */
  readonly verdict: Verdict;
  readonly scope: Scope;
  readonly cause: string;
  readonly remedy: readonly RemedyStep[];
  /** A page of the vendor about exactly this; null where none is certain. */
  readonly link: string | null;
  /** The page of the relaying guide that leads out of it; null where none does. */
  readonly guide: RelayingPlatform | null;
  /** Whether the words are in the catalogue. False: this is an honest guess by code and stage, and the reply is counted. */
  readonly catalogued: boolean;
}

/** All parts given must hold. */
export interface Condition {
  /** Any of these phrases is in the server's words (or in the error's, without a reply). `…` stands for anything. */
  readonly says?: readonly string[];
  /** Any of these is the error's code, or a phrase of its message: libraries put the same fault in either place. */
  readonly errors?: readonly string[];
  readonly codes?: readonly number[];
  /** The reply code is none of these. */
  readonly notCodes?: readonly number[];
  /** First digit of the reply code; where there is none, of the enhanced status code. */
  readonly classes?: readonly number[];
  /** Enhanced status codes: `5.7.1`, `x.7.27` for any class, `5.7.606-649` for a range. */
  readonly enhanced?: readonly string[];
  readonly stages?: readonly Stage[];
  readonly providers?: readonly Provider[];
  /** No reply of a server is at hand: neither a code nor words. */
  readonly noReply?: true;
  /** What answered did not speak SMTP: its words begin with no reply code. */
  readonly noCode?: true;
  /** The server listed capabilities, and none of them begins with this word. */
  readonly lacks?: string;
  /** A capability begins with this word. */
  readonly offers?: string;
}

/** A row of a table. `when` holds if any of its entries does; a bare text is a phrase of the reply. */
export interface Rule {
  readonly id: string;
  readonly when: readonly (string | Condition)[];
  readonly means: readonly [Category, Verdict, Scope];
  readonly cause: string;
  /** Sentences, or a sentence with a command; `{host}` and the like are filled in when the rule is used. */
  readonly remedy: readonly StepText[];
  readonly link?: string;
  /** The page of the relaying guide, where these very words say whose it is; else it follows from id and provider. */
  readonly guide?: RelayingPlatform;
}
