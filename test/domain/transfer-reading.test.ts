import { expect, test } from '@jest/globals';
import { formatOf, readTransfer } from '../../src/app/transfer/read.js';
import type { TransferFormat } from '../../src/app/transfer/read.js';
import { Refused } from '../../src/domain/errors.js';

const bytes = (content: string | Buffer): Buffer => Buffer.from(content);
const csv = (content: string) => readTransfer(bytes(content), 'csv');
const faultsOf = (content: string | Buffer, format: TransferFormat): string[] => {
  try {
    return readTransfer(bytes(content), format).faults.map(({ message }) => message);
  } catch (error) {
    if (error instanceof Refused) return error.faults.map(({ path, message }) => [...path, message].join(': '));
    throw error;
  }
};

test.each([
  ['commas', 'Number,Name,Port\n7,A,25\n'], ['semicolons', 'Number;Name;Port\n7;A;25\n'], ['Windows line ends', 'Number,Name,Port\r\n7,A,25\r\n'],
  ['a byte order mark', '\uFEFFNumber,Name,Port\n7,A,25\n'], ['names in any case, with blanks', ' NUMBER , name,PoRt\n 7 , A ,25\n'],
  ['another order of columns', 'Port,Number,Name\n25,7,A\n'], ['quotes', '"Number","Name","Port"\n"7","A","25"\n'], ['blank lines', 'Number,Name,Port\n\n7,A,25\n\n'],
])('a CSV with %s is read', (_what, content) => {
  const { transfer, faults } = csv(content);
  expect(faults).toEqual([]);
  expect(transfer.smtpAccounts).toMatchObject([{ number: '7', name: 'A', settings: { port: 25 } }]);
});

test.each([['yes', true], ['No', false], ['TRUE', true], ['false', false], ['1', true], ['0', false], ['', false]])('Use SendGrid may read "%s"', (cell, useSendGrid) => {
  const { transfer, faults } = csv(`Number,Name,Server,Use SendGrid\n7,A,mail.example.com,${cell}\n`);
  expect(faults).toEqual([]);
  expect(transfer.smtpAccounts[0]?.settings).toMatchObject({ useSendGrid });
});

test('a column that is not there says nothing of its setting, and a blank cell clears it', () => {
  const settings = csv('Number,Name,Server,Account\n7,A,mail.example.com,\n').transfer.smtpAccounts[0]?.settings;
  expect(settings).toMatchObject({ server: 'mail.example.com', accountName: null });
  expect([settings?.port, settings?.emailFrom, settings?.useSendGrid]).toEqual([undefined, undefined, undefined]);
});

test('a fault is placed by line and column, whatever stands over more than one line before it', () => {
  const { where } = csv('Number,Name,Server,Port\n7,A,"x\ny",25\n8,B,mail,25\n');
  expect(where(['smtpAccounts', '1', 'settings', 'port'])).toBe('line 4, column Port');
  expect(where(['smtpAccounts', '1', 'settings', 'fromName'])).toBe('line 4');
});

test.each<[string, string | Buffer, RegExp]>([
  ['columns that are unknown, or secret, or missing', 'Number;Nome;Password\n1;A;b\n', /"Nome" is not known.*secrets are not taken from a file.*"Name" is missing/],
  ['a column twice', 'Number,Name,number\n1,A,2\n', /Column "number" is there twice/],
  ['too many cells', 'Number,Name\n1,A,x\n', /There are 3 cells, and 2 columns/],
  ['a quote that is never closed', 'Number,Name\n1,"A\n', /Quote Not Closed/],
  ['a quote inside a cell', 'Number,Name\n1,A"B\n', /Invalid Opening Quote/],
  ['a line without an end', `Number,Name\n20,${'x'.repeat(100_000)}\n`, /Line 2 is longer than 65536 characters/],
  ['a header without an end', 'x'.repeat(100_000), /longer than 65536 characters/],
  ['NUL bytes', 'Number,Name\n20,A\0B\n', /NUL bytes/],
  ['Latin-1 text', Buffer.from('Number,Name\n20,M\xfcller\n', 'latin1'), /not text in UTF-8/],
  ['UTF-16 text', Buffer.from('\uFEFFNumber,Name\n20,A\n', 'utf16le'), /NUL bytes/],
  ['more than 16 MiB', Buffer.alloc(16 * 1024 * 1024 + 1, 0x20), /larger than 16 MiB/],
  ['nothing in it', '', /The file is empty/],
])('a CSV with %s is refused in clear words', (_what, content, words) => {
  expect(faultsOf(content, 'csv').join(' ')).toMatch(words);
});

test('JSON that is no export is refused, every fault of its shape together', () => {
  expect(faultsOf('[', 'json').join()).toMatch(/The file is not JSON/);
  expect(faultsOf('{"postroom":2,"areas":[{"code":1,"name":"A"}],"smtpAccounts":[{"number":"3","name":"x","settings":{"password":"x"}}]}', 'json')).toEqual([
    expect.stringMatching(/^postroom: must be 1/), expect.stringMatching(/^areas\[0\]\.code: /), expect.stringMatching(/^smtpAccounts\[0\]\.settings: .*"password"/),
  ]);
});

test('the format is told by the name, else by the first character', () => {
  const json = bytes('  {"postroom":1}');
  expect([formatOf('a.CSV', json), formatOf('a.json', bytes('x')), formatOf('-', json), formatOf('-', bytes('Number,Name'))]).toEqual(['csv', 'json', 'json', 'csv']);
});
