const UNIT_SECONDS: Record<string, number> = { s: 1, m: 60, h: 3_600, d: 86_400 };
const LONGEST_SECONDS = 7 * 86_400;

const AMOUNT = '(\\d{1,6}|an?|one) ?(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)\\b';
const HINTS = [
  new RegExp(`\\b(?:after|wait|least|in) (?:at least |about |another |approximately )?${AMOUNT}`),
  new RegExp(`(?:listed|listing|blocked|delayed|deferred|wait|throttled|retry|again) (?:for|within) ${AMOUNT}`),
];
const CLOCK = /\b(?:in|after|for) (\d{1,2}):(\d\d):(\d\d)\b/;
const HEADER = /\bretry[- ]after[: ] ?(\d{1,6})\b(?! ?[a-z%])/;

const seconds = (amount: string, unit: string): number =>
  (/^\d/.test(amount) ? Number(amount) : 1) * (UNIT_SECONDS[unit.charAt(0)] ?? 0);

/**
 * The pause a server asks for in its own words, in seconds: "try again in 5 minutes", "retry after 30 seconds",
 * "greylisted for 300 seconds", "come back in 00:05:00", "Retry-After: 120". Null where it names none. At most 7 days,
 * so that a mistaken or hostile reply cannot hold an email for ever. The patterns are bounded and do not nest.
 */
export const retryHintSeconds = (reply: string | null): number | null => {
  const text = (reply ?? '').slice(0, 2_000).toLowerCase().replace(/\s+/g, ' ');
  const clock = CLOCK.exec(text);
  const header = HEADER.exec(text);
  const worded = HINTS.map((hint) => hint.exec(text)).find((found) => found !== null);
  const hint = clock
    ? Number(clock[1]) * 3_600 + Number(clock[2]) * 60 + Number(clock[3])
    : worded ? seconds(worded[1] ?? '', worded[2] ?? '') : header ? Number(header[1]) : 0;
  return hint > 0 ? Math.min(hint, LONGEST_SECONDS) : null;
};
