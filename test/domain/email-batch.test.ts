import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LimitedQueue, StatusTally } from '../../src/domain/email-batch.js';
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

const queue = (most: number, waiting: number, taken = 0): LimitedQueue => ({ limit: { holderId: 'a', unit: 'HOUR', most }, counter: { startsAt: 0, taken }, waiting });
const HOUR_MS = 3_600_000;

test.each<[string, StatusTally[], LimitedQueue[], number | null]>([
  ['is when the limit lets the last go', [sent(10, 2000), tally('QUEUED', 20)], [queue(10, 20, 10)], 2 * HOUR_MS],
  ['counts what waits beside it', [sent(10, 2000), tally('QUEUED', 20)], [queue(10, 60, 10)], 6 * HOUR_MS],
  ['goes by the narrowest of its limits', [sent(10, 2000), tally('QUEUED', 20)], [queue(10, 20, 10), queue(5, 20, 5)], 4 * HOUR_MS],
  ['is known before anything is settled, where a limit tells', [tally('QUEUED', 20)], [queue(10, 20)], HOUR_MS],
  ['is not known by a limit that does not bind', [tally('QUEUED', 20)], [queue(100, 20)], null],
  ['follows from the rate where that is slower', [sent(10, 2000), tally('QUEUED', 20)], [queue(100, 20)], 5000 + 2000],
  ['is unknown when what is left waits for a person, whatever the limits', [sent(10, 2000), tally('PARKED', 1)], [queue(1, 50)], null],
])('the end of a batch under limits %s', (_what, tallies, queues, doneAt) => {
  expect(estimateDoneAt(tallies, 5000, queues)).toBe(doneAt);
});

test('a limit never brings the end of a batch nearer, and a wider one never puts it off', () => {
  fc.assert(fc.property(fc.nat(50), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 40 }), fc.nat(40), fc.nat(40), (settled, left, most, wider, taken) => {
    const tallies = [...(settled === 0 ? [] : [sent(settled, 3000)]), tally('QUEUED', left)];
    const without = estimateDoneAt(tallies, 5000) ?? 0;
    const narrow = estimateDoneAt(tallies, 5000, [queue(most, left, taken)]) ?? 0;
    const wide = estimateDoneAt(tallies, 5000, [queue(most + wider, left, taken)]) ?? 0;
    expect(narrow).toBeGreaterThanOrEqual(without);
    expect(wide).toBeLessThanOrEqual(narrow);
  }));
});
