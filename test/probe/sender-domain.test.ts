import { expect, test } from '@jest/globals';
import { check, commandsOf, dkimRecord, gateAt, GOOGLE, KEY, MICROSOFT365, OWN, SENDGRID, SOUND, zoneWith } from './sender-domain-zones.js';

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
  const zone = zoneWith([SPF_365], KEYS_365, { 'out.example.com': { CNAME: 'smtp.office365.com' } });
  const { outcomes, of } = await check(zone, { gate: gateAt('out.example.com') });
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

test('ten look-ups pass; where there are eleven, mail passes that is met before receivers give up', async () => {
  expect((await check(zoneWith([`${SPF_365.replace(' -all', '')} ${includes(9)} -all`], KEYS_365, flat))).of('SPF')).toMatchObject({
    outcome: 'PASSED', message: expect.stringContaining('10 of 10 look-ups') });
  const { of } = await check(zoneWith([`${SPF_365.replace(' -all', '')} ${includes(10)} -all`], {}, flat));
  expect(of('SPF')).toMatchObject({
    outcome: 'WARNING', message: expect.stringMatching(/Microsoft 365 passes.*others.*permerror.*costs 11 look-ups/),
    remedy: [{ text: expect.stringContaining('include:s9.example.net'), command: null }] });
  expect(of('DMARC')).toMatchObject({ outcome: 'PASSED', message: expect.stringContaining('aligns by SPF') });
});

test('mail that is met only behind ten look-ups fails', async () => {
  const { of } = await check(zoneWith([`v=spf1 ${includes(10)} include:spf.protection.outlook.com -all`], {}, flat));
  expect(of('SPF')).toMatchObject({ outcome: 'FAILED', message: expect.stringContaining('costs 11 look-ups') });
  expect(of('DMARC')).toMatchObject({ outcome: 'FAILED', message: expect.stringContaining('neither SPF nor DKIM passes') });
});

test('a provider passes only where the last of its addresses does', async () => {
  const wide = { '_spf.google.com': { TXT: ['v=spf1 ip4:35.190.247.0/24 include:_netblocks.google.com include:_netblocks2.google.com ~all'] },
    '_netblocks.google.com': { TXT: ['v=spf1 ip4:64.233.160.0/19 ~all'] }, '_netblocks2.google.com': { TXT: ['v=spf1 ip4:172.217.0.0/19 ~all'] }, ...flat };
  expect((await check(zoneWith([`v=spf1 ${includes(8)} include:_spf.google.com ~all`], { google: KEY }, wide), { gate: GOOGLE })).of('SPF')).toMatchObject({ outcome: 'FAILED' });
  expect((await check(zoneWith([`v=spf1 ${includes(7)} include:_spf.google.com ~all`], { google: KEY }, wide), { gate: GOOGLE })).of('SPF')).toMatchObject({ outcome: 'PASSED' });
});

test('no record is told that would cost more than ten look-ups', async () => {
  const finding = (await check(zoneWith([`v=spf1 ${includes(10)} -all`], KEYS_365, flat))).of('SPF');
  expect(finding).toMatchObject({ outcome: 'FAILED', remedy: [{ command: null, text: expect.stringContaining('include:spf.protection.outlook.com') }] });
  expect(commandsOf((await check(zoneWith([`v=spf1 ${includes(9)} -all`], KEYS_365, flat))).of('SPF'))).toEqual([
    `example.com. IN TXT "v=spf1 ${includes(9)} include:spf.protection.outlook.com -all"`]);
});

test('an include that leads back to itself is a permerror', async () => {
  const loop = { 'a.example.net': { TXT: ['v=spf1 include:b.example.net -all'] }, 'b.example.net': { TXT: ['v=spf1 include:a.example.net -all'] } };
  expect((await check(zoneWith(['v=spf1 include:a.example.net -all'], KEYS_365, loop))).of('SPF')).toMatchObject({
    outcome: 'FAILED', message: expect.stringContaining('more than 30 look-ups') });
});

const voids = (count: number) => Array.from({ length: count }, (_, at) => `a:void${at}.example.org`).join(' ');

test('three names without a record are a permerror, two are not, and mail that is met before passes', async () => {
  expect((await check(zoneWith([`v=spf1 ${voids(2)} include:spf.protection.outlook.com -all`], KEYS_365))).of('SPF').outcome).toBe('PASSED');
  expect((await check(zoneWith([`v=spf1 ${voids(3)} include:spf.protection.outlook.com -all`], KEYS_365))).of('SPF')).toMatchObject({
    outcome: 'FAILED', message: expect.stringContaining('void2.example.org') });
  expect((await check(zoneWith([`v=spf1 include:spf.protection.outlook.com ${voids(3)} -all`], KEYS_365))).of('SPF')).toMatchObject({
    outcome: 'WARNING', message: expect.stringMatching(/Microsoft 365 passes.*asks 3 times.*void2\.example\.org/) });
});

test('the same name without a record counts each time', async () => {
  expect((await check(zoneWith(['v=spf1 a:void.example.org a:void.example.org a:void.example.org include:spf.protection.outlook.com -all'], KEYS_365))).of('SPF')).toMatchObject({
    outcome: 'FAILED', message: expect.stringContaining('asks 3 times for names that have no record (A void.example.org)') });
});

test.each([
  ['the address', 'exists:%{i}.a.example.org exists:%{ir}.b.example.org exists:%{i}.c.example.org'],
  ['the same address again and again', 'exists:%{i}.a.example.org exists:%{i}.a.example.org exists:%{i}.a.example.org exists:%{i}.a.example.org'],
  ['the local part', 'exists:%{l}._u.example.org exists:%{l}._u.example.org exists:%{lr-}._v.example.org exists:%{L}._w.example.org'],
  ['the sender', 'exists:%{s}.a.example.org exists:%{s}.b.example.org exists:%{s}.c.example.org'],
  ['the name of the server', 'exists:%{h}.a.example.org exists:%{h}.b.example.org exists:%{h}.c.example.org'],
])('names that macros make of %s are no names without a record: another sender\'s may exist', async (_name, terms) => {
  expect((await check(zoneWith([`v=spf1 ${terms} include:spf.protection.outlook.com -all`], KEYS_365))).of('SPF').outcome).toBe('PASSED');
});

test('the address of the house is known, and so are the names that macros make of it', async () => {
  const record = 'v=spf1 exists:%{i}.a.example.org exists:%{i}.b.example.org exists:%{i}.c.example.org ip4:203.0.113.25 -all';
  expect((await check(zoneWith([record], { mail: KEY }), { gate: OWN })).of('SPF').outcome).toBe('FAILED');
});

const hosts = (count: number) => ({ 'many.example.org': { MX: Array.from({ length: count }, (_, at) => [at, `h${at}.example.net`] as const) }, '*.example.net': { A: ['192.0.2.1'] } });

test('mx of more than ten hosts is a permerror, of ten it is not', async () => {
  const record = ['v=spf1 mx:many.example.org include:spf.protection.outlook.com -all'];
  expect((await check(zoneWith(record, KEYS_365, hosts(10)))).of('SPF').outcome).toBe('PASSED');
  expect((await check(zoneWith(record, KEYS_365, hosts(11)))).of('SPF')).toMatchObject({ outcome: 'FAILED', message: expect.stringContaining('more than 10 hosts') });
  const house = ['v=spf1 mx:many.example.org -all'];
  expect((await check(zoneWith(house, { mail: KEY }, { ...hosts(11), 'h3.example.net': { A: ['203.0.113.25'] } }), { gate: OWN })).of('SPF')).toMatchObject({
    outcome: 'WARNING', message: expect.stringMatching(/203\.0\.113\.25 passes.*more than 10 hosts/) });
});

test.each([
  ['an include of a name without SPF', 'v=spf1 include:nothing.example.org -all', 'FAILED', 'nothing.example.org'],
  ['such an include behind the provider', 'v=spf1 include:spf.protection.outlook.com include:nothing.example.org -all', 'WARNING', 'nothing.example.org'],
  ['a term that is none', 'v=spf1 includes:spf.protection.outlook.com -all', 'FAILED', 'permerror'],
  ['everybody', 'v=spf1 +all', 'FAILED', 'everybody'],
  ['nothing of others', 'v=spf1 include:spf.protection.outlook.com', 'WARNING', 'anybody can pretend'],
  ['the addresses of the provider', 'v=spf1 ip4:40.92.0.0/15 -all', 'WARNING', 'change without notice'],
])('an SPF record that says %s', async (_name, record, outcome, words) => {
  expect((await check(zoneWith([record], KEYS_365))).of('SPF')).toMatchObject({ outcome, record, message: expect.stringContaining(words) });
});

const open = {
  'open.example.net': { TXT: ['v=spf1 +all'] }, 'neutral.example.net': { TXT: ['v=spf1 include:spf.protection.outlook.com ?all'] }, 'always.example.net': { A: ['127.0.0.2'] },
};
test.each([
  ['everybody by all', 'v=spf1 mx +all', ['v=spf1 mx include:spf.protection.outlook.com -all']],
  ['everybody by a network', 'v=spf1 ip4:0.0.0.0/0 -all', [null]], ['everybody by exists', 'v=spf1 exists:always.example.net -all', [null]],
  ['everybody by an include', 'v=spf1 include:open.example.net -all', [null]], ['everybody by a redirect', 'v=spf1 redirect=open.example.net', [null]],
  ['nothing of others', 'v=spf1 include:spf.protection.outlook.com', ['v=spf1 include:spf.protection.outlook.com -all']],
  ['nothing of others by ?all', 'v=spf1 include:spf.protection.outlook.com ?all', ['v=spf1 include:spf.protection.outlook.com -all']],
  ['nothing of others by another term', 'v=spf1 include:spf.protection.outlook.com ?ip4:0.0.0.0/0 -all', [null]],
  ['nothing of others behind a redirect', 'v=spf1 redirect=neutral.example.net', [null]],
  ['nothing of others, nor of this mail', 'v=spf1 mx', ['v=spf1 mx include:spf.protection.outlook.com']],
])('a record is told only if it mends one that says %s', async (_name, record, told) => {
  const finding = (await check(zoneWith([record], KEYS_365, open))).of('SPF');
  expect(['FAILED', 'WARNING']).toContain(finding.outcome);
  expect(commandsOf(finding)).toEqual(told.map((one) => (one === null ? null : `example.com. IN TXT "${one}"`)));
});

test.each(['open.example.net', 'neutral.example.net'])('what a redirect to %s leads to is mended there', async (target) => {
  const [step] = (await check(zoneWith([`v=spf1 redirect=${target}`], KEYS_365, open))).of('SPF').remedy;
  expect(step?.text).toMatch(`${target}, which it redirects to`);
});

test('the own address that SPF does not name is told with the record', async () => {
  const { of } = await check(zoneWith(['v=spf1 mx -all'], { mail: KEY }), { gate: OWN });
  expect(of('SPF').outcome).toBe('FAILED');
  expect(commandsOf(of('SPF'))).toEqual(['example.com. IN TXT "v=spf1 mx ip4:203.0.113.25 -all"']);
});

test.each([
  ['missing', {}, 'WARNING', 'no DKIM key'], ['malformed', { selector1: 'v=DKIM1; k=rsa; p=MIGfMA0' }, 'WARNING', 'cannot be read'],
  ['revoked', { selector1: 'v=DKIM1; p=' }, 'WARNING', 'revoked'], ['of 512 bits', { selector1: dkimRecord(512) }, 'WARNING', '512 bits'],
  ['of 1024 bits', { selector2: dkimRecord(1_024) }, 'WARNING', '2048'], ['a test', { selector1: `${KEY}; t=y` }, 'WARNING', 't=y'],
  ['one of two', { selector1: 'v=DKIM1; p=', selector2: KEY }, 'PASSED', 'selector2._domainkey.example.com (2048 bits)'],
] as const)('a DKIM key at Microsoft\'s selectors that is %s', async (_name, keys, outcome, words) => {
  expect((await check(zoneWith([SPF_365], keys))).of('DKIM')).toMatchObject({ outcome, message: expect.stringContaining(words) });
});

const BAD_KEYS = [
  ['missing', {}, 'no DKIM key'], ['malformed', { s1: 'v=DKIM1; k=rsa; p=MIGfMA0' }, 'cannot be read'], ['revoked', { s1: 'v=DKIM1; p=' }, 'revoked'],
  ['of 512 bits', { s1: dkimRecord(512) }, '512 bits'], ['no key', { s1: 'v=spf1 -all' }, 'no DKIM key'], ['what a wildcard answers', { '*': 'v=DKIM1; p=' }, 'revoked'],
] as const;
test.each(BAD_KEYS)('a DKIM key that is %s is a fault at a selector that was given, and none at one that is only usual', async (_name, keys, words) => {
  const zone = zoneWith([SPF_365], keys);
  expect((await check(zone, { gate: SENDGRID, dkimSelectors: ['s1'] })).of('DKIM')).toMatchObject({ outcome: 'FAILED', message: expect.stringContaining(words) });
  expect((await check(zone, { gate: SENDGRID })).of('DKIM')).toMatchObject({
    outcome: 'UNKNOWN', message: expect.stringContaining(words === 'no DKIM key' ? 'without the selector (tried: s1, s2)' : `${words}`),
    remedy: [{ text: expect.stringContaining('Give the selector') }, {}] });
});

test('an own server, Google and SES have no selectors that are sure', async () => {
  const zone = zoneWith([SPF_OWN], { default: 'v=DKIM1; p=' });
  expect((await check(zone, { gate: OWN })).of('DKIM')).toMatchObject({ outcome: 'UNKNOWN', message: expect.stringContaining('which says nothing of other selectors') });
  expect((await check(zone, { gate: GOOGLE })).of('DKIM').outcome).toBe('UNKNOWN');
  expect((await check(zone, { gate: gateAt('email-smtp.eu-central-1.amazonaws.com') })).of('DKIM').outcome).toBe('UNKNOWN');
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
  expect((await check(zone, { gate: SENDGRID, dkimSelectors: ['s1'] })).of('DMARC')).toMatchObject({ outcome, message: expect.stringContaining(words) });
});

test('whether mail aligns is open where the selector of its key is', async () => {
  expect((await check(zoneWith([], {}), { gate: SENDGRID })).of('DMARC')).toMatchObject({ outcome: 'UNKNOWN' });
});

test.each([
  ['two records', ['v=DMARC1; p=none', 'v=DMARC1; p=reject'], 'one only', '"v=DMARC1; p=none"'], ['a record that cannot be read', ['v=dmarc1; p=none'], 'cannot read', '"v=DMARC1; p=reject; rua=mailto:dmarc@news.example.com"'],
])('%s at a subdomain are not hidden by what stands above', async (_name, TXT, words, told) => {
  const zone = zoneWith([], {}, { ...subdomain('v=DMARC1; p=reject'), '_dmarc.news.example.com': { TXT } });
  const finding = (await check(zone, { domains: ['news.example.com'], gate: SENDGRID })).of('DMARC');
  expect(finding).toMatchObject({ outcome: 'WARNING', message: expect.stringMatching(`${words}.*RFC 7489.*example\\.com.*aligns by DKIM`) });
  expect(commandsOf(finding)).toEqual([`_dmarc.news.example.com. IN TXT ${told}`]);
  const unsigned = (await check(zone, { domains: ['news.example.com'], gate: SENDGRID, dkimSelectors: ['none'] })).of('DMARC');
  expect(unsigned).toMatchObject({ outcome: 'FAILED', message: expect.stringContaining(words) });
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
