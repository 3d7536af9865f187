import { expect, test } from '@jest/globals';
import { check, commandsOf, dkimRecord, GOOGLE, KEY, MICROSOFT365, OWN, SENDGRID, SOUND, zoneWith } from './sender-domain-zones.js';

const SPF_365 = 'v=spf1 include:spf.protection.outlook.com -all';
const KEYS_365 = { selector1: KEY };
const SPF_OWN = 'v=spf1 mx ip4:203.0.113.25 -all';
const SOUND_ALL = ['SPF PASSED', 'DKIM PASSED', 'DMARC PASSED', 'MX PASSED'];

test.each([
  ['Microsoft 365', MICROSOFT365, zoneWith([SPF_365], KEYS_365), SOUND_ALL],
  ['Google', GOOGLE, zoneWith(['v=spf1 include:_spf.google.com ~all'], { google: KEY }), SOUND_ALL],
  ['SendGrid', SENDGRID, zoneWith(['v=spf1 include:sendgrid.net -all'], { s1: KEY, s2: KEY }), SOUND_ALL],
  ['its own server on port 25', OWN, zoneWith([SPF_OWN], { mail: KEY }), [...SOUND_ALL, 'PTR PASSED']],
])('a domain that has everything right for %s passes in everything', async (_name, gate, zone, outcomes) => {
  const { outcomes: found, findings } = await check(zone, { gate });
  expect(found).toEqual(outcomes);
  expect(findings.flatMap(commandsOf)).toEqual([]);
});

test('a provider is recognised by what the name of the server is an alias of', async () => {
  const zone = zoneWith([SPF_365], KEYS_365, { 'mail.example.com': { CNAME: 'example-com.mail.protection.outlook.com' } });
  const { outcomes, of } = await check(zone, { gate: { kind: 'SMTP', server: 'mail.example.com', port: 25, sandbox: false } });
  expect(outcomes).toEqual(SOUND_ALL);
  expect(of('SPF').message).toContain('Microsoft 365');
});

test('no SPF: the record to publish is told', async () => {
  const finding = (await check(zoneWith([], KEYS_365))).of('SPF');
  expect(finding).toMatchObject({ outcome: 'FAILED', record: null });
  expect(commandsOf(finding)).toEqual(['example.com. IN TXT "v=spf1 include:spf.protection.outlook.com -all"']);
});

test('two SPF records are merged into one', async () => {
  const finding = (await check(zoneWith(['v=spf1 ip4:192.0.2.1 -all', 'v=spf1 include:spf.protection.outlook.com ~all'], KEYS_365))).of('SPF');
  expect(finding).toMatchObject({ outcome: 'FAILED', message: expect.stringContaining('permerror') });
  expect(commandsOf(finding)).toEqual(['example.com. IN TXT "v=spf1 ip4:192.0.2.1 include:spf.protection.outlook.com -all"']);
});

test('the provider that is missing goes into the record that there is', async () => {
  const { of } = await check(zoneWith(['v=spf1 ip4:192.0.2.1 include:_spf.google.com ~all'], KEYS_365));
  expect(of('SPF')).toMatchObject({ outcome: 'FAILED', message: expect.stringContaining('Microsoft 365') });
  expect(commandsOf(of('SPF'))).toEqual(['example.com. IN TXT "v=spf1 ip4:192.0.2.1 include:_spf.google.com include:spf.protection.outlook.com ~all"']);
  expect(of('DMARC')).toMatchObject({ outcome: 'PASSED', message: expect.stringContaining('aligns by DKIM') });
});

test('a redirect is followed, and what is missing stands before it', async () => {
  const redirect = { '_spf.example.com': { TXT: [SPF_365] } };
  expect((await check(zoneWith(['v=spf1 redirect=_spf.example.com'], KEYS_365, redirect))).of('SPF').outcome).toBe('PASSED');
  const finding = (await check(zoneWith(['v=spf1 redirect=_spf.google.com'], KEYS_365))).of('SPF');
  expect(commandsOf(finding)).toEqual(['example.com. IN TXT "v=spf1 include:spf.protection.outlook.com redirect=_spf.google.com"']);
});

const includes = (count: number) => Array.from({ length: count }, (_, at) => `include:s${at}.example.net`).join(' ');
const flat = { '*.example.net': { TXT: ['v=spf1 ip4:192.0.2.7 -all'] } };

test('ten look-ups pass, eleven do not, also where the provider is met before them', async () => {
  expect((await check(zoneWith([`${SPF_365.replace(' -all', '')} ${includes(9)} -all`], KEYS_365, flat))).of('SPF')).toMatchObject({
    outcome: 'PASSED', message: expect.stringContaining('10 of 10 look-ups') });
  expect((await check(zoneWith([`${SPF_365.replace(' -all', '')} ${includes(10)} -all`], KEYS_365, flat))).of('SPF')).toMatchObject({
    outcome: 'FAILED', message: expect.stringContaining('costs 11 look-ups'),
    remedy: [{ text: expect.stringContaining('include:s9.example.net'), command: null }] });
});

test('an include that leads back to itself is a permerror', async () => {
  const loop = { 'a.example.net': { TXT: ['v=spf1 include:b.example.net -all'] }, 'b.example.net': { TXT: ['v=spf1 include:a.example.net -all'] } };
  expect((await check(zoneWith(['v=spf1 include:a.example.net -all'], KEYS_365, loop))).of('SPF')).toMatchObject({
    outcome: 'FAILED', message: expect.stringContaining('more than 30 look-ups') });
});

test('three names without a record are a permerror, two are not', async () => {
  const record = (count: number) => `v=spf1 ${Array.from({ length: count }, (_, at) => `a:void${at}.example.org`).join(' ')} include:spf.protection.outlook.com -all`;
  expect((await check(zoneWith([record(2)], KEYS_365))).of('SPF').outcome).toBe('PASSED');
  expect((await check(zoneWith([record(3)], KEYS_365))).of('SPF')).toMatchObject({ outcome: 'FAILED', message: expect.stringContaining('void2.example.org') });
});

test('names that a macro makes of a sender are no names without a record', async () => {
  const record = 'v=spf1 exists:%{i}.a.example.org exists:%{ir}.b.example.org exists:%{i}.c.example.org include:spf.protection.outlook.com -all';
  expect((await check(zoneWith([record], KEYS_365))).of('SPF').outcome).toBe('PASSED');
});

test.each([
  ['an include of a name without SPF', 'v=spf1 include:nothing.example.org -all', 'FAILED', 'nothing.example.org'],
  ['a term that is none', 'v=spf1 includes:spf.protection.outlook.com -all', 'FAILED', 'permerror'],
  ['everybody', 'v=spf1 +all', 'FAILED', 'everybody'],
  ['nothing of others', 'v=spf1 include:spf.protection.outlook.com', 'WARNING', 'anybody can pretend'],
  ['the addresses of the provider', 'v=spf1 ip4:40.92.0.0/15 -all', 'WARNING', 'change without notice'],
])('an SPF record that says %s', async (_name, record, outcome, words) => {
  expect((await check(zoneWith([record], KEYS_365))).of('SPF')).toMatchObject({ outcome, record, message: expect.stringContaining(words) });
});

test('the own address that SPF does not name is told with the record', async () => {
  const { of } = await check(zoneWith(['v=spf1 mx -all'], { mail: KEY }), { gate: OWN });
  expect(of('SPF').outcome).toBe('FAILED');
  expect(commandsOf(of('SPF'))).toEqual(['example.com. IN TXT "v=spf1 mx ip4:203.0.113.25 -all"']);
});

test('without a public address nothing is guessed', async () => {
  const { outcomes } = await check(zoneWith([SPF_OWN], { mail: KEY }), { gate: OWN, publicAddress: null });
  expect(outcomes).toEqual(['SPF UNKNOWN', 'DKIM PASSED', 'DMARC PASSED', 'MX PASSED', 'PTR UNKNOWN']);
});

const HOSTER = { 'smtp.hoster.test': { A: ['93.184.216.34'] }, '34.216.184.93.in-addr.arpa': { PTR: ['smtp.hoster.test'] } };

test('through port 25 of a server outside, its own address counts where no other is told', async () => {
  const gate = { kind: 'SMTP', server: 'smtp.hoster.test', port: 25, sandbox: false } as const;
  expect((await check(zoneWith(['v=spf1 ip4:93.184.216.34 -all'], { mail: KEY }, HOSTER), { gate, publicAddress: null })).outcomes).toEqual([...SOUND_ALL, 'PTR PASSED']);
});

test('another provider\'s server may send from other addresses: that SPF does not name it is no certain fault', async () => {
  const gate = { kind: 'SMTP', server: 'smtp.hoster.test', port: 587, sandbox: false } as const;
  const { outcomes, of } = await check(zoneWith(['v=spf1 include:_spf.google.com -all'], {}, HOSTER), { gate });
  expect(outcomes).toEqual(['SPF WARNING', 'DKIM UNKNOWN', 'DMARC UNKNOWN', 'MX PASSED']);
  expect(of('SPF').message).toContain('ask who runs it');
});

test('nothing of the sandbox leaves the house, so nothing is asked about its server', async () => {
  const gate = { kind: 'SMTP', server: 'localhost', port: 2525, sandbox: true } as const;
  expect((await check(zoneWith([SPF_365], KEYS_365), { gate })).outcomes).toEqual(['SPF UNKNOWN', 'DKIM UNKNOWN', 'DMARC UNKNOWN', 'MX PASSED']);
});

test.each([
  ['missing', MICROSOFT365, {}, 'WARNING', 'no DKIM key'], ['missing at SendGrid, where DMARC rests on it', SENDGRID, {}, 'FAILED', 'no DKIM key'],
  ['of other selectors', OWN, {}, 'UNKNOWN', 'without the selector'],
  ['malformed', MICROSOFT365, { selector1: 'v=DKIM1; k=rsa; p=MIGfMA0' }, 'FAILED', 'cannot be read'],
  ['revoked', MICROSOFT365, { selector1: 'v=DKIM1; p=' }, 'FAILED', 'revoked'],
  ['of 512 bits', MICROSOFT365, { selector1: dkimRecord(512) }, 'FAILED', '512 bits'],
  ['of 1024 bits', MICROSOFT365, { selector2: dkimRecord(1_024) }, 'WARNING', '2048'],
  ['a test', MICROSOFT365, { selector1: `${KEY}; t=y` }, 'WARNING', 't=y'],
  ['one of two', MICROSOFT365, { selector1: 'v=DKIM1; p=', selector2: KEY }, 'PASSED', 'selector2._domainkey.example.com (2048 bits)'],
] as const)('a DKIM key that is %s', async (_name, gate, keys, outcome, words) => {
  expect((await check(zoneWith([SPF_365], keys), { gate })).of('DKIM')).toMatchObject({ outcome, message: expect.stringContaining(words) });
});

test('selectors that are given are looked for, and then missing is a fault', async () => {
  const zone = zoneWith([SPF_OWN], { erp: KEY });
  expect((await check(zone, { gate: OWN, dkimSelectors: ['erp'] })).of('DKIM').outcome).toBe('PASSED');
  expect((await check(zone, { gate: OWN, dkimSelectors: ['other'] })).of('DKIM').outcome).toBe('FAILED');
});

test('no DMARC record: one to begin with is told', async () => {
  const finding = (await check(zoneWith([SPF_365], KEYS_365, { '_dmarc.example.com': {} }))).of('DMARC');
  expect(finding).toMatchObject({ outcome: 'WARNING', record: null });
  expect(commandsOf(finding)).toEqual(['_dmarc.example.com. IN TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.com"']);
});

test.each([
  ['two records', ['v=DMARC1; p=none', 'v=DMARC1; p=reject'], 'FAILED', 'one only'], ['a record without a policy', ['v=DMARC1; pct=100'], 'FAILED', 'cannot read'],
])('DMARC with %s', async (_name, TXT, outcome, words) => {
  expect((await check(zoneWith([SPF_365], KEYS_365, { '_dmarc.example.com': { TXT } }))).of('DMARC')).toMatchObject({ outcome, message: expect.stringContaining(words) });
});

test.each([['p=reject', 'FAILED', 'refuse'], ['p=quarantine', 'FAILED', 'junk'], ['p=none', 'WARNING', 'forged']])('mail that does not align, with %s', async (policy, outcome, words) => {
  const zone = zoneWith(['v=spf1 include:sendgrid.net -all'], {}, { '_dmarc.example.com': { TXT: [`v=DMARC1; ${policy}`] } });
  expect((await check(zone, { gate: SENDGRID })).of('DMARC')).toMatchObject({ outcome, message: expect.stringContaining(words) });
});

const subdomain = (dmarc: string) => ({
  ...SOUND, 'news.example.com': { MX: [[10, 'mx.example.com']] as const, TXT: ['v=spf1 -all'] }, 's1._domainkey.example.com': { TXT: [KEY] },
  '_dmarc.example.com': { TXT: [dmarc] },
});

test('the record of the organisational domain holds below it, and its key aligns there', async () => {
  const { of } = await check(zoneWith([], {}, subdomain('v=DMARC1; p=none; sp=reject')), { domains: ['news.example.com'], gate: SENDGRID });
  expect(of('DKIM').outcome).toBe('PASSED');
  expect(of('DMARC')).toMatchObject({ outcome: 'PASSED', message: expect.stringMatching(/aligns by DKIM; the policy is reject, by the record of example\.com/) });
});

test('a key of the organisational domain does not align strictly', async () => {
  const { of } = await check(zoneWith([], {}, subdomain('v=DMARC1; p=reject; adkim=s')), { domains: ['news.example.com'], gate: SENDGRID });
  expect(of('DMARC')).toMatchObject({ outcome: 'FAILED', message: expect.stringContaining('adkim=s') });
});

const exchange = (records: object) => zoneWith([], KEYS_365, { 'example.com': { TXT: [SPF_365], ...records } });
test.each([
  ['a null MX', { MX: [[0, '.']] }, 'FAILED', 'takes no mail'], ['no MX but an address', { A: ['198.51.100.11'] }, 'WARNING', 'no MX record'],
  ['neither MX nor address', {}, 'FAILED', 'neither'], ['an MX without an address', { MX: [[10, 'gone.example.com']] }, 'FAILED', 'no address'],
  ['an MX that has an address behind one that has none', { MX: [[10, 'gone.example.com'], [20, 'mx.example.com']] }, 'PASSED', 'gone.example.com'],
  ['more MX than are looked at', { MX: [1, 2, 3, 4].map((at) => [at, `gone${at}.example.com`] as const) }, 'UNKNOWN', 'not every one'],
])('a From domain with %s', async (_name, records, outcome, words) => {
  expect((await check(exchange(records))).of('MX')).toMatchObject({ outcome, message: expect.stringContaining(words) });
});

test.each([
  ['missing', { '25.113.0.203.in-addr.arpa': {} }, 'no reverse name'], ['another\'s', { 'mail.example.com': { A: ['203.0.113.99'] } }, 'does not lead back'],
  ['that of nothing', { 'mail.example.com': {} }, 'does not lead back'],
])('a reverse name that is %s', async (_name, changes, words) => {
  expect((await check(zoneWith([SPF_OWN], { mail: KEY }, changes), { gate: OWN })).of('PTR')).toMatchObject({ outcome: 'FAILED', message: expect.stringContaining(words) });
});

test('an IPv6 address has a reverse name too', async () => {
  const name = `${'5.2.0.0'}.${'0.'.repeat(20)}8.b.d.0.1.0.0.2.ip6.arpa`;
  const zone = zoneWith(['v=spf1 ip6:2001:db8::25 -all'], { mail: KEY }, { [name]: { PTR: ['six.example.com'] }, 'six.example.com': { AAAA: ['2001:db8::25'] } });
  expect((await check(zone, { gate: OWN, publicAddress: '2001:db8::25' })).outcomes).toEqual([...SOUND_ALL, 'PTR PASSED']);
});
