import type { EmailStatus } from './email.js';

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

/**
 * When the last email of a batch will be settled, at the rate of those that are: from the first acceptance to the last
 * settlement, and never before the latest time to send. Null while nothing is settled, or when what is left waits for a
 * person; for a batch that is done, the time when it was.
 */
export const estimateDoneAt = (tallies: readonly StatusTally[], now: number): number | null => {
  const settled = tallies.reduce((sum, tally) => sum + tally.settled, 0);
  const lastSettledAt = latest(tallies.map((tally) => tally.lastSettledAt));
  if (settled === 0 || lastSettledAt === null) return null;
  const moving = tallies.filter(({ status }) => MOVING.includes(status));
  const left = moving.reduce((sum, { count }) => sum + count, 0);
  if (left === 0) return tallies.some(({ status }) => status === 'PARKED') ? null : lastSettledAt;
  const startedAt = Math.min(...tallies.map(({ firstAcceptedAt }) => firstAcceptedAt));
  const eachMs = Math.max(0, lastSettledAt - startedAt) / settled;
  return Math.max(Math.round(now + left * eachMs), latest(moving.map(({ lastSendAt }) => lastSendAt)) ?? 0);
};
