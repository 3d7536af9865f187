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

/** By what a limit is told from all others: whose it is, and of which unit. */
export const limitKey = ({ holderId, unit }: Pick<RateLimit, 'holderId' | 'unit'>): string => `${holderId} ${unit}`;

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

/** When so many of a window are let go, from its beginning. */
const sliceOf = ({ unit, most }: RateLimit, count: number): number =>
  (unit !== 'MINUTE' || most < SLICES ? 0 : Math.max(0, Math.floor(((count - 1) * SLICES) / most)) * SLICE_MS);

/**
 * When the last of so many emails has its token, were they to take each as soon as it is let go and nobody else took any; now
 * or later.
 */
export const lastTokenAt = (limit: RateLimit, counter: Taken | undefined, count: number, now: number): number => {
  const { startsAt, taken } = takenNow(limit.unit, counter, now);
  if (count <= 0) return now;
  const left = Math.max(0, limit.most - taken);
  if (count <= left) return Math.max(now, startsAt + sliceOf(limit, taken + count));
  const windows = Math.ceil((count - left) / limit.most);
  const ofLast = count - left - (windows - 1) * limit.most;
  return Math.max(now, startsAt + windows * WINDOW_MS[limit.unit] + sliceOf(limit, ofLast));
};
