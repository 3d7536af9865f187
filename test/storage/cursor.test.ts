import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkedCursor } from '../../src/storage/page.js';

const written = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const scalar = fc.oneof(fc.string(), fc.integer(), fc.constant(null));

test('a cursor of the right number of plain values is taken as it is', () => {
  fc.assert(fc.property(fc.array(scalar, { minLength: 1, maxLength: 4 }), (values) => {
    expect(checkedCursor(written(values), values.length)).toBe(written(values));
  }));
});

test.each([
  ['an object, which the database layer would take for a condition', written([{ $ne: 1 }, 'a'])],
  ['a list in the list', written([['a'], 'b'])],
  ['a truth value', written([true, 'b'])],
  ['too few values', written(['a'])],
  ['too many values', written(['a', 'b', 'c'])],
  ['no list at all', written({ 0: 'a', 1: 'b', length: 2 })],
  ['no JSON', Buffer.from('nonsense').toString('base64url')],
  ['nothing', ''],
])('a cursor with %s is a bad request', (_what, cursor) => {
  expect(() => checkedCursor(cursor, 2)).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }));
});

test('any text at all is a cursor or a bad request, and nothing else', () => {
  const taken = (text: string): unknown => {
    try {
      return checkedCursor(text, 2);
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect([text, 'BAD_REQUEST']).toContain(taken(text)); }));
});

test('no cursor is no cursor', () => {
  expect(checkedCursor(null, 2)).toBeNull();
});
