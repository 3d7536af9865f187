import { CARRIAGE_DEFAULTS } from './carriage-settings.js';
import type { CarriageSettings } from './carriage-settings.js';

/** Shortest wait before a next try: a server that deferred (greylisting, RFC 6647) refuses anything sooner. */
export const SHORTEST_WAIT_MS = CARRIAGE_DEFAULTS.retryShortestSeconds * 1_000;
/** Longest wait that Postroom chooses by itself. */
export const LONGEST_WAIT_MS = CARRIAGE_DEFAULTS.retryLongestSeconds * 1_000;
/** Ceiling of the first wait, where twice the shortest is not longer; it doubles with every try. */
const FIRST_CEILING_MS = 60_000;
/** A quota without a known hour of reset is asked again after this. */
export const RESET_WAIT_MS = 3_600_000;
/** RFC 5321 section 4.5.4.1 asks for 4–5 days between servers; for a program's own mail, staleness counts sooner. */
export const GIVE_UP_AFTER_MS = CARRIAGE_DEFAULTS.giveUpAfterHours * 3_600_000;
/** However far away a server's hint points, it is asked again a day later. */
const LONGEST_HINT_MS = 86_400_000;

/** How patient an account is. `shortestMs` is at most `longestMs`. */
export interface RetryPolicy { readonly shortestMs: number; readonly longestMs: number; readonly giveUpAfterMs: number }

/** The policy that settings ask for; what they leave open is the default. */
export const retryPolicyOf = (settings: Pick<CarriageSettings, 'retryShortestSeconds' | 'retryLongestSeconds' | 'giveUpAfterHours'>): RetryPolicy => ({
  shortestMs: settings.retryShortestSeconds === null ? SHORTEST_WAIT_MS : settings.retryShortestSeconds * 1_000,
  longestMs: settings.retryLongestSeconds === null ? LONGEST_WAIT_MS : settings.retryLongestSeconds * 1_000,
  giveUpAfterMs: settings.giveUpAfterHours === null ? GIVE_UP_AFTER_MS : settings.giveUpAfterHours * 3_600_000,
});

const DEFAULT_POLICY: RetryPolicy = { shortestMs: SHORTEST_WAIT_MS, longestMs: LONGEST_WAIT_MS, giveUpAfterMs: GIVE_UP_AFTER_MS };

/** What the next try depends on. Times in UTC milliseconds. */
export interface RetryQuestion {
  readonly verdict: 'BACKOFF' | 'AFTER_RESET';
  /** Tries so far, the one that just failed among them. */
  readonly tries: number;
  readonly firstTryAt: number;
  readonly now: number;
  /** Time since the first try that the email stood parked: it is not held against the email. */
  readonly parkedMs: number;
  /** What the server itself asked for, or null. */
  readonly hintSeconds: number | null;
  /** A random number from 0 up to 1: the domain makes none. */
  readonly chance: number;
  /** Of the account that tried; left out: the default. */
  readonly policy?: RetryPolicy;
}

/**
 * When to try again, or null when it is time to give up. A server's hint wins; a quota waits an hour; all else waits a
 * random time between the shortest wait and a ceiling that doubles from 1 min to the longest, so that emails that failed
 * together do not come back together (full jitter: aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter).
 */
export const nextTryAt = (question: RetryQuestion): number | null => {
  const { now, policy = DEFAULT_POLICY } = question;
  const { shortestMs, longestMs } = policy;
  if (now - question.firstTryAt - question.parkedMs >= policy.giveUpAfterMs) return null;
  if (question.hintSeconds !== null && question.hintSeconds > 0) {
    return now + Math.min(Math.ceil(question.hintSeconds * 1_000), LONGEST_HINT_MS);
  }
  const firstCeilingMs = Math.max(FIRST_CEILING_MS, 2 * shortestMs);
  const spread = (ceilingMs: number) => Math.round(shortestMs + question.chance * (Math.min(longestMs, ceilingMs) - shortestMs));
  if (question.verdict === 'AFTER_RESET') return now + RESET_WAIT_MS + spread(firstCeilingMs);
  return now + spread(firstCeilingMs * 2 ** Math.min(20, Math.max(0, question.tries - 1)));
};
