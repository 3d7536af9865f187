import { plain, type Clues } from './clues.js';
import type { Condition, Rule } from './vocabulary.js';

/** The parts between `…` follow one another in the text. Plain searches, so no reply can make this slow. */
export const contains = (text: string, phrase: string): boolean => {
  let from = 0;
  for (const part of plain(phrase).split('…')) {
    const at = text.indexOf(part.trim(), from);
    if (at < 0) return false;
    from = at + part.trim().length;
  }
  return true;
};

/** `5.7.1`, `x.7.27` or `5.7.606-649` against a status code of RFC 3463. */
export const enhancedMatches = (pattern: string, enhanced: string | null): boolean => {
  const wanted = pattern.split('.');
  const seen = enhanced?.split('.') ?? [];
  return seen.length === wanted.length && wanted.every((part, index) => {
    const [low, high] = part.split('-').map(Number);
    const value = Number(seen[index]);
    return part === 'x' || (high === undefined ? value === low : value >= Number(low) && value <= high);
  });
};

// Beside a reply the error's message only repeats it, so the server's words could pass for our own library's.
const errorIs = (clues: Clues, error: string): boolean =>
  clues.errorCode === error || (!clues.answered && contains(clues.errorWords, error));

/** Each part of a condition with its test; a part that is not given holds. */
const holds = (condition: Condition, clues: Clues): boolean => {
  const { says, errors, codes, notCodes, classes, enhanced, stages, providers, noReply, noCode, lacks, offers } = condition;
  return (!stages || stages.includes(clues.stage))
    && (!providers || providers.includes(clues.provider))
    && (!codes || (clues.code !== null && codes.includes(clues.code)))
    && (!notCodes || clues.code === null || !notCodes.includes(clues.code))
    && (!classes || (clues.class !== null && classes.includes(clues.class)))
    && (!noReply || !clues.answered)
    && (!noCode || clues.class === null)
    && (!lacks || (clues.capabilities.length > 0 && !clues.capabilities.some((word) => word.startsWith(lacks))))
    && (!offers || clues.capabilities.some((word) => word.startsWith(offers)))
    && (!enhanced || enhanced.some((pattern) => enhancedMatches(pattern, clues.enhanced)))
    && (!errors || errors.some((error) => errorIs(clues, error)))
    && (!says || says.some((phrase) => contains(clues.words, phrase)));
};

/** Whether any entry of the rule's `when` holds for what was seen. */
export const matches = (rule: Rule, clues: Clues): boolean =>
  rule.when.some((entry) => (typeof entry === 'string' ? contains(clues.words, entry) : holds(entry, clues)));
