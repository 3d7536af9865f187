import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inFairOrder } from '../../src/domain/fair-order.js';
import type { RateLimit, Taken } from '../../src/domain/rate-limits.js';
import { lastTokenAt, limitsOf, takenNow, tokensLeft, windowAt, WINDOW_MS } from '../../src/domain/rate-limits.js';

const MIDNIGHT = Date.UTC(2027, 0, 15);
const limit = (most: number, unit: RateLimit['unit'] = 'MINUTE'): RateLimit => ({ holderId: 'a', unit, most });

test('windows are aligned with the clock, days with midnight in UTC', () => {
  const at = MIDNIGHT + 5 * 3_600_000 + 7 * 60_000 + 8_123;
  expect([windowAt('MINUTE', at), windowAt('HOUR', at), windowAt('DAY', at)]).toEqual([MIDNIGHT + 5 * 3_600_000 + 7 * 60_000, MIDNIGHT + 5 * 3_600_000, MIDNIGHT]);
});

test('only limits that are set count', () => {
  expect(limitsOf('a', { messagesPerMinute: 5, messagesPerHour: null, messagesPerDay: 100 })).toEqual([limit(5), limit(100, 'DAY')]);
});

test('a new window begins with nothing taken; that of a faster clock counts', () => {
  expect(takenNow('MINUTE', { startsAt: MIDNIGHT, taken: 5 }, MIDNIGHT + 60_000)).toEqual({ startsAt: MIDNIGHT + 60_000, taken: 0 });
  expect(takenNow('MINUTE', { startsAt: MIDNIGHT + 60_000, taken: 5 }, MIDNIGHT + 59_000)).toEqual({ startsAt: MIDNIGHT + 60_000, taken: 5 });
});

test('a minute\'s dozens are let go in twelfths, so that who comes later finds some; what was not used stays', () => {
  expect([0, 4_999, 5_000, 30_000, 59_999].map((ms) => tokensLeft(limit(600), undefined, MIDNIGHT + ms))).toEqual([50, 50, 100, 350, 600]);
  expect(tokensLeft(limit(600), { startsAt: MIDNIGHT, taken: 50 }, MIDNIGHT + 4_000)).toBe(0);
  expect(lastTokenAt(limit(600), { startsAt: MIDNIGHT, taken: 50 }, 1, MIDNIGHT + 4_000)).toBe(MIDNIGHT + 5_000);
  expect(tokensLeft(limit(11), undefined, MIDNIGHT)).toBe(11);
  expect(tokensLeft(limit(600, 'HOUR'), undefined, MIDNIGHT)).toBe(600);
});

test('a lowered limit leaves nothing, not less', () => {
  expect(tokensLeft(limit(10), { startsAt: MIDNIGHT, taken: 50 }, MIDNIGHT)).toBe(0);
  expect(lastTokenAt(limit(10), { startsAt: MIDNIGHT, taken: 50 }, 1, MIDNIGHT)).toBe(MIDNIGHT + 60_000);
});

const unit = fc.constantFrom<RateLimit['unit']>('MINUTE', 'HOUR', 'DAY');

test('however they are asked for, no window has more tokens than its limit, and all of them can be had by its end', () => {
  fc.assert(fc.property(unit, fc.integer({ min: 1, max: 200 }), fc.array(fc.tuple(fc.nat(20_000), fc.nat(50)), { maxLength: 40 }), (of, most, asks) => {
    const granted = new Map<number, number>();
    let [now, counter]: [number, Taken | undefined] = [MIDNIGHT, undefined];
    for (const [waitMs, wanted] of asks) {
      now += waitMs;
      const got = Math.min(wanted, tokensLeft(limit(most, of), counter, now));
      const window = takenNow(of, counter, now);
      counter = { ...window, taken: window.taken + got };
      granted.set(window.startsAt, (granted.get(window.startsAt) ?? 0) + got);
      if (tokensLeft(limit(most, of), counter, now) === 0) {
        const next = lastTokenAt(limit(most, of), counter, 1, now);
        expect(next).toBeGreaterThan(now);
        expect(tokensLeft(limit(most, of), counter, next)).toBeGreaterThan(0);
      }
    }
    expect(Math.max(0, ...granted.values())).toBeLessThanOrEqual(most);
    const last = takenNow(of, counter, now);
    expect(last.taken + tokensLeft(limit(most, of), counter, last.startsAt + WINDOW_MS[of] - 1)).toBe(most);
  }));
});

test('the last token is foretold as it will be had by who takes each as soon as it is let go', () => {
  fc.assert(fc.property(unit, fc.integer({ min: 1, max: 80 }), fc.nat(100), fc.integer({ min: 1, max: 200 }), fc.nat(59), (of, most, already, count, second) => {
    let [now, counter, missing] = [MIDNIGHT + second * 1_000, { startsAt: MIDNIGHT, taken: already }, count];
    const foretold = lastTokenAt(limit(most, of), counter, count, now);
    for (;;) {
      const got = Math.min(missing, tokensLeft(limit(most, of), counter, now));
      const window = takenNow(of, counter, now);
      counter = { ...window, taken: window.taken + got };
      missing -= got;
      if (missing === 0) break;
      now = of === 'MINUTE' ? (Math.floor(now / 5_000) + 1) * 5_000 : windowAt(of, now) + WINDOW_MS[of];
    }
    expect(foretold).toBe(now);
  }));
});

const waiting = fc.array(fc.record({ priority: fc.nat(2), area: fc.constantFrom('A', 'B', 'C', null), dueAt: fc.nat(5) }), { maxLength: 40 })
  .map((all) => all.map((one, at) => ({ ...one, id: String(at).padStart(3, '0') })));

test('the fair order forgets nobody, lets HIGH go first, keeps each area\'s own order, and no area is two ahead of another that has some left', () => {
  fc.assert(fc.property(waiting, (all) => {
    const order = inFairOrder(all);
    expect(order.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id));
    expect(order.map(({ priority }) => priority)).toEqual(all.map(({ priority }) => priority).toSorted((one, other) => one - other));
    for (const priority of [0, 1, 2]) {
      const rest = order.filter((one) => one.priority === priority);
      const gone = new Map<string | null, number>();
      const left = new Map([...Map.groupBy(rest, ({ area }) => area)].map(([area, { length }]) => [area, length]));
      for (const { area } of rest) {
        gone.set(area, (gone.get(area) ?? 0) + 1);
        left.set(area, (left.get(area) ?? 0) - 1);
        for (const [other, more] of left) if (more > 0) expect((gone.get(area) ?? 0) - (gone.get(other) ?? 0)).toBeLessThanOrEqual(1);
      }
      for (const ofArea of Map.groupBy(rest, ({ area }) => area).values()) {
        expect(ofArea.map(({ dueAt, id }) => `${dueAt} ${id}`)).toEqual(ofArea.map(({ dueAt, id }) => `${dueAt} ${id}`).toSorted());
      }
    }
  }));
});
