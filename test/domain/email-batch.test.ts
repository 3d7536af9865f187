import { expect, test } from '@jest/globals';
import type { StatusTally } from '../../src/domain/email-batch.js';
import { estimateDoneAt } from '../../src/domain/email-batch.js';

const tally = (status: StatusTally['status'], count: number, values: Partial<StatusTally> = {}): StatusTally =>
  ({ status, count, settled: 0, firstAcceptedAt: 1000, lastSettledAt: null, lastSendAt: null, ...values });
const sent = (count: number, lastSettledAt: number) => tally('SENT', count, { settled: count, lastSettledAt });

test.each<[string, StatusTally[], number | null]>([
  ['is unknown while nothing is settled', [tally('QUEUED', 10)], null],
  ['follows from the rate so far', [sent(10, 2000), tally('QUEUED', 20)], 5000 + 2000],
  ['counts failures as done', [sent(5, 1500), tally('FAILED', 5, { settled: 5, lastSettledAt: 2000 }), tally('SENDING', 10)], 5000 + 1000],
  ['is never before the latest time to send', [sent(10, 2000), tally('SCHEDULED', 1, { lastSendAt: 90_000 })], 90_000],
  ['was, when all are settled', [sent(10, 2000), tally('CANCELLED', 1, { settled: 1, lastSettledAt: 3000 })], 3000],
  ['is unknown when what is left waits for a person', [sent(10, 2000), tally('PARKED', 1)], null],
  ['does not count those that wait for a person', [sent(10, 2000), tally('PARKED', 50), tally('QUEUED', 10)], 5000 + 1000],
])('the end of a batch %s', (_what, tallies, doneAt) => {
  expect(estimateDoneAt(tallies, 5000)).toBe(doneAt);
});
