import { describe, expect, test } from '@jest/globals';
import { barsFilled, barsOf, madeAt, tallied } from '../../src/domain/statistics.js';

const NOW = Date.UTC(2026, 10, 26, 22, 24, 50);

describe('bars', () => {
  test.each([[1, 60, 60], [6, 900, 24], [24, 3_600, 24], [168, 21_600, 28], [744, 86_400, 31]])('of %d hours are %d s long, %d of them, and end with the one that is going on', (hours, seconds, count) => {
    const bars = barsOf(hours, NOW);
    expect([bars.stepMs / 1_000, bars.count, bars.from % bars.stepMs]).toEqual([seconds, count, 0]);
    expect(bars.before - bars.from).toBe(bars.count * bars.stepMs);
    expect([bars.before > NOW, bars.before - bars.stepMs <= NOW]).toEqual([true, true]);
  });

  test('are all there, also those without emails', () => {
    const bars = barsOf(6, NOW);
    const filled = barsFilled(bars, [{ bar: 2, status: 'SENT', count: 3 }, { bar: 2, status: 'CANCELLED', count: 1 }]);
    expect(filled).toHaveLength(24);
    expect(filled[2]).toEqual({ at: bars.from + 2 * bars.stepMs, accepted: 4, sent: 3, failed: 0, waiting: 0 });
    expect(filled[3]).toMatchObject({ accepted: 0 });
  });
});

test('what is cancelled was accepted, and is nothing else', () => {
  const all = ['SCHEDULED', 'QUEUED', 'SENDING', 'PARKED', 'SENT', 'CAPTURED', 'FAILED', 'UNKNOWN', 'CANCELLED'] as const;
  expect(tallied(all.map((status) => ({ status, count: 1 })))).toEqual({ accepted: 9, sent: 2, failed: 2, waiting: 4 });
});

test('an id says when it was made', () => {
  expect(madeAt('01a21a10-608c-7600-9a7d-b38e4794dd2b')).toBe(0x01_a2_1a_10_60_8c);
});
