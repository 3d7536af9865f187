import { expect, test } from '@jest/globals';
import { raiseFaults, wouldGainBy } from '../../src/domain/granting.js';
import type { Grant } from '../../src/domain/permission.js';
import { effectiveRights, RECORD_TYPES } from '../../src/domain/permission.js';

const grant = (recordType: Grant['recordType'], rights: string, areas: string[] | null = null): Grant => ({
  recordType, access: rights.includes('access'), modify: rights.includes('modify'), add: rights.includes('add'), erase: rights.includes('erase'), areas,
});
const everything = effectiveRights(RECORD_TYPES.map((type) => grant(type, 'access modify add erase')));
const lacking = (held: Grant[], before: Grant[], after: Grant[], areas: string[] | null = null): string[] =>
  raiseFaults(effectiveRights(held), before, after, ['records'], areas).map(({ message }) => /hold (\w+ \w+)/.exec(message)?.[1] ?? message);

test('whoever holds everything may give everything', () => {
  expect(raiseFaults(everything, [], RECORD_TYPES.map((type) => grant(type, 'access modify add erase')), [])).toEqual([]);
});

test('a right that the giver lacks is refused, unless it was there before', () => {
  expect(lacking([grant('EMAILS', 'access')], [], [grant('EMAILS', 'access add')])).toEqual(['EMAILS add']);
  expect(lacking([grant('EMAILS', 'access')], [grant('EMAILS', 'add')], [grant('EMAILS', 'access add')])).toEqual([]);
});

test('reach counts area by area, over what was there and what the giver has together', () => {
  const held = [grant('EMAILS', 'add', ['INVOICES'])];
  expect(lacking(held, [], [grant('EMAILS', 'add', ['INVOICES'])])).toEqual([]);
  expect(lacking(held, [], [grant('EMAILS', 'add', ['ORDERS'])])).toEqual(['EMAILS add']);
  expect(lacking(held, [], [grant('EMAILS', 'add')])).toEqual(['EMAILS add']);
  expect(lacking(held, [grant('EMAILS', 'add', ['ORDERS'])], [grant('EMAILS', 'add', ['INVOICES', 'ORDERS'])])).toEqual([]);
});

test('a right that sleeps for want of access can neither be given nor woken by who lacks it', () => {
  expect(lacking([grant('AUDIT', 'access')], [], [grant('AUDIT', 'modify')])).toEqual(['AUDIT modify']);
  expect(lacking([grant('AUDIT', 'access')], [grant('AUDIT', 'modify')], [grant('AUDIT', 'access modify')])).toEqual(['AUDIT modify']);
  expect(lacking([grant('AUDIT', 'access modify')], [grant('AUDIT', 'modify')], [grant('AUDIT', 'access modify')])).toEqual([]);
});

test('a giver\'s own sleeping right is none that it could give', () => {
  expect(lacking([grant('AUDIT', 'modify')], [], [grant('AUDIT', 'access modify')])).toEqual(['AUDIT access', 'AUDIT modify']);
});

test('taking away is never refused', () => {
  expect(lacking([], [grant('AUDIT', 'access modify')], [grant('AUDIT', 'access')])).toEqual([]);
  expect(lacking([], [grant('EMAILS', 'add')], [grant('EMAILS', 'add', ['INVOICES'])])).toEqual([]);
});

test('what a holder is limited to bounds what it is given', () => {
  expect(lacking([grant('EMAILS', 'add', ['INVOICES'])], [], [grant('EMAILS', 'add')], ['INVOICES'])).toEqual([]);
  expect(lacking([grant('EMAILS', 'add', ['INVOICES'])], [], [grant('EMAILS', 'add')], ['INVOICES', 'ORDERS'])).toEqual(['EMAILS add']);
  expect(lacking([], [], [grant('SMTP_ACCOUNTS', 'access')], ['INVOICES'])).toEqual(['SMTP_ACCOUNTS access']);
});

test('one gains by acting as another only where the other may more', () => {
  const some = effectiveRights([grant('EMPLOYEES', 'access modify')]);
  expect(wouldGainBy(everything, some)).toBe(false);
  expect(wouldGainBy(some, some)).toBe(false);
  expect(wouldGainBy(some, everything)).toBe(true);
});
