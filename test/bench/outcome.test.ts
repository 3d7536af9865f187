import { expect, test } from '@jest/globals';
import { readOrders } from '../../bench/harness/effort.js';
import { isReached, outcomeOf } from '../../bench/harness/outcome.js';
import { fastest, median, sideBySide } from '../../bench/harness/side-by-side.js';
import { row } from '../../bench/harness/table.js';

const figure = { what: 'ours', against: 'theirs', unit: 'emails/s', by: 'ratio', bound: { atLeast: 2, aim: 3 } } as const;

test('each round is compared within itself: one in which both sides were slow weighs as much as the others', () => {
  const outcome = outcomeOf({ ...figure, pairs: [{ ours: 400, theirs: 100 }, { ours: 30, theirs: 10 }, { ours: 100, theirs: 100 }] });
  expect(outcome).toMatchObject({ ours: 100, theirs: 100, result: 3, lowest: 1, highest: 4 });
});

test('a figure that may not be exceeded is reached from below, a difference is taken in the unit of its sides', () => {
  const outcome = outcomeOf({ ...figure, by: 'difference', unit: 'MiB', bound: { atMost: 150, aim: 60 }, pairs: [{ ours: 300, theirs: 100 }] });
  expect(outcome.result).toBe(200);
  expect(isReached(outcome)).toBe(false);
  expect(row('memory', outcome)).toContain('**+200 MiB** ✗ | ≤ +150 MiB | +60 MiB');
  expect(isReached({ ...outcome, result: 150 })).toBe(true);
  expect(isReached({ ...outcome, bound: null })).toBeNull();
});

test('the median of an even number lies between the middle ones; of several ways the other side gets its fastest', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(fastest([1, 9, 1], [2, 2, 2])).toEqual([2, 2, 2]);
});

test('sides take turns, in the opposite order each round, and the first round does not count', async () => {
  const order: string[] = [];
  const side = (name: string) => async (): Promise<number> => order.push(name);
  expect(await sideBySide(2, { a: side('a'), b: side('b') })).toEqual({ a: [4, 5], b: [3, 6] });
  expect(order.join('')).toBe('abbaab');
});

test('a run that looks shorter than what counts is a quick look, of which nothing is written', () => {
  expect(readOrders(['accept'])).toMatchObject({ names: ['accept'], quick: false, effort: { rounds: 5 } });
  expect(readOrders(['--rounds', '1'])).toMatchObject({ names: [], quick: true });
  expect(() => readOrders(['--seconds', 'x'])).toThrow('x is not a number above 0');
});
