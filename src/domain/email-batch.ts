import type { EmailStatus } from './email.js';
import type { RateLimit, Taken } from './rate-limits.js';
import { lastTokenAt } from './rate-limits.js';

/** The emails of a batch that stand at one status. Times are UTC milliseconds; null where no email has one. */
export interface StatusTally {
  readonly status: EmailStatus;
  readonly count: number;
  readonly settled: number;
  readonly firstAcceptedAt: number;
  readonly lastSettledAt: number | null;
  readonly lastSendAt: number | null;
}

/** Statuses that lead on by themselves; the others are settled, or wait for a person. */
const MOVING: readonly EmailStatus[] = ['SCHEDULED', 'QUEUED', 'SENDING'];

const latest = (times: readonly (number | null)[]): number | null =>
  times.reduce((last, time) => (time !== null && (last === null || time > last) ? time : last), null);

/** A limit that emails of the batch are under: what was taken of it, and all that waits for its tokens, of this batch and others. */
export interface LimitedQueue { readonly limit: RateLimit; readonly counter: Taken | undefined; readonly waiting: number }

/**
 * When the last email of a batch will be settled: at the rate of those that are, from the first acceptance to the last
 * settlement, but not before the limits let the last of all that waits with it go, nor before the latest time to send. Null
 * when what is left waits for a person, or while nothing is settled and no limit tells; for a batch that is done, the time when it was.
 */
export const estimateDoneAt = (tallies: readonly StatusTally[], now: number, queues: readonly LimitedQueue[] = []): number | null => {
  const settled = tallies.reduce((sum, tally) => sum + tally.settled, 0);
  const lastSettledAt = latest(tallies.map((tally) => tally.lastSettledAt));
  const moving = tallies.filter(({ status }) => MOVING.includes(status));
  const left = moving.reduce((sum, { count }) => sum + count, 0);
  if (left === 0) return tallies.some(({ status }) => status === 'PARKED') ? null : lastSettledAt;
  const limitedUntil = Math.max(now, ...queues.map(({ limit, counter, waiting }) => lastTokenAt(limit, counter, waiting, now)));
  if (lastSettledAt === null && limitedUntil === now) return null;
  const startedAt = Math.min(...tallies.map(({ firstAcceptedAt }) => firstAcceptedAt));
  const eachMs = lastSettledAt === null ? 0 : Math.max(0, lastSettledAt - startedAt) / settled;
  return Math.max(Math.round(now + left * eachMs), limitedUntil, latest(moving.map(({ lastSendAt }) => lastSendAt)) ?? 0);
};
