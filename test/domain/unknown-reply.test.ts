import { expect, test } from '@jest/globals';
import { normalisedReply } from '../../src/domain/diagnosis/unknown-reply.js';
import { addressSeenBy } from '../../src/domain/public-address.js';

test.each([
  ['550 5.9.9 <anna@example.com>: computer says no', '550 5.9.9 <…>: computer says no'],
  ['550 mail from anna.b+c@sub.example.com is odd', '550 mail from <…> is odd'],
  ['554 203.0.113.5 and [2001:db8::1] are odd, see https://example.com/why?id=7', '554 [ip] and [ip] are odd, see [link]'],
  ['451 4.3.0 try later, session 18f3a9c2-77 (id 123456789)', '451 4.3.0 try later, session [id] (id #)'],
  ['550  two   blanks', '550 two blanks'],
])('"%s" is counted as "%s"', (reply, words) => {
  expect(normalisedReply(reply)).toBe(words);
});

test('it is never longer than its column, however it is made', () => {
  expect(normalisedReply('x '.repeat(5_000)).length).toBeLessThanOrEqual(300);
  expect(normalisedReply('@'.repeat(100_000)).length).toBeLessThanOrEqual(300);
  expect(normalisedReply('<'.repeat(100_000)).length).toBeLessThanOrEqual(300);
});

test.each([
  ['250-EX01.company.example Hello [10.1.2.3] 250-SIZE 37748736', '10.1.2.3'],
  ['250-mx.google.com at your service, [203.0.113.5] 250-SIZE 157286400', '203.0.113.5'],
  ['250-exim.example Hello desk.example.com [IPv6:2001:db8::1] 250-SIZE', '2001:db8::1'],
  ['250-postfix.example 250-SIZE 10240000', null],
  ['250-odd.example Hello [999.1.2.3]', null],
  ['250-odd.example Hello [::::]', null],
  [null, null],
])('EHLO answered by %j shows us at %j', (reply, address) => {
  expect(addressSeenBy(reply)).toBe(address);
});
