/**
 * Limits count hand-overs in clock-aligned windows of UTC: a minute, an hour, a day. What is taken at a claim is a token; no
 * window has more of them than its limit says. Within a minute they are let go bit by bit, a twelfth each five seconds,
 * so that who comes later finds some left: one area's backlog does not take a whole minute at its first second. What
 * was not used stays for the rest of the minute. Limits below a dozen go as they come, since nothing of them can be split.
 */
import type { MessageLimits } from './carriage-settings.js';

export type RateUnit = 'MINUTE' | 'HOUR' | 'DAY';

/** How long the window of each unit is. */
export const WINDOW_MS: Readonly<Record<RateUnit, number>> = { MINUTE: 60_000, HOUR: 3_600_000, DAY: 86_400_000 };

/** One limit of an account or a quota group. */
export interface RateLimit { readonly holderId: string; readonly unit: RateUnit; readonly most: number }

/** What was taken of a limit in the window that began then. */
export interface Taken { readonly startsAt: number; readonly taken: number }

const SLICE_MS = 5_000;
const SLICES = WINDOW_MS.MINUTE / SLICE_MS;

/** The limits that there are. */
export const limitsOf = (holderId: string, { messagesPerMinute, messagesPerHour, messagesPerDay }: MessageLimits): RateLimit[] =>
  ([['MINUTE', messagesPerMinute], ['HOUR', messagesPerHour], ['DAY', messagesPerDay]] as const)
    .flatMap(([unit, most]) => (most === null ? [] : [{ holderId, unit, most }]));

/** The beginning of the window in which a moment lies: days begin at midnight, UTC. */
export const windowAt = (unit: RateUnit, at: number): number => Math.floor(at / WINDOW_MS[unit]) * WINDOW_MS[unit];

/** What is taken of a window, as it counts now: nothing once a new window began. A window ahead is that of a faster clock, and counts. */
export const takenNow = (unit: RateUnit, counter: Taken | undefined, now: number): Taken => {
  const startsAt = windowAt(unit, now);
  return counter === undefined || counter.startsAt < startsAt ? { startsAt, taken: 0 } : counter;
};

/** How many of a limit may go by now in this window, counting those that went. */
const letGoBy = ({ unit, most }: RateLimit, startsAt: number, now: number): number => {
  if (unit !== 'MINUTE' || most < SLICES) return most;
  const slices = Math.floor(Math.max(0, now - startsAt) / SLICE_MS) + 1;
  return Math.min(most, Math.ceil((most * slices) / SLICES));
};

/** How many tokens of a limit are left at this moment; never below nothing, also where the limit was lowered. */
export const tokensLeft = (limit: RateLimit, counter: Taken | undefined, now: number): number => {
  const { startsAt, taken } = takenNow(limit.unit, counter, now);
  return Math.max(0, letGoBy(limit, startsAt, now) - taken);
};

/** When a limit that has no token left has one again, as far as the clock alone decides. */
export const nextTokenAt = (limit: RateLimit, counter: Taken | undefined, now: number): number => {
  const { startsAt, taken } = takenNow(limit.unit, counter, now);
  const end = startsAt + WINDOW_MS[limit.unit];
  if (limit.unit !== 'MINUTE' || taken >= limit.most) return end;
  return Math.min(end, startsAt + (Math.floor(Math.max(0, now - startsAt) / SLICE_MS) + 1) * SLICE_MS);
};
