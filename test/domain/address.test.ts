import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressFault, addressKey, bareAddressFault, domainOf, parseMailbox } from '../../src/domain/address.js';

test.each([
  ['a@b.example', 'a@b.example', null],
  ['  a@b.example ', 'a@b.example', null],
  ['<a@b.example>', 'a@b.example', null],
  ['Jane Doe <jane.doe+tag@mail.example.com>', 'jane.doe+tag@mail.example.com', 'Jane Doe'],
  ['"Doe, Jane" <jane@b.example>', 'jane@b.example', 'Doe, Jane'],
  ['"Says \\"hi\\"" <a@b.example>', 'a@b.example', 'Says "hi"'],
  ['Jürgen Müller <jürgen@münchen.example>', 'jürgen@münchen.example', 'Jürgen Müller'],
  ['דוד כהן <david@b.example>', 'david@b.example', 'דוד כהן'],
  ['Rechnung 🙂 <a@b.example>', 'a@b.example', 'Rechnung 🙂'],
  ['用户@例え.テスト', '用户@例え.テスト', null],
  ['a@xn--mnchen-3ya.example', 'a@xn--mnchen-3ya.example', null],
  ['"john doe"@b.example', '"john doe"@b.example', null],
  ["o'hara!#$%&*=?^_`{|}~-@b.example", "o'hara!#$%&*=?^_`{|}~-@b.example", null],
  [`${'a'.repeat(64)}@b.example`, `${'a'.repeat(64)}@b.example`, null],
])('reads %j as one mailbox', (text, address, name) => {
  expect(parseMailbox(text)).toEqual({ address, name });
  expect(addressFault(text)).toBeNull();
});

test.each([
  ['', 'empty'], ['  ', 'empty'], ['a', 'no @'], ['a@', 'no domain'], ['@b.example', 'nothing before'],
  ['a@b', 'no dot'], ['a@localhost', 'no dot'], ['a@10.0.0.1', 'number'], ['a@[10.0.0.1]', 'domain'], ['a@127.1', 'number'],
  ['a@①②⑦.0.0.1', 'number'], ['a@b..example', 'between two dots'], ['a@b.example.', 'dot'], ['a@-b.example', 'hyphen'],
  ['a@b_c.example', 'character'], [`a@${'b'.repeat(64)}.example`, 'longer than 63'], ['a@b.example%41', 'character'],
  ['.a@b.example', 'before the @'], ['a..b@b.example', 'before the @'], ['a b@b.example', 'blank'], ['a@b@c.example', 'before the @'],
  [`${'a'.repeat(65)}@b.example`, '64 octets'], [`${'ü'.repeat(33)}@b.example`, '64 octets'],
  [`a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}.example`, 'longer than 253'],
  [`${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example`, '254 octets'],
  ['a@b.example\r\nBcc: c@d.example', 'line break'], ['Eve\nX: y <a@b.example>', 'line break'], ['a\u0000@b.example', 'control'],
  ['a\u200b@b.example', 'before the @'], ['a@b.example\u2028', 'line break'], ['a\ud800@b.example', 'control'],
  ['a@b.example, c@d.example', 'one address'], ['a@b.example; c@d.example', 'one address'],
  ['A <a@b.example>, C <c@d.example>', 'one address'], ['Doe, Jane <jane@b.example>', 'one address'],
  ['Team: a@b.example', 'blank'], ['A "x" B <a@b.example>', 'double quotes'], ['A <b> <a@b.example>', 'double quotes'],
  ['"a@evil.example"@b.example', 'before the @'], ['"a\\"b"@b.example', 'before the @'], ['A <a@b.example> x', 'blank'],
  [`${'n'.repeat(256)} <a@b.example>`, '255 characters'], ['x'.repeat(2_000), '254 octets'],
])('refuses %j: %s', (text, words) => {
  expect(parseMailbox(text)).toBeNull();
  expect(addressFault(text)).toContain(words);
});

test('a field for an address alone takes no display name', () => {
  expect(bareAddressFault('a@b.example')).toBeNull();
  expect(bareAddressFault('A <a@b.example>')).toContain('alone');
  expect(bareAddressFault(' a@b.example')).toContain('alone');
  expect(bareAddressFault('a@b')).toContain('no dot');
});

test('two spellings of one address have one key', () => {
  expect(addressKey('Jane@MÜNCHEN.example')).toBe(addressKey('jane@xn--mnchen-3ya.example'));
  expect(addressKey('jane@b.example')).not.toBe(addressKey('jane@c.example'));
  expect(domainOf('"a b"@B.Example')).toBe('b.example');
});

const nasty = fc.string({ unit: fc.constantFrom('a', 'B', 'ü', '"', '\\', '<', '>', '@', '.', ',', ' ', '\r', '\n', '\0', '\u2028', 'b.example'), maxLength: 30 });

test('no accepted mailbox holds a control character, and each is read again as itself', () => {
  fc.assert(fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' }), nasty.map((text) => `${text}@b.example`)), (text) => {
    const mailbox = parseMailbox(text);
    expect(mailbox === null).toBe(addressFault(text) !== null);
    if (mailbox === null) return;
    expect(`${mailbox.address}${mailbox.name}`).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(parseMailbox(mailbox.address)).toEqual({ address: mailbox.address, name: null });
    expect(addressKey(mailbox.address)).toBe(addressKey(mailbox.address.toUpperCase().toLowerCase()));
  }), { numRuns: 2_000 });
});
