import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CarriageInput } from '../../src/domain/carriage-settings.js';
import { BLANK_CARRIAGE, carriageFaults, layCarriageOver, messageLimitFaults } from '../../src/domain/carriage-settings.js';
import { fallbackChain, runsInCircle } from '../../src/domain/fallback.js';

test('a field left out keeps, null clears, an emptied one clears', () => {
  const posted = { ...BLANK_CARRIAGE, connectionsMax: 3, messagesPerDay: 100, fallbackAccountId: 'a' };
  expect(layCarriageOver(posted, {})).toEqual(posted);
  expect(layCarriageOver(posted, { connectionsMax: null, messagesPerDay: 200, fallbackAccountId: '' }))
    .toEqual({ ...posted, connectionsMax: null, messagesPerDay: 200, fallbackAccountId: null });
});

test.each<[CarriageInput, string[]]>([
  [{ connectionsMax: 0 }, ['connectionsMax']], [{ connectionsMax: 101 }, ['connectionsMax']], [{ messagesPerMinute: 0 }, ['messagesPerMinute']],
  [{ messagesPerHour: 1.5 }, ['messagesPerHour']], [{ messagesPerDay: -1 }, ['messagesPerDay']], [{ messagesPerDay: Number.NaN }, ['messagesPerDay']],
  [{ retryShortestSeconds: 0, giveUpAfterHours: 721 }, ['retryShortestSeconds', 'giveUpAfterHours']], [{ retryLongestSeconds: 604_801 }, ['retryLongestSeconds']],
  [{ retryShortestSeconds: 60, retryLongestSeconds: 59 }, ['retryLongestSeconds']], [{ retryLongestSeconds: 29 }, ['retryLongestSeconds']],
  [{ retryShortestSeconds: 14_401 }, ['retryShortestSeconds']],
])('refuses %j', (input, fields) => {
  expect(carriageFaults(layCarriageOver(BLANK_CARRIAGE, input), ['settings'])).toEqual(
    fields.map((field) => ({ code: 'INVALID', path: ['settings', field], message: expect.any(String) })));
});

test('takes what lies within the bounds, at both ends', () => {
  const least = { connectionsMax: 1, messagesPerMinute: 1, messagesPerHour: 1, messagesPerDay: 1, retryShortestSeconds: 1, retryLongestSeconds: 1, giveUpAfterHours: 1 };
  const most = { connectionsMax: 100, messagesPerMinute: 10_000_000, messagesPerHour: 10_000_000, messagesPerDay: 10_000_000, retryShortestSeconds: 86_400,
    retryLongestSeconds: 604_800, giveUpAfterHours: 720 };
  for (const input of [least, most]) expect(carriageFaults(layCarriageOver(BLANK_CARRIAGE, input), [])).toEqual([]);
  expect(messageLimitFaults({ messagesPerMinute: 0, messagesPerHour: null, messagesPerDay: 5 }, ['input'])).toMatchObject([{ path: ['input', 'messagesPerMinute'] }]);
});

test('a chain of fallbacks always ends, names each account once, and a circle is found from wherever one enters it', () => {
  fc.assert(fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')), fc.constantFrom('a', 'b', 'c'), (fallbacks, from) => {
    const fallbackOf = (id: string): string | null => fallbacks[id] ?? null;
    const chain = fallbackChain(from, fallbackOf);
    expect(new Set([from, ...chain]).size).toBe(chain.length + 1);
    let [at, steps]: [string | null, number] = [from, 0];
    for (; at !== null && steps <= 10; steps += 1) at = fallbackOf(at);
    expect(runsInCircle(from, fallbackOf)).toBe(at !== null);
  }));
});
