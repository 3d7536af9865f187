import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accountAt } from '../support/account-testing.js';
import type { Api } from '../support/api.js';
import { DnsServer } from '../support/dns-server.js';
import { hire, record } from '../support/people.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

interface Proposal { server: string; port: number; security: string; authentication: string; accountName: string | null; presetId: string | null; source: string; explanation: string }
interface Discovery {
  domain: string | null; proposals: Proposal[]; sources: { source: string; outcome: string; message: string }[]; userErrors: { code: string; path: string[]; message: string }[];
}

const DISCOVER = `query($text: String!) { discoverSmtpSettings(addressOrDomain: $text) {
  domain proposals { server port security authentication oauthProvider accountName presetId source explanation } sources { source outcome message } userErrors { code path message } } }`;
const PRESETS = '{ smtpProviderPresets { id server ports { port security } authentications accountName accountNameHint link relayingPlatform useSendGrid } }';

let dns: DnsServer;
let server: TestServer;
beforeAll(async () => {
  dns = await DnsServer.start({
    '_submissions._tcp.company.example': { SRV: [[0, 1, 465, 'mail.company.example']] },
    'company.example': { MX: [[10, 'company-example.mail.protection.outlook.com']], A: ['10.0.0.7'] },
    'autoconfig.company.example': { A: ['127.0.0.1'] },
  });
  server = await startPostroom({ POSTROOM_DNS_SERVERS: dns.address });
});
afterAll(async () => {
  await server.stop();
  await dns[Symbol.asyncDispose]();
});

const discover = async (api: Api, text: string): Promise<Discovery> => await api.get<Discovery>(DISCOVER, { text });

test('settings are proposed in order of trust, and only the domain was asked for', async () => {
  const found = await discover(server.admin, 'secret.name@Company.example');
  expect(found).toMatchObject({
    domain: 'company.example', userErrors: [],
    proposals: [
      { source: 'SRV', server: 'mail.company.example', port: 465, security: 'TLS', authentication: 'PASSWORD', accountName: 'secret.name@Company.example', presetId: null },
      { source: 'MX', server: 'smtp.office365.com', port: 587, security: 'STARTTLS', authentication: 'OAUTH2', oauthProvider: 'MICROSOFT', presetId: 'microsoft365-submission' },
      { source: 'MX', server: 'company-example.mail.protection.outlook.com', port: 25, security: 'STARTTLS', authentication: 'NONE', accountName: null, presetId: 'microsoft365-relay' },
    ],
  });
  for (const { explanation } of found.proposals) expect(explanation).toContain('company.example');
  expect(dns.asked.join()).not.toContain('secret');
});

test('places that fail or are refused are told, and spoil nothing', async () => {
  const { sources } = await discover(server.admin, 'company.example');
  expect(sources.map(({ source, outcome }) => `${source} ${outcome}`)).toEqual([
    'PRESET NOTHING', 'WELL_KNOWN NOTHING', 'SRV FOUND', 'MX FOUND', 'AUTOCONFIG FAILED', 'AUTOCONFIG FAILED', 'AUTOCONFIG NOTHING',
  ]);
  const said = sources.filter(({ source }) => source === 'AUTOCONFIG').map(({ message }) => message);
  expect(said[0]).toContain('127.0.0.1 is a loopback address');
  expect(said[1]).toContain('10.0.0.7 is not an address of the internet');
});

test('an own domain of a provider needs nobody outside', async () => {
  const { proposals } = await discover(server.admin, 'me@gmail.com');
  expect(proposals[0]).toMatchObject({ source: 'PRESET', server: 'smtp.gmail.com', port: 465, security: 'TLS', accountName: 'me@gmail.com', presetId: 'gmail', explanation: expect.stringContaining('WELL_KNOWN says the same.') });
});

test('a proposal can be posted as it stands', async () => {
  const [proposal] = (await discover(server.admin, 'erp@company.example')).proposals;
  const { server: host, port, security, authentication, accountName } = proposal ?? {};
  expect(await accountAt(server.admin, { server: host, port, security, authentication, accountName, password: 'a password', emailFrom: 'erp@company.example' })).not.toBe('');
});

test.each(['', 'localhost', '127.0.0.1', 'erp@[127.0.0.1]', 'company.example\r\n', `${'a'.repeat(300)}.example`, 'https://company.example/'])('%j is a fault of the input, and nobody is asked', async (text) => {
  const before = dns.asked.length;
  expect(await discover(server.admin, text)).toMatchObject({ domain: null, proposals: [], sources: [], userErrors: [{ code: 'INVALID', path: ['addressOrDomain'] }] });
  expect(dns.asked).toHaveLength(before);
});

test('a look-up is in the audit, with the domain and how far it goes, and not the address', async () => {
  await discover(server.admin, 'secret.name@company.example');
  const { edges } = await server.admin.get<{ edges: { node: unknown }[] }>(
    '{ auditEvents(filter: { action: SETTINGS_LOOKED_UP }, first: 1) { edges { node { actorName subject subjectId subjectName changes { field after } } } } }');
  expect(edges).toMatchObject([{ node: { subject: 'SMTP_ACCOUNT', subjectId: null, subjectName: 'company.example', changes: [{ field: 'reach', after: 'on' }] } }]);
  expect(JSON.stringify(edges)).not.toContain('secret');
});

test('presets are data for a form', async () => {
  const presets = await server.admin.get<{ id: string }[]>(PRESETS);
  expect(presets.find(({ id }) => id === 'sendgrid-smtp')).toMatchObject({
    server: 'smtp.sendgrid.net', ports: [{ port: 587, security: 'STARTTLS' }, { port: 2525 }, { port: 25 }, { port: 465, security: 'TLS' }], authentications: ['PASSWORD'], accountName: 'apikey',
    accountNameHint: 'the literal word apikey', relayingPlatform: 'SENDGRID', useSendGrid: false,
  });
});

test('who may neither change nor add accounts looks up nothing, and signed out one learns nothing', async () => {
  const before = dns.asked.length;
  const seeing = await hire(server, 'Only Seeing', [record('SMTP_ACCOUNTS', 'access')]);
  expect(await seeing.api.code(DISCOVER, { text: 'company.example' })).toBe('FORBIDDEN');
  expect(await seeing.api.code(PRESETS)).toBeNull();
  const sender = await hire(server, 'Only Sending', [record('EMAILS', 'add')]);
  expect(await sender.api.code(DISCOVER, { text: 'company.example' })).toBe('FORBIDDEN');
  expect(await sender.api.code(PRESETS)).toBe('FORBIDDEN');
  expect(await server.anybody.code(DISCOVER, { text: 'company.example' })).toBe('UNAUTHENTICATED');
  expect(await server.anybody.code(PRESETS)).toBe('UNAUTHENTICATED');
  expect(dns.asked).toHaveLength(before);
});

test('look-ups and tests of one caller are counted together, aliases too', async () => {
  const adding = await hire(server, 'Only Adding', [record('SMTP_ACCOUNTS', 'access modify add')]);
  const id = await accountAt(adding.api, null);
  const lookUps = Array.from({ length: 20 }, (_, at) => `a${at}: discoverSmtpSettings(addressOrDomain: "company.example") { domain }`);
  const { errors } = await adding.api.ask(`{ ${lookUps.join(' ')} }`);
  expect(errors ?? []).toEqual([]);
  expect(await adding.api.code(DISCOVER, { text: 'company.example' })).toBe('RATE_LIMITED');
  const input = '{ emailTestTo: "a@b.example", mode: DRY_RUN, settings: { server: "127.0.0.1", port: 25, emailFrom: "a@b.example" } }';
  expect(await adding.api.code(`mutation { testSmtpAccount(id: "${id}", input: ${input}) { test { id } } }`)).toBe('RATE_LIMITED');
});
