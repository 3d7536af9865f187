import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { naturalSortKey, textKey } from '../../src/domain/normalise.js';

const sorted = (numbers: string[]) => numbers.toSorted((one, other) => (naturalSortKey(one) < naturalSortKey(other) ? -1 : 1));

test('numbers sort as a person counts', () => {
  expect(sorted(['A10', 'A2', '10', '9', 'a1', 'B1', '100', 'A-2', '007'])).toEqual(['007', '9', '10', '100', 'A-2', 'a1', 'A2', 'A10', 'B1']);
});

test('prefixed numbers of up to twenty digits sort by value', () => {
  const value = fc.bigInt({ min: 0n, max: 10n ** 19n });
  fc.assert(fc.property(fc.stringMatching(/^[a-z-]{0,5}$/), value, value, (prefix, one, other) => {
    fc.pre(one !== other);
    expect(naturalSortKey(`${prefix}${one}`) < naturalSortKey(`${prefix}${other}`)).toBe(one < other);
  }));
});

test('different numbers never share a sort key', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z0-9-]{1,20}$/), fc.stringMatching(/^[a-z0-9-]{1,20}$/), (one, other) => {
    expect(naturalSortKey(one) === naturalSortKey(other)).toBe(one === other);
  }));
});

test('a text key does not tell case, outer blanks and compatibility forms apart, but umlauts', () => {
  expect(textKey('  Head  Office ')).toBe(textKey('HEAD OFFICE'));
  expect(textKey('ﬁle')).toBe(textKey('file'));
  expect(textKey('Müller')).not.toBe(textKey('Muller'));
});
