import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hostFault, normaliseHost } from '../../src/domain/host.js';

test.each([
  ['smtp.example.com', 'smtp.example.com'], ['SMTP.Example.COM', 'smtp.example.com'], ['localhost', 'localhost'],
  ['mail', 'mail'], ['mail_server01', 'mail_server01'], ['10.0.0.25', '10.0.0.25'], ['255.255.255.255', '255.255.255.255'],
  ['::1', '::1'], ['[::1]', '::1'], ['2001:DB8:0:0::1', '2001:db8::1'], ['[2001:db8::1]', '2001:db8::1'],
  ['post.münchen.example', 'post.xn--mnchen-3ya.example'], ['xn--mnchen-3ya.example', 'xn--mnchen-3ya.example'],
])('takes %s', (text, normal) => {
  expect(hostFault(text)).toBeNull();
  expect(normaliseHost(text)).toBe(normal);
});

test.each([
  ['', 'Give the name'], ['http://smtp.example.com', 'without http://'], ['smtps://smtp.example.com', 'without http://'],
  ['smtp.example.com:587', 'port in its own field'], ['10.0.0.1:25', 'port in its own field'], ['[::1]:25', 'port in its own field'],
  ['mail:', 'port in its own field'], [' smtp.example.com', 'blanks'], ['smtp .example.com', 'blanks'], ['smtp.example.com\r\n', 'control'],
  ['smtp.example.com/', 'path'], ['smtp.example.com?x', 'path'], ['user@smtp.example.com', 'account name'],
  ['smtp..example.com', 'between two dots'], ['.example.com', 'between two dots'], ['smtp.example.com.', 'dot at the end'],
  ['10.0.0.256', 'valid IP'], ['127.1', 'valid IP'], ['0x7f.1', 'valid IP'], ['2130706433', 'valid IP'], ['①②⑦.0.0.1', 'valid IP'],
  ['-smtp.example.com', 'hyphen'], ['smtp%2eexample.com', 'character'], ['a!b.example', 'character'],
  ['fe80::1%eth0', 'IPv6'], ['1:2:3', 'IPv6'], ['[::1', 'IPv6'], [`${'a'.repeat(64)}.example`, '63'], [`${'a.'.repeat(130)}b`, '253'],
])('refuses %j: %s', (text, words) => {
  expect(hostFault(text)).toContain(words);
});

test('normalising never throws, and what is valid normalises to itself', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.domain(), fc.ipV4(), fc.ipV6()), (text) => {
    const normal = normaliseHost(text);
    if (hostFault(text) === null) expect(normaliseHost(normal)).toBe(normal);
    else expect(typeof normal).toBe('string');
  }), { numRuns: 1_000 });
});
