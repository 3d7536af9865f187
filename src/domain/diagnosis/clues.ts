import type { Evidence, Stage } from '../stage.js';
import { detectProvider } from './provider.js';
import type { Provider } from './vocabulary.js';

/** Evidence brought into one form, so that rules can compare plain lower-case text. */
export interface Clues {
  readonly stage: Stage;
  readonly provider: Provider;
  readonly code: number | null;
  readonly class: number | null;
  readonly enhanced: string | null;
  /** The server's words without the codes at line starts; the error's words where there is no reply. */
  readonly words: string;
  readonly errorCode: string;
  readonly errorWords: string;
  readonly answered: boolean;
  readonly capabilities: readonly string[];
}

const MAX_LENGTH = 2_000;
const LEADING_CODES = /^\s*([2-5]\d\d)(?:[ -]|$)/;
const LEADING_ENHANCED = /^\s*(?:[2-5]\d\d[ -])?\s*([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)/;

/** Lower case, blanks collapsed, typographic apostrophes straightened: what phrases are compared with. */
export const plain = (text: string): string =>
  text.slice(0, MAX_LENGTH).toLowerCase().replace(/[\u2018\u2019]/g, "'").replace(/\s+/g, ' ').trim();

/**
 * A reply of several lines repeats its codes before each ("534-5.7.9 …534 5.7.9 …"), in the midst of sentences. They
 * are taken out, but only this reply's own: a code that the words quote from somewhere else is part of the words.
 */
const withoutCodes = (reply: string, code: number | null, enhanced: string | null): string => {
  const drop = new Set([enhanced, code === null ? null : String(code), code === null ? null : `${code}-${enhanced}`]);
  return reply
    .replace(/[\r\n][2-5]\d\d[ -]/g, ' ')
    .split(/\s+/)
    .map((word) => (code !== null && word.startsWith(`${code}-`) ? word.slice(4) : word))
    .filter((word) => word !== '' && !drop.has(word))
    .join(' ');
};

/** Reads evidence once. Codes that the evidence lacks are read from the start of the reply. */
export const readClues = (evidence: Evidence): Clues => {
  const reply = (evidence.reply ?? '').slice(0, MAX_LENGTH);
  const code = evidence.code ?? (Number(LEADING_CODES.exec(reply)?.[1] ?? 0) || null);
  const enhanced = evidence.enhancedCode ?? LEADING_ENHANCED.exec(reply)?.[1] ?? null;
  const classOfCode = Math.floor(Number(code ?? enhanced?.charAt(0) ?? 0) / (code === null ? 1 : 100));
  const replyWords = plain(withoutCodes(reply, code, enhanced));
  const errorWords = plain(evidence.errorMessage ?? '');
  const answered = evidence.code !== null || reply.trim() !== '';
  return {
    stage: evidence.stage,
    provider: detectProvider(evidence),
    code,
    class: classOfCode || null,
    enhanced,
    words: answered ? replyWords : errorWords,
    errorCode: evidence.errorCode ?? '',
    errorWords,
    answered,
    capabilities: evidence.capabilities.map((capability) => capability.toUpperCase()),
  };
};
