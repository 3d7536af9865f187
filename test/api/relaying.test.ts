import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ScriptedServer, type Script } from '../probe/scripted-server.js';
import { accountAt } from '../support/account-testing.js';
import { eventually } from '../support/eventually.js';
import { hire, record } from '../support/people.js';
import { sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*', POSTROOM_EHLO_NAME: 'desk.example.com', POSTROOM_PUBLIC_ADDRESS: '203.0.113.77' });
  await server.admin.get('mutation { setMailEnabled(enabled: true) { userErrors { code } } }');
});
afterAll(async () => { await server.stop(); });

interface Diagnosed { id: string; verdict: string; scope: string; cause: string; remedy: { text: string; command: string | null }[]; guide: string | null; queuedMail: string; catalogued: boolean }
const DIAGNOSIS = '{ id verdict scope cause remedy { text command } guide queuedMail catalogued }';
const settingsFor = (port: number) => ({ server: '127.0.0.1', port, security: 'NONE', emailFrom: 'erp@company.example' });

const tested = async (id: string): Promise<Diagnosed | null> => (await server.admin.get<{ test: { diagnosis: Diagnosed | null } }>(
  `mutation($id: ID!) { testSmtpAccount(id: $id, input: { emailTestTo: "me@elsewhere.example" }) { test { diagnosis ${DIAGNOSIS} } } }`, { id })).test.diagnosis;

/** The diagnosis of an email's first try by the account. */
const tried = async (accountId: string): Promise<Diagnosed | null> => {
  const { id } = await sent(server.admin, { accountId });
  const attempts = await eventually(
    async () => (await server.admin.get<{ attempts: { diagnosis: Diagnosed | null }[] }>(`query($id: ID!) { email(id: $id) { attempts { diagnosis ${DIAGNOSIS} } } }`, { id })).attempts,
    (all) => all.length > 0);
  return attempts[0]?.diagnosis ?? null;
};

const EXCHANGE: Script = { RCPT: '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain\r\n' };

test('a refusal to relay leads to the page of the guide, with this house\'s own address, in a test and in delivery alike', async () => {
  await using exchange = await ScriptedServer.start(EXCHANGE);
  const id = await accountAt(server.admin, settingsFor(exchange.port));
  const [inTest, inDelivery] = [await tested(id), await tried(id)];
  expect(inTest).toMatchObject({ id: 'RELAY_DENIED', verdict: 'PARK', scope: 'ACCOUNT', guide: 'EXCHANGE', catalogued: true });
  expect(inTest?.queuedMail).toContain('The account is paused and its emails wait');
  expect(inTest?.remedy.map(({ command }) => command).join('\n')).toContain('-RemoteIpRanges 203.0.113.77');
  expect(inDelivery).toEqual(inTest);
});

test('the address by which the server greets us goes before the one that is set', async () => {
  await using exchange = await ScriptedServer.start({ ...EXCHANGE, EHLO: '250-EX01.company.example Hello [10.9.8.7]\r\n250 SIZE\r\n' });
  const id = await accountAt(server.admin, settingsFor(exchange.port));
  expect((await tested(id))?.remedy.map(({ command }) => command).join('\n')).toContain('-RemoteIpRanges 10.9.8.7');
});

test('the guide is filled in for an account', async () => {
  const id = await accountAt(server.admin, { ...settingsFor(25), server: 'exchange.company.example', accountName: 'erp', password: 'secret-of-exchange', security: 'OPPORTUNISTIC' });
  const QUERY = 'query($id: ID) { relayingGuide(platform: EXCHANGE, accountId: $id) { platform title sections { title steps { text command } } diagnosisIds link } }';
  const filled = await server.admin.get<object>(QUERY, { id });
  expect(JSON.stringify(filled)).toContain('Add-ADPermission \\"erp@company.example\\" -User \\"erp\\"');
  expect(JSON.stringify(filled)).toContain('exchange.company.example:587');
  expect(JSON.stringify(filled)).not.toContain('secret-of-exchange');
  const open = await server.admin.get<object>(QUERY, { id: null });
  expect(JSON.stringify(open)).toContain('-RemoteIpRanges 203.0.113.77');
  expect(JSON.stringify(open)).toContain('Add-ADPermission \\"<FROM>\\"');
  expect(await server.admin.get(QUERY, { id: crypto.randomUUID() })).toBeNull();
  expect(await server.admin.get<unknown[]>('{ relayingGuides { platform title } }')).toHaveLength(8);
});

test('words that nobody has catalogued are judged by their code, and counted from tests and deliveries without what differs', async () => {
  await using odd = await ScriptedServer.start({ RCPT: '550 5.9.9 <me@elsewhere.example>: computer says no, ticket 4f00ba7-12\r\n' });
  const id = await accountAt(server.admin, settingsFor(odd.port));
  expect(await tested(id)).toMatchObject({ id: 'RECIPIENT_REFUSED', catalogued: false, guide: null });
  expect(await tried(id)).toMatchObject({ id: 'RECIPIENT_REFUSED', catalogued: false });
  const { edges } = await server.admin.get<{ edges: { node: { words: string; stage: string; count: number } }[] }>('{ unknownReplies { edges { node { stage provider words count firstAt lastAt } } } }');
  expect(edges.map(({ node }) => node)).toMatchObject([{ stage: 'RCPT_TO', provider: 'UNKNOWN', words: '550 5.9.9 <…>: computer says no, ticket [id]', count: 2 }]);
});

test('without access to accounts none of it is shown', async () => {
  const { api } = await hire(server, 'Otto', [record('EMAILS', 'access modify add erase'), record('SMTP_CONFIGURATION', 'access modify')]);
  for (const query of ['{ relayingGuide(platform: SES) { title } }', '{ relayingGuides { title } }', '{ unknownReplies { totalCount } }']) {
    expect(await api.code(query)).toBe('FORBIDDEN');
  }
});
