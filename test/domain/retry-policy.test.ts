import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { GIVE_UP_AFTER_MS, LONGEST_WAIT_MS, nextTryAt, RESET_WAIT_MS, SHORTEST_WAIT_MS } from '../../src/domain/retry-policy.js';
import type { RetryQuestion } from '../../src/domain/retry-policy.js';

const asked = (values: Partial<RetryQuestion> = {}): RetryQuestion =>
  ({ verdict: 'BACKOFF', tries: 1, firstTryAt: 0, now: 0, parkedMs: 0, hintSeconds: null, chance: 1, ...values });

test.each([
  [1, 0, 30_000], [1, 1, 60_000], [2, 1, 120_000], [3, 1, 240_000], [3, 0.5, 135_000], [8, 1, 128 * 60_000], [9, 1, LONGEST_WAIT_MS], [1_000, 1, LONGEST_WAIT_MS],
])('try %d with chance %d waits %d ms', (tries, chance, waitMs) => {
  expect(nextTryAt(asked({ tries, chance }))).toBe(waitMs);
});

test('a server\'s hint wins, up to a day', () => {
  expect(nextTryAt(asked({ now: 1_000, hintSeconds: 5 }))).toBe(6_000);
  expect(nextTryAt(asked({ verdict: 'AFTER_RESET', hintSeconds: 90 }))).toBe(90_000);
  expect(nextTryAt(asked({ hintSeconds: 10_000_000 }))).toBe(86_400_000);
  expect(nextTryAt(asked({ hintSeconds: 0 }))).toBe(60_000);
});

test('a quota without a hint waits an hour', () => {
  expect(nextTryAt(asked({ verdict: 'AFTER_RESET', chance: 0 }))).toBe(RESET_WAIT_MS + SHORTEST_WAIT_MS);
});

test('three days are enough, and parked time is not held against the email', () => {
  expect(nextTryAt(asked({ now: GIVE_UP_AFTER_MS - 1 }))).not.toBeNull();
  expect(nextTryAt(asked({ now: GIVE_UP_AFTER_MS }))).toBeNull();
  expect(nextTryAt(asked({ now: GIVE_UP_AFTER_MS, hintSeconds: 5 }))).toBeNull();
  expect(nextTryAt(asked({ now: GIVE_UP_AFTER_MS, parkedMs: 1 }))).not.toBeNull();
});

test('without a hint every wait lies between the shortest and the longest', () => {
  fc.assert(fc.property(fc.nat(200), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (tries, chance) => {
    const waitMs = nextTryAt(asked({ tries, chance })) ?? 0;
    expect(waitMs).toBeGreaterThanOrEqual(SHORTEST_WAIT_MS);
    expect(waitMs).toBeLessThanOrEqual(LONGEST_WAIT_MS);
  }));
});
