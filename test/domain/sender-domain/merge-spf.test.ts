import { expect, test } from '@jest/globals';
import { mergeSpf, redirectOf } from '../../../src/domain/sender-domain/merge-spf.js';

const M365 = 'include:spf.protection.outlook.com';

test.each([
  ['nothing published', [], [M365], undefined, `v=spf1 ${M365} -all`],
  ['what is missing stands before the end, which stays', ['v=spf1 mx ~all'], [M365], undefined, `v=spf1 mx ${M365} ~all`],
  ['a record without an end stays one', ['v=spf1 mx'], [M365], undefined, `v=spf1 mx ${M365}`],
  ['repeated terms stand once, whatever their case and +', ['v=spf1 +mx a -all', 'v=spf1 MX A ~all'], ['a'], undefined, 'v=spf1 +mx a -all'],
  ['an end that lets everybody pass is not kept beside another', ['v=spf1 mx +all', 'v=spf1 a ~all'], [], undefined, 'v=spf1 mx a ~all'],
  ['nor alone', ['v=spf1 mx +all', 'v=spf1 a all'], [], undefined, 'v=spf1 mx a -all'],
  ['what is missing stands before a term that refuses', ['v=spf1 mx ?include:spf.protection.outlook.com -ip4:192.0.2.0/24 -all'], [M365], undefined, `v=spf1 mx ${M365} ?${M365} -ip4:192.0.2.0/24 -all`],
  ['terms behind all were never in force', ['v=spf1 mx -all include:example.net', 'v=spf1 a -all'], [], undefined, 'v=spf1 mx a -all'],
  ['a redirect stays the end where there is no all', ['v=spf1 mx redirect=_spf.example.com'], [M365], undefined, `v=spf1 mx ${M365} redirect=_spf.example.com`],
  ['a redirect becomes an include where all is added', ['v=spf1 mx redirect=_spf.example.com'], [], '-all', 'v=spf1 mx include:_spf.example.com -all'],
  ['a redirect becomes an include beside the all of another record', ['v=spf1 mx -all', 'v=spf1 redirect=_spf.example.com'], [M365], undefined, `v=spf1 mx ${M365} include:_spf.example.com -all`],
  ['of two redirects one stays', ['v=spf1 redirect=a.example.com', 'v=spf1 redirect=b.example.com'], [], undefined, 'v=spf1 include:a.example.com redirect=b.example.com'],
  ['of two redirects none stays beside all', ['v=spf1 redirect=a.example.com', 'v=spf1 redirect=b.example.com'], [], '-all', 'v=spf1 include:a.example.com include:b.example.com -all'],
  ['the same redirect twice is one', ['v=spf1 redirect=a.example.com', 'v=spf1 redirect=a.example.com'], [], undefined, 'v=spf1 redirect=a.example.com'],
  ['a redirect that all had voided does not come to life', ['v=spf1 redirect=a.example.com mx -all'], [M365], undefined, `v=spf1 mx ${M365} -all`],
  ['there is one explanation', ['v=spf1 mx exp=a.example.com -all', 'v=spf1 a exp=b.example.com -all'], [], undefined, 'v=spf1 mx a exp=a.example.com -all'],
] as const)('%s', (_name, records, missing, last, merged) => {
  expect(mergeSpf(records, missing, last)).toBe(merged);
});

test('a redirect is in force only without all', () => {
  expect(redirectOf('v=spf1 mx redirect=_spf.example.com')).toBe('_spf.example.com');
  expect(redirectOf('v=spf1 redirect=_spf.example.com ?all')).toBeNull();
  expect(redirectOf('v=spf1 mx')).toBeNull();
});
