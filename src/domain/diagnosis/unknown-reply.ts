import type { Evidence, Stage } from '../stage.js';
import { detectProvider } from './provider.js';
import type { Provider } from './vocabulary.js';

/** Words of a server that nobody has catalogued, without what differs from email to email. */
export interface UnknownReply {
  readonly stage: Stage;
  readonly provider: Provider;
  readonly words: string;
}

const WORDS_MAX = 300;

/**
 * The same refusal of two emails must come to the same words, and neither addresses nor ids of messages have a place in a
 * count. Reply codes stay: they say what kind of refusal it is.
 */
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/<[^<>]*>/g, '<…>'],
  [/[^\s<>"'(),:;]+@[^\s<>"'(),:;]+/g, '<…>'],
  [/\[[0-9a-f:.]+\]|\b\d{1,3}(?:\.\d{1,3}){3}\b/gi, '[ip]'],
  [/\bhttps?:\/\/\S+/gi, '[link]'],
  [/\b(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{6,}\b/gi, '[id]'],
  [/(?<![\d.])\d{4,}(?![\d.])/g, '#'],
];

export const normalisedReply = (reply: string): string =>
  REPLACED.reduce((text, [pattern, to]) => text.replace(pattern, to), reply.slice(0, 2 * WORDS_MAX)).replace(/\s+/g, ' ').trim().slice(0, WORDS_MAX);

/** What is to be counted of a refusal; null where the server said nothing. */
export const unknownReplyOf = (evidence: Evidence): UnknownReply | null => {
  if (evidence.reply === null || evidence.reply.trim() === '') return null;
  return { stage: evidence.stage, provider: detectProvider(evidence), words: normalisedReply(evidence.reply) };
};
