import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Row } from '../domain/diagnosis/evidence.js';
import { exchange } from '../domain/diagnosis/replies/exchange.js';
import { gmail, googleRelay } from '../domain/diagnosis/replies/google.js';
import { mailEnable, sendGrid, ses } from '../domain/diagnosis/replies/hosted.js';
import { microsoft365Relay, microsoft365Submission } from '../domain/diagnosis/replies/microsoft365.js';
import { others, postfix } from '../domain/diagnosis/replies/own-servers.js';
import { ScriptedServer, type Script } from '../probe/scripted-server.js';
import { accountAt } from '../support/account-testing.js';
import type { Api } from '../support/api.js';
import { DnsServer } from '../support/dns-server.js';
import { eventually } from '../support/eventually.js';
import { sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testToken } from '../support/token.js';

/*
 * Every reply that the catalogue quotes, said byte by byte by a server of the provider's own name or banner, through the whole path:
 * in a test of an account, and in a delivery through it. Both must come to what the catalogue says.
 */
interface Group { readonly name: string; readonly rows: readonly Row[]; readonly host?: string; readonly banner?: string }
const GROUPS: readonly Group[] = [
  { name: 'Exchange', rows: exchange, banner: 'EX01.corp.example Microsoft ESMTP MAIL Service ready at Sun, 22 Nov 2026 10:00:00 +0000' },
  { name: 'Microsoft 365 submission', rows: microsoft365Submission, host: 'smtp.office365.com' },
  { name: 'Microsoft 365 relay', rows: microsoft365Relay, host: 'contoso-com.mail.protection.outlook.com' },
  { name: 'Gmail', rows: gmail, host: 'smtp.gmail.com' },
  { name: 'Google relay', rows: googleRelay, host: 'smtp-relay.gmail.com' },
  { name: 'MailEnable', rows: mailEnable, banner: 'mail.example.com ESMTP MailEnable Service, Version: 10' },
  { name: 'SendGrid by SMTP', rows: sendGrid, host: 'smtp.sendgrid.net' },
  { name: 'SES', rows: ses, host: 'email-smtp.eu-west-1.amazonaws.com' },
  { name: 'Postfix', rows: postfix, banner: 'mx.example ESMTP Postfix (Debian)' },
  { name: 'others', rows: others },
];

/** What a test of an account may be started by: each may start twenty a minute. */
const TESTS_EACH = 20;
const AT_ONCE = 10;

let dns: DnsServer;
let server: TestServer;
beforeAll(async () => {
  const here = { A: ['127.0.0.1'] };
  dns = await DnsServer.start(Object.fromEntries(GROUPS.flatMap(({ host }) => (host === undefined ? [] : [[host, here]]))));
  server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*', POSTROOM_DNS_SERVERS: dns.address, POSTROOM_RELAY_PROBE_ADDRESS: 'probe@outside.example' });
  await server.admin.get('mutation { setMailEnabled(enabled: true) { userErrors { code } } }');
});
afterAll(async () => {
  await server?.stop();
  await dns?.[Symbol.asyncDispose]();
});

let started = 0;
let tester: Promise<Api> | null = null;
const nextTester = async (): Promise<Api> => {
  if (started % TESTS_EACH === 0) tester = testToken(server, { rights: { SMTP_ACCOUNTS: ['access', 'modify'] } }).then(({ api }) => api);
  started += 1;
  return await (tester as Promise<Api>);
};

/** As a server writes it (RFC 5321 section 4.2.1): a hyphen after the code of each line but the last, which some quotations leave out. */
const onTheWire = (reply: string): string => {
  const lines = reply.split(/\r?\n/);
  return lines.map((line, at) => `${line.replace(/^(\d{3})[- ]/, at < lines.length - 1 ? '$1-' : '$1 ')}\r\n`).join('');
};
const VERBS: Readonly<Record<string, string>> = { MAIL_FROM: 'MAIL', RCPT_TO: 'RCPT', RELAY: 'RCPT', AFTER_DATA: 'DOT', TLS: 'STARTTLS' };

const scriptFor = ([stage, reply]: Row, banner: string | undefined): Script => {
  const said = onTheWire(reply);
  return {
    ...(banner === undefined ? {} : { GREETING: `220 ${banner}\r\n` }),
    ...(stage === 'TLS' ? { EHLO: '250-scripted\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n' } : {}),
    ...(stage === 'EHLO' ? { HELO: said } : {}),
    [VERBS[stage] ?? stage]: said,
  };
};

type Told = readonly [id: string | undefined, verdict: string | undefined, scope: string | undefined];
interface Diagnosed { diagnosis: { id: string; verdict: string; scope: string } | null }
const told = ({ diagnosis }: Diagnosed): Told => [diagnosis?.id, diagnosis?.verdict, diagnosis?.scope];

const inTest = async (accountId: string): Promise<Told> => told((await (await nextTester()).get<{ test: Diagnosed }>(
  'mutation($id: ID!) { testSmtpAccount(id: $id, input: { emailTestTo: "me@elsewhere.example" }) { test { diagnosis { id verdict scope } } } }', { id: accountId })).test);

const inDelivery = async (accountId: string): Promise<Told> => {
  const { id } = await sent(server.admin, { accountId });
  const attempts = await eventually(
    async () => (await server.admin.get<{ attempts: Diagnosed[] }>('query($id: ID!) { email(id: $id) { attempts { diagnosis { id verdict scope } } } }', { id })).attempts,
    (all) => all.length > 0);
  return told(attempts[0] ?? { diagnosis: null });
};

const compare = async (row: Row, { host, banner }: Group): Promise<object | null> => {
  const [stage, reply, ...expected] = row;
  await using scripted = await ScriptedServer.start(scriptFor(row, banner));
  const accountId = await accountAt(server.admin, {
    server: host ?? '127.0.0.1', port: scripted.port, security: stage === 'TLS' ? 'STARTTLS' : 'NONE', emailFrom: 'erp@company.example', accountName: 'robot', password: 'a password of nobody',
  });
  const seen = { inTest: await inTest(accountId), inDelivery: await inDelivery(accountId) };
  // Who refuses in place of its banner does not say whose server it is, so that the words of all are read in the same order.
  const wanted = stage === 'GREETING' && banner !== undefined ? seen.inTest : expected;
  const same = JSON.stringify(Object.values(seen)) === JSON.stringify([wanted, wanted]);
  return same ? null : { stage, reply, expected, ...seen };
};

test.each(GROUPS.map((group) => [group.name, group] as const))('each reply of %s is told the same in a test and in a delivery', async (_name, group) => {
  const differing: object[] = [];
  // A challenge is no refusal of a password: that of XOAUTH2 is said to a token, in test/api/oauth-token-faults.test.ts.
  const rows = group.rows.filter(([stage, reply]) => stage !== 'PROVIDER_API' && !reply.startsWith('334'));
  expect(rows.length).toBeGreaterThan(5);
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const found = await Promise.all(rows.slice(at, at + AT_ONCE).map(async (row) => await compare(row, group)));
    differing.push(...found.flatMap((one) => one ?? []));
  }
  expect(differing).toEqual([]);
}, 120_000);
