import { expect, test } from '@jest/globals';
import type { Zone } from '../support/dns-server.js';
import { check, gateAt, KEY, OWN, zoneWith } from './sender-domain-zones.js';

const KEYS = { selector1: KEY, mail: KEY };
const SPF = 'v=spf1 include:spf.protection.outlook.com -all';

test.each(['SERVFAIL', 'REFUSED'] as const)('%s leaves everything open, and accuses nobody', async (fails) => {
  const names = ['example.com', '_dmarc.example.com', 'selector1._domainkey.example.com', 'selector2._domainkey.example.com'];
  const zone = zoneWith([SPF], KEYS, Object.fromEntries(names.map((name) => [name, { fails }])));
  const { outcomes } = await check(zone);
  expect(outcomes).toEqual(['SPF UNKNOWN', 'DKIM UNKNOWN', 'DMARC UNKNOWN', 'MX UNKNOWN']);
});

test('a name within SPF that fails leaves SPF open', async () => {
  const { of } = await check(zoneWith([SPF], KEYS, { 'spf.protection.outlook.com': { fails: 'SERVFAIL' } }));
  expect(of('SPF').outcome).toBe('UNKNOWN');
  expect(of('DMARC').outcome).toBe('PASSED');
});

test('an MX whose address does not answer is no fault', async () => {
  const { of } = await check(zoneWith([SPF], KEYS, { 'mx.example.com': { fails: 'SERVFAIL' } }));
  expect(of('MX')).toMatchObject({ outcome: 'UNKNOWN', message: expect.stringContaining('mx.example.com'), remedy: [] });
});

test('a server that says nothing ends with the limit of time, and leaves everything open', async () => {
  const silent: Zone = Object.fromEntries(['*.com', '*.example.com', '*._domainkey.example.com', '*.113.0.203.in-addr.arpa'].map((name) => [name, { fails: 'SILENCE' }]));
  const { outcomes, findings } = await check(silent, { gate: OWN, limitSeconds: 0.2 });
  expect(outcomes).toEqual(['SPF UNKNOWN', 'DKIM UNKNOWN', 'DMARC UNKNOWN', 'MX UNKNOWN', 'PTR UNKNOWN']);
  expect(findings[0]?.message).toContain('the time for all of it was over');
});

test('a thousand includes are not followed', async () => {
  const record = `v=spf1 ${Array.from({ length: 1_000 }, (_, at) => `include:${at}.evil.test`).join(' ')} -all`.slice(0, 16_000);
  const { of, lookups } = await check(zoneWith([record], KEYS, { '*.evil.test': { TXT: ['v=spf1 -all'] } }));
  expect(of('SPF')).toMatchObject({ outcome: 'FAILED', message: expect.stringContaining('more than 30 look-ups') });
  expect(lookups).toBeLessThan(60);
});

test('a tree of MX terms ends at the limit of questions', async () => {
  const many = Array.from({ length: 100 }, (_, at) => [at, `h${at}.evil.test`] as const);
  const record = `v=spf1 ${Array.from({ length: 9 }, (_, at) => `mx:m${at}.evil.net`).join(' ')} -all`;
  const { of, lookups } = await check(zoneWith([record], KEYS, { '*.evil.net': { MX: many }, '*.evil.test': { A: ['192.0.2.1'] } }));
  expect(['FAILED', 'UNKNOWN']).toContain(of('SPF').outcome);
  expect(lookups).toBeLessThanOrEqual(120);
});

test('60 KiB of text are not read', async () => {
  const { of } = await check(zoneWith([SPF], KEYS, { '_dmarc.example.com': { TXT: ['x'.repeat(60_000)] }, 'selector1._domainkey.example.com': { TXT: ['p='.repeat(30_000)] } }));
  expect(of('DMARC')).toMatchObject({ outcome: 'UNKNOWN', message: expect.stringContaining('too large') });
  expect(of('DKIM')).toMatchObject({ outcome: 'UNKNOWN', message: expect.stringContaining('too large') });
});

test('aliases that go round end', async () => {
  const round = { 'mail.example.com': { CNAME: 'other.example.com' }, 'other.example.com': { CNAME: 'mail.example.com' } };
  const { outcomes } = await check(zoneWith([SPF], KEYS, round), { gate: gateAt('mail.example.com', 25) });
  expect(outcomes).toContain('SPF FAILED');
});

test('what a zone says cannot get out of its line, and such a record is not told', async () => {
  const record = 'v=spf1 include:_spf.google.com\u001b[31m\r\n -all';
  const { of } = await check(zoneWith([record, 'v=spf1 -all'], KEYS));
  expect(`${of('SPF').record ?? ''}${of('SPF').message}`.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  expect(of('SPF').remedy.map(({ command }) => command)).toEqual([null]);
});

test('nor out of its quotes', async () => {
  const { of } = await check(zoneWith(['v=spf1 exp="x\\.example.org -all', 'v=spf1 -all'], KEYS));
  expect(of('SPF').remedy[0]?.command).toBe('example.com. IN TXT "v=spf1 include:spf.protection.outlook.com exp=\\"x\\\\.example.org -all"');
});

test('a check ends with its signal, and leaves everything open', async () => {
  const over = new AbortController();
  over.abort();
  const { outcomes, findings, lookups } = await check(zoneWith([SPF], KEYS), { gate: gateAt('mail.hoster.test'), signal: over.signal, limitSeconds: 600 });
  expect(outcomes).toEqual(['SPF UNKNOWN', 'DKIM UNKNOWN', 'DMARC UNKNOWN', 'MX UNKNOWN']);
  expect(findings[0]?.message).toContain('the time for all of it was over');
  expect(lookups).toBeGreaterThan(0);
});
