/** Shortest wait before a next try: a server that deferred (greylisting, RFC 6647) refuses anything sooner. */
export const SHORTEST_WAIT_MS = 30_000;
/** Longest wait that Postroom chooses by itself. */
export const LONGEST_WAIT_MS = 4 * 3_600_000;
/** Ceiling of the first wait; it doubles with every try. */
const FIRST_CEILING_MS = 60_000;
/** A quota without a known hour of reset is asked again after this. */
export const RESET_WAIT_MS = 3_600_000;
/** RFC 5321 section 4.5.4.1 asks for 4–5 days between servers; for a program's own mail, staleness counts sooner. */
export const GIVE_UP_AFTER_MS = 3 * 86_400_000;
/** However far away a server's hint points, it is asked again a day later. */
const LONGEST_HINT_MS = 86_400_000;

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
}

/**
 * When to try again, or null when it is time to give up. A server's hint wins; a quota waits an hour; all else waits a
 * random time between 30 s and a ceiling that doubles from 1 min to 4 h, so that emails that failed together do not come
 * back together (full jitter: aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter).
 */
export const nextTryAt = (question: RetryQuestion): number | null => {
  const { now } = question;
  if (now - question.firstTryAt - question.parkedMs >= GIVE_UP_AFTER_MS) return null;
  if (question.hintSeconds !== null && question.hintSeconds > 0) {
    return now + Math.min(Math.ceil(question.hintSeconds * 1_000), LONGEST_HINT_MS);
  }
  const spread = (ceiling: number) => Math.round(SHORTEST_WAIT_MS + question.chance * (ceiling - SHORTEST_WAIT_MS));
  if (question.verdict === 'AFTER_RESET') return now + RESET_WAIT_MS + spread(FIRST_CEILING_MS);
  return now + spread(Math.min(LONGEST_WAIT_MS, FIRST_CEILING_MS * 2 ** Math.min(20, Math.max(0, question.tries - 1))));
};
