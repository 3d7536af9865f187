import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readSubject } from '../../../src/domain/discovery/subject.js';

test.each([
  ['example.com', 'example.com', null], [' Example.COM ', 'example.com', null], ['erp@Example.com', 'example.com', 'erp@Example.com'],
  ['münchen.example', 'xn--mnchen-3ya.example', null], ['erp@münchen.example', 'xn--mnchen-3ya.example', 'erp@münchen.example'],
  ['a.b+c@sub.example.co.uk', 'sub.example.co.uk', 'a.b+c@sub.example.co.uk'],
])('%j is looked up as %s', (text, domain, address) => {
  expect(readSubject(text)).toEqual({ domain, address });
});

test.each([
  ['', 'Give an email address'], ['   ', 'Give an email address'], ['localhost', 'no dot'], ['erp@localhost', 'no dot'], ['127.0.0.1', 'number'], ['erp@127.0.0.1', 'number'], ['0x7f.1', 'number'],
  ['[127.0.0.1]', 'IP address'], ['erp@[127.0.0.1]', 'IP address'], ['erp@[IPv6:::1]', 'IP address'], ['::1', 'character'], ['exa mple.com', 'character'], ['example.com\r\nX: y', 'control'],
  ['example.com\0', 'control'], ['erp@example.com\u2028', 'control'], [`${'a'.repeat(300)}.example`, '253'], [`${'a'.repeat(64)}.example`, '63'], ['a..example', 'two dots'], ['example.com.', 'dot too many'],
  ['https://example.com/', 'character'], ['example.com/../x', 'character'], ['example.com?x=y', 'character'], ['example.com:443', 'character'], ['Name <erp@example.com>', 'alone'],
  ['a@b@example.com', 'before the @'], ['@example.com', 'nothing before'], ['erp@', 'no domain'], ['_submission._tcp.example.com', 'character'], ['*.example.com', 'character'],
])('%j is refused: %s', (text, words) => {
  expect(readSubject(text)).toEqual({ fault: expect.stringContaining(words) });
});

test('whatever is typed, what is looked up is a plain name with a dot', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress(), fc.domain(), fc.webUrl()), (text) => {
    const subject = readSubject(text);
    expect('fault' in subject ? 'plain.example' : subject.domain).toMatch(/^(?=.{1,253}$)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/);
  }));
});
