import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dkimRecord, PROVIDERS, SOUND } from '../probe/sender-domain-zones.js';
import { accountAt, testAccount as runTest, way } from '../support/account-testing.js';
import { CompanyServer } from '../support/company-server.js';
import { settled } from '../support/delivered.js';
import { DnsServer } from '../support/dns-server.js';
import { hire, record } from '../support/people.js';
import { sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testAccount } from '../support/test-account.js';

const MX = [[10, 'mx.example.com']] as const;
const KEY = dkimRecord();

let dns: DnsServer;
let company: CompanyServer;
let server: TestServer;
beforeAll(async () => {
  dns = await DnsServer.start({
    ...PROVIDERS, ...SOUND, 'example.com': { MX, TXT: ['v=spf1 include:spf.protection.outlook.com -all'] }, 'selector1._domainkey.example.com': { TXT: [KEY] },
    'shop.example.com': { MX, TXT: ['v=spf1 ip4:192.0.2.1 -all'] }, 'own.example.com': { MX, TXT: ['v=spf1 ip4:203.0.113.25 -all'] }, 'erp._domainkey.own.example.com': { TXT: [KEY] },
    'silent.example.org': { fails: 'SERVFAIL' }, '_dmarc.silent.example.org': { fails: 'SERVFAIL' },
    'company.inside.test': { A: ['127.0.0.1'] }, 'metadata.inside.test': { A: ['169.254.169.254'] },
    'smtp.hoster.test': { A: ['93.184.216.34'] },
  });
  company = await CompanyServer.start();
  server = await startPostroom({ POSTROOM_DNS_SERVERS: dns.address, POSTROOM_PUBLIC_ADDRESS: '203.0.113.25', POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' });
});
afterAll(async () => {
  await server.stop();
  await company.stop();
  await dns[Symbol.asyncDispose]();
});

interface Check { domain: string; checkedAt: string; lookups: number; findings: { check: string; outcome: string; record: string | null; message: string; remedy: { text: string; command: string | null }[] }[] }
const CHECKS = `query($accountId: ID!, $settings: SmtpAccountSettingsInput, $dkimSelectors: [String!]) {
  senderDomainChecks(accountId: $accountId, settings: $settings, dkimSelectors: $dkimSelectors) {
    domain checkedAt lookups findings { check outcome record message remedy { text command } } } }`;
const M365 = { server: 'smtp.office365.com', port: 587, emailFrom: 'billing@example.com', authentication: 'NONE' };
const checksOf = async (accountId: string, more: object = {}): Promise<Check[]> => await server.admin.get<Check[]>(CHECKS, { accountId, ...more });
const outcomes = (check: Check | undefined): string[] => (check?.findings ?? []).map((one) => `${one.check} ${one.outcome}`);

test('each distinct domain that mail may be from is checked once, and the record to publish is filled in', async () => {
  const id = await accountAt(server.admin, { ...M365, allowedFrom: ['shop@shop.example.com', 'orders@SHOP.example.com', 'example.com'] });
  const [own, shop, ...none] = await checksOf(id);
  expect(none).toEqual([]);
  expect(own?.domain).toBe('example.com');
  expect(outcomes(own)).toEqual(['SPF PASSED', 'DKIM PASSED', 'DMARC PASSED', 'MX PASSED']);
  expect(own?.lookups).toBeGreaterThan(5);
  expect(shop?.domain).toBe('shop.example.com');
  expect(shop?.findings[0]).toMatchObject({
    check: 'SPF', outcome: 'FAILED', record: 'v=spf1 ip4:192.0.2.1 -all',
    remedy: [{ command: 'shop.example.com. IN TXT "v=spf1 ip4:192.0.2.1 include:spf.protection.outlook.com -all"' }],
  });
});

test('settings that are not posted are checked, need no secret, and are not stored', async () => {
  const id = await accountAt(server.admin, null);
  const settings = { server: '10.0.0.25', port: 25, emailFrom: 'erp@own.example.com', accountName: 'erp' };
  expect(outcomes((await checksOf(id, { settings, dkimSelectors: ['erp'] }))[0])).toEqual(['SPF PASSED', 'DKIM PASSED', 'DMARC PASSED', 'MX PASSED', 'PTR PASSED']);
  expect(await server.admin.get('query($id: ID!) { smtpAccount(id: $id) { settings { server } } }', { id })).toEqual({ settings: null });
});

test('a server outside that is logged on to is another provider\'s, also on port 25', async () => {
  const id = await accountAt(server.admin, null);
  const settings = { server: 'smtp.hoster.test', port: 25, emailFrom: 'erp@own.example.com' };
  const selectors = { dkimSelectors: ['erp'] };
  expect(outcomes((await checksOf(id, { settings, ...selectors }))[0])).toEqual(['SPF PASSED', 'DKIM PASSED', 'DMARC PASSED', 'MX PASSED', 'PTR PASSED']);
  const [loggedOn] = await checksOf(id, { settings: { ...settings, accountName: 'erp' }, ...selectors });
  expect(outcomes(loggedOn)).toEqual(['SPF WARNING', 'DKIM PASSED', 'DMARC PASSED', 'MX PASSED']);
});

test('a DNS server that fails makes nothing FAILED', async () => {
  const id = await accountAt(server.admin, { ...M365, emailFrom: 'a@silent.example.org' });
  const [check] = await checksOf(id);
  expect(check?.findings.filter(({ outcome }) => outcome === 'FAILED')).toEqual([]);
  expect(outcomes(check)).toEqual(expect.arrayContaining(['SPF UNKNOWN', 'DMARC UNKNOWN', 'MX UNKNOWN']));
});

test('a check is audited, with the server and the selectors that are asked about, and no secret', async () => {
  const id = await accountAt(server.admin, M365);
  const audited = async (): Promise<unknown> => (await server.admin.get<{ edges: { node: unknown }[] }>(
    'query($id: String!) { auditEvents(filter: { subjectId: $id }, first: 1) { edges { node { action changes { field after } } } } }', { id })).edges[0]?.node;
  await checksOf(id);
  expect(await audited()).toEqual({ action: 'TESTED', changes: [{ field: 'senderDomains', after: 'example.com' }, { field: 'server', after: 'smtp.office365.com:587' }] });
  await checksOf(id, { settings: { server: 'smtp.hoster.test', port: 465, security: 'TLS', authentication: 'PASSWORD', accountName: 'erp', password: 'hidden away' }, dkimSelectors: ['erp', 'crm'] });
  const event = await audited();
  expect(event).toMatchObject({ changes: [{ field: 'senderDomains' }, { field: 'server', after: 'smtp.hoster.test:465' }, { field: 'dkimSelectors', after: 'erp, crm' }] });
  expect(JSON.stringify(event)).not.toContain('hidden away');
});

test('one check looks at 10 domains, says of the others that it does not, and counts each that it looks at', async () => {
  const { api } = await hire(server, 'Owner of many', [record('SMTP_ACCOUNTS', 'access modify')]);
  const others = Array.from({ length: 11 }, (_, at) => `d${at}.many.example`);
  const id = await accountAt(server.admin, { ...M365, allowedFrom: others });
  const checks = await api.get<Check[]>(CHECKS, { accountId: id });
  expect(checks.map(({ domain }) => domain)).toEqual(['example.com', ...others]);
  expect(checks.slice(0, 10).every(({ lookups }) => lookups > 0)).toBe(true);
  for (const left of checks.slice(10)) {
    expect(left).toMatchObject({ lookups: 0, findings: Array.from({ length: 4 }, () => ({ outcome: 'UNKNOWN', message: expect.stringContaining('Not checked: one check looks at 10 domains'), remedy: [] })) });
  }
  expect(dns.asked.join()).not.toContain('d9.many.example');
  expect((await api.get<Check[]>(CHECKS, { accountId: id, settings: { allowedFrom: others.slice(9) } })).map(({ domain, lookups }) => [domain, lookups > 0]))
    .toEqual([['example.com', true], ['d9.many.example', true], ['d10.many.example', true]]);
  expect(await api.code(CHECKS, { accountId: id })).toBe('RATE_LIMITED');
  expect(await api.code(CHECKS, { accountId: id, settings: { allowedFrom: others.slice(0, 6) } })).toBeNull();
  expect(await api.code(CHECKS, { accountId: id, settings: { allowedFrom: [] } })).toBe('RATE_LIMITED');
});

test.each([
  ['no account', '00000000-0000-7000-8000-000000000000', {}], ['a From that is none', null, { settings: { emailFrom: 'nobody' } }],
  ['a selector that is none', null, { dkimSelectors: ['selector1._domainkey.example.com/'] }], ['too many selectors', null, { dkimSelectors: Array.from({ length: 11 }, (_, at) => `s${at}`) }],
])('%s is a bad request, and nothing is asked of DNS', async (_name, accountId, more) => {
  const id = accountId ?? await accountAt(server.admin, M365);
  const before = dns.asked.length;
  expect(await server.admin.code(CHECKS, { accountId: id, ...more })).toBe('BAD_REQUEST');
  expect(dns.asked).toHaveLength(before);
});

test('without modify nobody checks, and checks are counted with tests', async () => {
  const id = await accountAt(server.admin, M365);
  expect(await server.anybody.code(CHECKS, { accountId: id })).toBe('UNAUTHENTICATED');
  expect(await (await hire(server, 'Looker', [record('SMTP_ACCOUNTS', 'access')])).api.code(CHECKS, { accountId: id })).toBe('FORBIDDEN');
  const { api } = await hire(server, 'Tester', [record('SMTP_ACCOUNTS', 'access modify')]);
  const settings = { server: 'metadata.inside.test', port: 25 };
  for (let at = 0; at < 19; at += 1) await runTest(api, id, { settings, mode: 'DRY_RUN' });
  expect(await api.code(CHECKS, { accountId: id })).toBeNull();
  expect(await api.code(CHECKS, { accountId: id })).toBe('RATE_LIMITED');
});

test('an account whose server only the DNS servers that are set know is tested, and delivers', async () => {
  const accountId = await testAccount(server, 'By name', { ...company.settings, server: 'company.inside.test', security: 'NONE' });
  const { test: done } = await runTest(server.admin, accountId, { mode: 'DRY_RUN' });
  expect(done?.state).toBe('PASSED');
  expect(done?.stages[0]).toMatchObject({ stage: 'DNS', detail: '127.0.0.1; MX of example.com: mx.example.com' });
  const { id } = await sent(server.admin, { accountId });
  await settled(server.admin, id, 'SENT');
});

test('neither connects to a forbidden address that such a name leads to', async () => {
  const accountId = await testAccount(server, 'Forbidden', { ...company.settings, server: 'metadata.inside.test', port: 25 });
  expect(way((await runTest(server.admin, accountId, { mode: 'DRY_RUN' })).test)).toBe('!DNS');
  const { id } = await sent(server.admin, { accountId });
  const email = await settled(server.admin, id, 'PARKED');
  expect(email.diagnosisId).toBe('ADDRESS_NOT_ALLOWED');
});
