import { expect, test } from '@jest/globals';
import type { Claimed } from '../../../src/app/delivery/claim.js';
import { portionsOf } from '../../../src/app/delivery/portions.js';
import { SmtpAccount } from '../../../src/domain/account.js';

const of = (accountId: string, emailId: string, sizeBytes: number): Claimed => ({
  emailId, fence: 1, sizeBytes, tokens: [], byFallback: false, policy: null, from: { address: 'a@example.com', name: null },
  account: Object.assign(Object.create(SmtpAccount.prototype) as SmtpAccount, { id: accountId }),
});
const ids = (rows: Claimed[][][]): string[][][] => rows.map((row) => row.map((portion) => portion.map(({ emailId }) => emailId)));

test('what is small together is one portion', () => {
  expect(ids(portionsOf([of('A', '1', 4), of('B', '2', 6)], 10))).toEqual([[['1', '2']]]);
});

test('what is large goes in portions, each account in a row of its own, and what is too large alone', () => {
  expect(ids(portionsOf([of('A', '1', 6), of('B', '2', 4), of('A', '3', 4), of('A', '4', 1), of('B', '5', 30)], 10)))
    .toEqual([[['1', '3'], ['4']], [['2'], ['5']]]);
});
