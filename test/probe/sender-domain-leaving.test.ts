import { expect, test } from '@jest/globals';
import { check, commandsOf, gateAt, GOOGLE, KEY, MICROSOFT365, OWN, SENDGRID, zoneWith } from './sender-domain-zones.js';

const SPF_365 = 'v=spf1 include:spf.protection.outlook.com -all';
const KEYS_365 = { selector1: KEY };
const SPF_OWN = 'v=spf1 mx ip4:203.0.113.25 -all';
const SOUND_ALL = ['SPF PASSED', 'DKIM PASSED', 'DMARC PASSED', 'MX PASSED'];

test('without a public address nothing is guessed', async () => {
  const { outcomes } = await check(zoneWith([SPF_OWN], { mail: KEY }), { gate: OWN, publicAddress: null });
  expect(outcomes).toEqual(['SPF UNKNOWN', 'DKIM PASSED', 'DMARC PASSED', 'MX PASSED', 'PTR UNKNOWN']);
});

test('without a public address nor a record none is told: with -all at its end it would stop mail', async () => {
  const finding = (await check(zoneWith([], { mail: KEY }), { gate: OWN, publicAddress: null })).of('SPF');
  expect(finding).toMatchObject({ outcome: 'FAILED', remedy: [{ command: null, text: expect.stringContaining('POSTROOM_PUBLIC_ADDRESS') }] });
});

const DIRECT = ['example-com.mail.protection.outlook.com', 'example-com.a-v1.mx.microsoft'];
const SPF_BOTH = 'v=spf1 include:spf.protection.outlook.com ip4:203.0.113.25 -all';

test.each(DIRECT)('%s is a receiver: it sees the house, whose address SPF and a reverse name have to know', async (server) => {
  const gate = gateAt(server, 25);
  const sound = await check(zoneWith([SPF_BOTH], KEYS_365), { gate });
  expect(sound.outcomes).toEqual([...SOUND_ALL, 'PTR PASSED']);
  expect(sound.of('DKIM').message).toContain('not what the house hands to it');
  const { outcomes, of } = await check(zoneWith([SPF_365], KEYS_365, { '25.113.0.203.in-addr.arpa': {} }), { gate });
  expect(outcomes).toEqual(['SPF FAILED', 'DKIM PASSED', 'DMARC UNKNOWN', 'MX PASSED', 'PTR FAILED']);
  expect(of('SPF').message).toContain('203.0.113.25');
  expect(commandsOf(of('SPF'))).toEqual([`example.com. IN TXT "${SPF_BOTH}"`]);
});

test('also by an alias of it', async () => {
  const { of } = await check(zoneWith([SPF_365], KEYS_365, { 'out.example.com': { CNAME: DIRECT[0] ?? '' } }), { gate: gateAt('out.example.com', 25) });
  expect(of('SPF').outcome).toBe('FAILED');
});

test('what a connector passes on leaves from Microsoft, so that the include is missing too, but not for all mail', async () => {
  const { outcomes, of } = await check(zoneWith(['v=spf1 ip4:203.0.113.25 -all'], {}), { gate: gateAt(DIRECT[0] ?? '', 25) });
  expect(outcomes).toEqual(['SPF WARNING', 'DKIM UNKNOWN', 'DMARC UNKNOWN', 'MX PASSED', 'PTR PASSED']);
  expect(of('SPF').message).toContain('connector');
  expect(commandsOf(of('SPF'))).toEqual(['example.com. IN TXT "v=spf1 ip4:203.0.113.25 include:spf.protection.outlook.com -all"']);
});

test('a receiver sees an address of the house that is not known: that is said, and no record is told', async () => {
  for (const records of [[SPF_365], ['v=spf1 mx -all'], []]) {
    const { of } = await check(zoneWith(records, KEYS_365), { gate: gateAt(DIRECT[0] ?? '', 25), publicAddress: null });
    expect(of('SPF')).toMatchObject({ outcome: records.length === 0 ? 'FAILED' : 'UNKNOWN', remedy: [{ command: null, text: expect.stringContaining('POSTROOM_PUBLIC_ADDRESS') }] });
    expect(of('PTR').outcome).toBe('UNKNOWN');
  }
});

test('Google\'s MX hosts pass nothing on: what they see is all that counts', async () => {
  const { outcomes } = await check(zoneWith([SPF_OWN], { mail: KEY }), { gate: gateAt('aspmx.l.google.com', 25) });
  expect(outcomes).toEqual([...SOUND_ALL, 'PTR PASSED']);
});

const HOSTER = { 'smtp.hoster.test': { A: ['93.184.216.34'] }, '34.216.184.93.in-addr.arpa': { PTR: ['smtp.hoster.test'] } };
const ASK = expect.stringContaining('Ask the provider');

test('through port 25 of a server outside, its own address counts where no other is told', async () => {
  const zone = zoneWith(['v=spf1 ip4:93.184.216.34 -all'], { mail: KEY }, HOSTER);
  expect((await check(zone, { gate: gateAt('smtp.hoster.test', 25), publicAddress: null })).outcomes).toEqual([...SOUND_ALL, 'PTR PASSED']);
});

test.each(['PASSWORD', 'OAUTH2'] as const)('a server outside that is logged on to by %s is somebody else\'s on port 25 too', async (authentication) => {
  const { outcomes, of } = await check(zoneWith([SPF_OWN], { mail: KEY }, HOSTER), { gate: gateAt('smtp.hoster.test', 25, authentication) });
  expect(outcomes).toEqual(['SPF WARNING', 'DKIM PASSED', 'DMARC PASSED', 'MX PASSED']);
  expect(of('SPF')).toMatchObject({ message: expect.stringContaining('93.184.216.34'), remedy: [{ command: null, text: ASK }] });
});

test('a server outside that has the address of the house is the house\'s', async () => {
  const zone = zoneWith([SPF_OWN], { mail: KEY }, { 'smtp.hoster.test': { A: ['203.0.113.25'] } });
  expect((await check(zone, { gate: gateAt('smtp.hoster.test') })).outcomes).toEqual([...SOUND_ALL, 'PTR PASSED']);
});

test('a server whose address cannot be found out is not taken for the house\'s', async () => {
  const { outcomes, of } = await check(zoneWith([SPF_365], { mail: KEY }), { gate: gateAt('gone.hoster.test') });
  expect(outcomes).toEqual(['SPF UNKNOWN', 'DKIM PASSED', 'DMARC PASSED', 'MX PASSED']);
  expect(of('SPF').remedy).toEqual([{ command: null, text: ASK }]);
});

test('another provider\'s server may send from other addresses: that SPF does not name it is no certain fault', async () => {
  const { outcomes, of } = await check(zoneWith(['v=spf1 include:_spf.google.com -all'], {}, HOSTER), { gate: gateAt('smtp.hoster.test') });
  expect(outcomes).toEqual(['SPF WARNING', 'DKIM UNKNOWN', 'DMARC UNKNOWN', 'MX PASSED']);
  expect(of('SPF').message).toContain('ask who runs it');
});

const flat = { '*.example.net': { TXT: ['v=spf1 ip4:192.0.2.7 -all'] } };
const eleven = Array.from({ length: 11 }, (_, at) => `include:s${at}.example.net`).join(' ');
test.each([
  ['without a record', [], 'WARNING', 'no SPF record'], ['that do not name it', ['v=spf1 mx -all'], 'WARNING', '93.184.216.34'],
  ['that let everybody pass', ['v=spf1 +all'], 'WARNING', 'everybody'], ['that say nothing of others', ['v=spf1 ip4:93.184.216.34'], 'WARNING', 'anybody can pretend'],
  ['that cost too much', [`v=spf1 ${eleven} -all`], 'WARNING', 'costs 11'], ['that cannot be read', ['v=spf1 mxx -all'], 'WARNING', 'permerror'],
])('of an unknown provider nothing is guessed for domains %s: ask it', async (_name, records, outcome, words) => {
  const finding = (await check(zoneWith(records, {}, { ...HOSTER, ...flat }), { gate: gateAt('smtp.hoster.test') })).of('SPF');
  expect(finding).toMatchObject({ outcome, message: expect.stringContaining(words) });
  expect(finding.remedy.at(-1)).toEqual({ command: null, text: ASK });
  expect(commandsOf(finding).filter((command) => command !== null)).toEqual([]);
});

test('two records become one, which names nothing of an unknown provider', async () => {
  const finding = (await check(zoneWith(['v=spf1 mx ~all', 'v=spf1 a ~all'], {}, HOSTER), { gate: gateAt('smtp.hoster.test') })).of('SPF');
  expect(finding).toMatchObject({ outcome: 'WARNING', remedy: [{ command: 'example.com. IN TXT "v=spf1 mx a ~all"' }, { command: null, text: ASK }] });
});

test('a record that names the server of an unknown provider passes, as far as that can be seen', async () => {
  const { of } = await check(zoneWith(['v=spf1 ip4:93.184.216.34 -all'], {}, HOSTER), { gate: gateAt('smtp.hoster.test') });
  expect(of('SPF')).toMatchObject({ outcome: 'PASSED', message: expect.stringContaining('only who runs it can say'), remedy: [] });
});

test('nothing of the sandbox leaves the house, so nothing is asked about its server', async () => {
  const gate = { ...gateAt('localhost', 2525, 'NONE'), sandbox: true };
  expect((await check(zoneWith([SPF_365], KEYS_365), { gate })).outcomes).toEqual(['SPF UNKNOWN', 'DKIM UNKNOWN', 'DMARC UNKNOWN', 'MX PASSED']);
});

const OWN_ENVELOPE = [
  ['SendGrid', SENDGRID], ['SendGrid', gateAt('smtp.sendgrid.net')], ['Amazon SES', gateAt('email-smtp.eu-central-1.amazonaws.com')], ['Postmark', gateAt('smtp-broadcasts.postmarkapp.com')],
  ['Brevo', gateAt('smtp-relay.brevo.com')], ['Mailjet', gateAt('in-v3.mailjet.com')], ['SparkPost', gateAt('smtp.eu.sparkpostmail.com')],
] as const;
test.each(OWN_ENVELOPE)('%s has a domain of its own in the envelope: SPF of From is not asked for, and none is told', async (name, gate) => {
  for (const records of [[], ['v=spf1 mx -all'], ['v=spf1 mx']]) {
    expect((await check(zoneWith(records, {}), { gate })).of('SPF')).toMatchObject({ outcome: 'PASSED', message: expect.stringMatching(`^${name} puts a domain of its own.*DMARC rests on DKIM`), remedy: [] });
  }
  const { of } = await check(zoneWith(['v=spf1 mx -all', 'v=spf1 a -all'], {}), { gate });
  expect(of('SPF')).toMatchObject({ outcome: 'WARNING', remedy: [{ command: 'example.com. IN TXT "v=spf1 mx a -all"' }] });
  expect((await check(zoneWith(['v=spf1 +all'], {}), { gate })).of('SPF')).toMatchObject({ outcome: 'WARNING', message: expect.stringContaining('everybody'), remedy: [{ command: null }] });
  expect(of('DMARC').outcome).toBe('UNKNOWN');
});

test('at Mailgun SPF is asked of the domain that is set up there, which only the customer knows', async () => {
  const gate = gateAt('smtp.eu.mailgun.org');
  expect((await check(zoneWith(['v=spf1 include:mailgun.org ~all'], {}), { gate })).of('SPF').outcome).toBe('PASSED');
  for (const records of [['v=spf1 mx -all'], []]) {
    expect((await check(zoneWith(records, {}), { gate })).of('SPF')).toMatchObject({
      outcome: 'UNKNOWN', message: expect.stringContaining('set up at Mailgun'), remedy: [{ command: null, text: expect.stringContaining('Mailgun shows') }] });
  }
});

test('what Zoho has a domain include differs, and is not guessed', async () => {
  const gate = gateAt('smtppro.zoho.eu');
  expect((await check(zoneWith(['v=spf1 include:_spf.google.com ~all'], {}), { gate })).of('SPF')).toMatchObject({ outcome: 'UNKNOWN', remedy: [{ command: null, text: expect.stringContaining('Zoho Mail shows') }] });
  expect((await check(zoneWith([], {}), { gate })).of('SPF')).toMatchObject({ outcome: 'FAILED', remedy: [{ command: null, text: expect.stringContaining('Zoho Mail shows') }] });
});

test.each([
  ['Fastmail', gateAt('smtp.fastmail.com'), { fm1: KEY }, 'spf.messagingengine.com'], ['Google', GOOGLE, { google: KEY }, '_spf.google.com'],
  ['Microsoft 365', MICROSOFT365, KEYS_365, 'spf.protection.outlook.com'],
])('%s is included by its name', async (_name, gate, keys, name) => {
  expect((await check(zoneWith([`v=spf1 include:${name} -all`], keys), { gate })).outcomes).toEqual(SOUND_ALL);
  expect(commandsOf((await check(zoneWith([], keys), { gate })).of('SPF'))).toEqual([`example.com. IN TXT "v=spf1 include:${name} -all"`]);
});
