import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ScriptedServer } from '../probe/scripted-server.js';
import type { AccountTest } from '../support/account-testing.js';
import { accountAt, testAccount } from '../support/account-testing.js';
import type { Api } from '../support/api.js';
import { hire, record } from '../support/people.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' }); });
afterAll(async () => { await server.stop(); });

type Past = AccountTest & { mode: string; emailTestTo: string; server: string; asPosted: boolean; startedByName: string };
interface History { lastTest: Past | null; tests: { edges: { node: Past }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } }

const TEST = '{ id state mode emailTestTo server asPosted startedByName messageId stages { stage outcome reply detail } diagnosis { id cause remedy { text command } } }';
const HISTORY = `query($id: ID!, $first: Int, $after: String) { smtpAccount(id: $id) {
  lastTest ${TEST} tests(first: $first, after: $after) { edges { node ${TEST} } pageInfo { hasNextPage endCursor } } } }`;
const historyOf = async (api: Api, id: string, page: object = {}): Promise<History> => await api.get<History>(HISTORY, { id, ...page });
const MAY_TEST = record('SMTP_ACCOUNTS', 'access modify');
const PASSWORD = 'Tr0ub4dor&3-in-no-history';
const settingsFor = (port: number) => ({ server: '127.0.0.1', port, security: 'NONE', emailFrom: 'erp@example.com', accountName: 'robot', password: PASSWORD });

test('every test is kept with who ran it and all that was seen, the latest first', async () => {
  await using mail = await ScriptedServer.start({ AUTH: ['535 5.7.8 Wrong\r\n', '235 ok\r\n'] });
  const id = await accountAt(server.admin, settingsFor(mail.port));
  expect(await historyOf(server.admin, id)).toEqual({ lastTest: null, tests: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } });
  const { api: helper, name } = await hire(server, 'Tess', [MAY_TEST]);
  const first = await testAccount(helper, id);
  const second = await testAccount(server.admin, id, { settings: { fromName: 'Not posted' }, mode: 'DRY_RUN' });
  const { lastTest, tests } = await historyOf(server.admin, id);
  expect(tests.edges.map(({ node }) => node)).toMatchObject([
    { id: second.test?.id, state: 'PASSED', mode: 'DRY_RUN', asPosted: false, messageId: null, diagnosis: null },
    { id: first.test?.id, state: 'FAILED', mode: 'SEND', asPosted: true, startedByName: name, server: `127.0.0.1:${mail.port}`, emailTestTo: 'me@example.net' },
  ]);
  expect(lastTest).toEqual(tests.edges[0]?.node);
  expect(tests.edges[1]?.node.stages).toMatchObject(first.test?.stages.map(({ stage, outcome, reply, detail }) => ({ stage, outcome, reply, detail })) ?? []);
  expect(tests.edges[1]?.node.diagnosis).toMatchObject({ id: first.test?.diagnosis?.id, remedy: first.test?.diagnosis?.remedy });
  expect(JSON.stringify({ lastTest, tests })).not.toContain(PASSWORD);
});

test('a list of accounts shows the latest test of each', async () => {
  await using mail = await ScriptedServer.start();
  const tested = await accountAt(server.admin, settingsFor(mail.port));
  const untested = await accountAt(server.admin, settingsFor(mail.port));
  await testAccount(server.admin, tested);
  const { test: latest } = await testAccount(server.admin, tested, { mode: 'DRY_RUN' });
  const { edges } = await server.admin.get<{ edges: { node: { id: string; lastTest: { id: string } | null } }[] }>('{ smtpAccounts(first: 200) { edges { node { id lastTest { id } } } } }');
  const lastOf = (wanted: string) => edges.find(({ node }) => node.id === wanted)?.node.lastTest;
  expect(lastOf(tested)).toEqual({ id: latest?.id });
  expect(lastOf(untested)).toBeNull();
});

test('it is read in pages, and anybody who may test sees a test of another by its id once it is over', async () => {
  await using mail = await ScriptedServer.start();
  const id = await accountAt(server.admin, settingsFor(mail.port));
  const ids: (string | undefined)[] = [];
  for (let count = 0; count < 3; count += 1) ids.unshift((await testAccount(server.admin, id, { mode: 'DRY_RUN' })).test?.id);
  const first = await historyOf(server.admin, id, { first: 2 });
  expect(first.tests.pageInfo.hasNextPage).toBe(true);
  const rest = await historyOf(server.admin, id, { first: 2, after: first.tests.pageInfo.endCursor });
  expect([...first.tests.edges, ...rest.tests.edges].map(({ node }) => node.id)).toEqual(ids);
  const { api: helper } = await hire(server, 'Paul', [MAY_TEST]);
  expect(await helper.get('query($id: ID!) { smtpAccountTest(testId: $id) { id state } }', { id: ids[0] })).toEqual({ id: ids[0], state: 'PASSED' });
});

test('with its account it goes', async () => {
  await using mail = await ScriptedServer.start();
  const id = await accountAt(server.admin, settingsFor(mail.port));
  const { test: done } = await testAccount(server.admin, id, { mode: 'DRY_RUN' });
  await server.admin.get('mutation($id: ID!) { eraseSmtpAccount(id: $id, version: 2) { userErrors { code } } }', { id });
  expect(await server.admin.get('query($id: ID!) { smtpAccount(id: $id) { id } }', { id })).toBeNull();
  // The process that ran it remembers it for its starter for a while; nobody else finds it any more.
  const { api: helper } = await hire(server, 'Erin', [MAY_TEST]);
  expect(await helper.get('query($id: ID!) { smtpAccountTest(testId: $id) { id } }', { id: done?.id })).toBeNull();
});

test('without access to accounts nothing of it is shown', async () => {
  const { api: outsider } = await hire(server, 'Otto', [record('EMAILS', 'access modify add erase')]);
  expect(await outsider.code(HISTORY, { id: crypto.randomUUID() })).toBe('FORBIDDEN');
  expect(await outsider.code('query($id: ID!) { smtpAccountTest(testId: $id) { id } }', { id: crypto.randomUUID() })).toBe('FORBIDDEN');
});
