import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Api } from '../support/api.js';
import { execute } from '../support/rows.js';
import type { Email } from '../support/sending.js';
import { countOf, emailInput, SEND_MANY, sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { configure, testAccount } from '../support/test-account.js';
import { testToken } from '../support/token.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom({ POSTROOM_SANDBOX: 'off' }); });
afterAll(async () => { await server.stop(); });

interface Page {
  readonly edges: { readonly node: { readonly id: string; readonly recipients: { readonly address: string }[]; readonly attempts: { readonly number: number }[] } }[];
  readonly pageInfo: { readonly startCursor: string | null; readonly endCursor: string | null; readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
  readonly totalCount: number | null;
}
const PAGE = `query($filter: EmailFilter, $first: Int, $after: String, $last: Int, $before: String) {
  emails(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    edges { node { id recipients { address } attempts { number } } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } totalCount
  }
}`;
const page = async (variables: object, api: Api = server.admin) => await api.get<Page>(PAGE, { ...variables });
const idsOf = ({ edges }: Page): string[] => edges.map(({ node }) => node.id);
const found = async (filter: object, api: Api = server.admin): Promise<string[]> => idsOf(await page({ filter }, api));
const READ = 'query($id: ID!) { email(id: $id) { id } }';

test('pages follow one another from the newest to the oldest and back, each email with its own recipients', async () => {
  const sendings: Email[] = [];
  for (const at of [0, 1, 2, 3, 4]) sendings.push(await sent(server.admin, { batch: 'pages', to: [`r${at}@b.example`] }));
  const newestFirst = sendings.map(({ id }) => id).toReversed();
  const first = await page({ filter: { batch: 'pages' }, first: 2 });
  expect(idsOf(first)).toEqual(newestFirst.slice(0, 2));
  expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
  expect(first.edges.map(({ node }) => node.recipients)).toEqual([[{ address: 'r4@b.example' }], [{ address: 'r3@b.example' }]]);
  const rest = await page({ filter: { batch: 'pages' }, first: 3, after: first.pageInfo.endCursor });
  expect(idsOf(rest)).toEqual(newestFirst.slice(2));
  expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  const back = await page({ filter: { batch: 'pages' }, last: 1, before: rest.pageInfo.startCursor });
  expect(idsOf(back)).toEqual(newestFirst.slice(1, 2));
  expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  expect(idsOf(await page({ filter: { batch: 'pages' }, last: 2 }))).toEqual(newestFirst.slice(3));
});

test.each([['first: -1'], ['first: 10000'], ['last: 0'], ['first: 1, last: 1'], ['after: "bm9uc2Vuc2U"'], ['after: "WzFd"'], ['after: "W251bGxd"'], ['before: "W3siJG5lIjoxfV0"']])(
  'a page of %s is a bad request', async (args) => {
    expect(await server.admin.code(`{ emails(${args}) { totalCount } }`)).toBe('BAD_REQUEST');
  });

test('each filter finds what it says, all of them together only what fits all', async () => {
  const accountId = await testAccount(server, 'Filtered');
  const { id, messageId } = await sent(server.admin, {
    to: ['Söldner <JÜRGEN@münchen.example>'], batch: 'filters', area: 'ORDERS', accountId, source: { type: 'ORDER', id: '77' },
  });
  const other = await sent(server.admin, { batch: 'filters' });
  await execute(server, 'update email set diagnosis_id = ? where id = ?', ['relay-denied', id]);
  const batch = 'filters';
  for (const filter of [
    { area: 'ORDERS' }, { accountId }, { recipient: 'jürgen@xn--mnchen-3ya.example' }, { recipient: 'X <jürgen@MÜNCHEN.example>' }, { messageId }, { messageId: `<${messageId}>` },
    { sourceType: 'ORDER' }, { sourceId: '77' }, { diagnosisId: 'relay-denied' }, { sourceType: 'ORDER', sourceId: '77', area: 'ORDERS', status: ['PARKED'] },
  ]) expect([filter, await found({ ...filter, batch })]).toEqual([filter, [id]]);
  for (const filter of [{ status: ['SENT'] }, { status: [] }, { parkedReason: [] }, { area: 'orders' }, { recipient: '%' }, { messageId: '' }, { sourceId: '77', diagnosisId: 'other' }]) {
    expect([filter, await found({ ...filter, batch })]).toEqual([filter, []]);
  }
  expect(await found({ status: ['SENT', 'PARKED'], parkedReason: ['MAIL_OFF', 'NO_ROUTE'], batch })).toEqual([other.id, id]);
});

test('a time of acceptance is in from the moment given, and out before it', async () => {
  const { id } = await sent(server.admin, { batch: 'times' });
  const { acceptedAt } = await server.admin.get<{ acceptedAt: string }>('query($id: ID!) { email(id: $id) { acceptedAt } }', { id });
  expect(await found({ batch: 'times', acceptedFrom: acceptedAt })).toEqual([id]);
  expect(await found({ batch: 'times', acceptedBefore: acceptedAt })).toEqual([]);
});

test('attempts are shown in their order, with the account as it was and the diagnosis', async () => {
  const { id } = await sent(server.admin);
  const diagnosis = JSON.stringify({ id: 'relay-denied', category: 'RELAY', verdict: 'PARK', scope: 'ACCOUNT', cause: 'No relay', remedy: [{ text: 'Allow it', command: null }], link: null });
  for (const number of [2, 1]) {
    await execute(server, `insert into attempt (email_id, number, at, account_id, account_number, account_name, outcome, stage, code, enhanced_code, reply, diagnosis, latency_ms)
      values (?, ?, ?, ?, '7', 'Gone', 'REFUSED', 'RCPT_TO', 454, '4.7.1', 'Relay access denied', ?, 12)`, [id, number, Date.now(), id, number === 2 ? diagnosis : null]);
  }
  const email = await server.admin.get('query($id: ID!) { email(id: $id) { attempts { number at account { number name } outcome stage code enhancedCode reply latencyMs diagnosis { id verdict remedy { text command } } } } }', { id });
  expect(email).toMatchObject({ attempts: [
    { number: 1, account: { number: '7', name: 'Gone' }, stage: 'RCPT_TO', code: 454, reply: 'Relay access denied', diagnosis: null },
    { number: 2, diagnosis: { id: 'relay-denied', verdict: 'PARK', remedy: [{ text: 'Allow it', command: null }] } },
  ] });
});

test('access that is limited to areas shows these only, and no email without an area', async () => {
  const invoices = await sent(server.admin, { area: 'INVOICES', batch: 'reach' });
  const orders = await sent(server.admin, { area: 'ORDERS', batch: 'reach' });
  const none = await sent(server.admin, { batch: 'reach' });
  const { api } = await testToken(server, { rights: { EMAILS: ['access'] }, areas: ['INVOICES'] });
  expect(await found({ batch: 'reach' }, api)).toEqual([invoices.id]);
  expect(await found({ batch: 'reach', area: 'ORDERS' }, api)).toEqual([]);
  expect(await countOf(api, { batch: 'reach' })).toBe(1);
  expect(await api.get(READ, { id: invoices.id })).toEqual({ id: invoices.id });
  for (const { id } of [orders, none]) expect(await api.get(READ, { id })).toBeNull();
  expect(await api.get('{ emailBatch(id: "reach") { counts { status count } } }')).toEqual({ counts: [{ status: 'PARKED', count: 1 }] });
  expect(await found({ batch: 'reach' })).toHaveLength(3);
});

test('a sender without access sees what it sent itself, and nothing else', async () => {
  const { api } = await testToken(server, { rights: { EMAILS: ['add'] } });
  const other = await sent(server.admin, { batch: 'own' });
  const mine = await sent(api, { batch: 'own' });
  expect(await found({ batch: 'own' }, api)).toEqual([mine.id]);
  expect(await api.get(READ, { id: mine.id })).toEqual({ id: mine.id });
  expect(await api.get(READ, { id: other.id })).toBeNull();
});

test('without a right on emails nothing is learnt', async () => {
  const { api } = await testToken(server, { rights: { EMAIL_CONTENT: ['access'], AUDIT: ['access'] } });
  for (const query of ['{ emails { totalCount } }', '{ email(id: "x") { id } }', '{ emailBatch(id: "x") { id } }']) {
    expect(await api.code(query)).toBe('FORBIDDEN');
    expect(await server.anybody.code(query)).toBe('UNAUTHENTICATED');
  }
});

test.each([['no-such-id'], ["' or 1=1 --"], ['{"$ne":null}'], ['\u0000']])('the foreign id %j leads to nothing', async (id) => {
  expect(await server.admin.get(READ, { id })).toBeNull();
  expect(await server.admin.get('query($id: String!) { emailBatch(id: $id) { id } }', { id })).toBeNull();
});

test('a batch is counted by status, and its end is estimated once something is settled', async () => {
  await configure(server, true, await testAccount(server, 'Batch'));
  const sendAt = new Date(Date.now() + 7_200_000).toISOString();
  await server.admin.get(SEND_MANY, { inputs: Array.from({ length: 4 }, () => emailInput({ batch: 'estimate', sendAt })) });
  const read = async () => await server.admin.get<{ counts: { status: string; count: number }[]; acceptedAt: string; estimatedDoneAt: string | null }>(
    '{ emailBatch(id: "estimate") { counts { status count } acceptedAt estimatedDoneAt } }');
  expect(await read()).toMatchObject({ counts: [{ status: 'SCHEDULED', count: 4 }], estimatedDoneAt: null });
  const [oldest] = (await found({ batch: 'estimate' })).toReversed();
  await execute(server, "update email set status = 'SENT', settled_at = accepted_at + 1000 where id = ?", [oldest ?? '']);
  const batch = await read();
  expect(batch.counts.toSorted((a, b) => a.count - b.count)).toEqual([{ status: 'SENT', count: 1 }, { status: 'SCHEDULED', count: 3 }]);
  expect(batch.estimatedDoneAt).toBe(sendAt);
});

test('a total beyond 10,000 is not told', async () => {
  await execute(server, 'create table many (n integer)');
  await execute(server, 'insert into many values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)');
  const { id } = await sent(server.admin, { batch: 'total' });
  const columns = Object.keys((await execute(server, 'select * from email where id = ?', [id]))[0] ?? {});
  const quoted = (column: string): string => `\`${column}\``;
  const digits = ['a', 'b', 'c', 'd'].map((name) => `${name}.n`);
  const concat = (parts: string[]): string => (server.environment['POSTROOM_DATABASE_URL']?.startsWith('sqlite') ? parts.join(' || ') : `concat(${parts.join(', ')})`);
  const values = columns.map((column) => (column === 'id' || column === 'message_id' ? concat(["'total-'", ...digits]) : quoted(column)));
  await execute(server, `insert into email (${columns.map(quoted).join(', ')}) select ${values.join(', ')} from email, many a, many b, many c, many d where id = ?`, [id]);
  expect(await page({ filter: { batch: 'total' }, first: 1 })).toMatchObject({ totalCount: null, pageInfo: { hasNextPage: true } });
  await execute(server, 'delete from email where id = ?', ['total-0000']);
  expect(await page({ filter: { batch: 'total' }, first: 1 })).toMatchObject({ totalCount: 10_000 });
});
