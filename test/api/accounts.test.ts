import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom(); });
afterAll(async () => { await server.stop(); });

interface Payload {
  smtpAccount: { id: string; number: string; name: string; version: number; hasPassword: boolean; settings: Record<string, unknown> | null } | null;
  ref: { id: string; number: string; name: string } | null;
  userErrors: { code: string; path: string[]; message: string; usedBy: { type: string }[] | null }[];
}
const PAYLOAD = '{ smtpAccount { id number name version hasPassword settings { server port emailFrom accountName } } ref { id number name } userErrors { code path message usedBy { type } } }';
const CREATE = `mutation($input: CreateSmtpAccountInput!) { createSmtpAccount(input: $input) ${PAYLOAD} }`;
const POST = `mutation($id: ID!, $settings: SmtpAccountSettingsInput!, $version: Int!) { postSmtpAccountSettings(id: $id, settings: $settings, version: $version) ${PAYLOAD} }`;

const created = async (input: { number?: string; name: string }) => {
  const { smtpAccount } = await server.admin.get<Payload>(CREATE, { input });
  if (smtpAccount === null) throw new Error('Not created');
  return smtpAccount;
};
const SETTINGS = { server: 'mail.example.com', port: 587, emailFrom: 'billing@example.com', accountName: 'billing', password: 'hunter2' };

test('a new account takes the offered number, or one of the user\'s own', async () => {
  const offered = await server.admin.get<string>('{ nextSmtpAccountNumber }');
  expect((await created({ name: 'Takes the offered number' })).number).toBe(offered);
  expect((await created({ number: 'INV-7', name: 'Own number' })).number).toBe('INV-7');
});

test('a number or a name that differs only in case is taken', async () => {
  await created({ number: 'Case-1', name: 'Case' });
  const { smtpAccount, userErrors } = await server.admin.get<Payload>(CREATE, { input: { number: 'CASE-1', name: 'cASE' } });
  expect(smtpAccount).toBeNull();
  expect(userErrors.map(({ code, path }) => ({ code, path }))).toEqual([
    { code: 'NUMBER_TAKEN', path: ['input', 'number'] }, { code: 'NAME_TAKEN', path: ['input', 'name'] },
  ]);
});

test('posted settings are in force, and the password is never shown', async () => {
  const account = await created({ name: 'Posted' });
  const posted = await server.admin.get<Payload>(POST, { id: account.id, settings: SETTINGS, version: account.version });
  expect(posted.userErrors).toEqual([]);
  expect(posted.smtpAccount).toMatchObject({ hasPassword: true, version: 2, settings: { server: 'mail.example.com', port: 587 } });
});

test('a stored password is not kept for a changed server', async () => {
  const account = await created({ name: 'Moved' });
  await server.admin.get<Payload>(POST, { id: account.id, settings: SETTINGS, version: 1 });
  const moved = await server.admin.get<Payload>(POST, { id: account.id, settings: { server: 'evil.example.net' }, version: 2 });
  expect(moved.userErrors).toMatchObject([{ code: 'PASSWORD_REQUIRED', path: ['settings', 'password'] }]);
  const renamed = await server.admin.get<Payload>(POST, { id: account.id, settings: { fromName: 'Billing' }, version: 2 });
  expect(renamed.userErrors).toEqual([]);
});

test('a password stored for a server never becomes the SendGrid key by Use SendGrid alone', async () => {
  const account = await created({ name: 'Ticked' });
  await server.admin.get<Payload>(POST, { id: account.id, settings: SETTINGS, version: 1 });
  const ticked = await server.admin.get<Payload>(POST, { id: account.id, settings: { useSendGrid: true }, version: 2 });
  expect(ticked.userErrors).toMatchObject([{ code: 'PASSWORD_REQUIRED', path: ['settings', 'sendGridApiKey'] }]);
  const typed = await server.admin.get<Payload>(POST, { id: account.id, settings: { useSendGrid: true, password: 'SG.key' }, version: 2 });
  expect(typed).toMatchObject({ userErrors: [], smtpAccount: { hasPassword: true } });
  const renamed = await server.admin.get<Payload>(POST, { id: account.id, settings: { fromName: 'Billing' }, version: 3 });
  expect(renamed).toMatchObject({ userErrors: [], smtpAccount: { hasPassword: true } });
  const back = await server.admin.get<Payload>(POST, { id: account.id, settings: { useSendGrid: false }, version: 4 });
  expect(back.userErrors).toMatchObject([{ code: 'PASSWORD_REQUIRED', path: ['settings', 'password'] }]);
});

test('a stale change is refused and shows the record as it now stands', async () => {
  const account = await created({ name: 'Stale' });
  await server.admin.get<Payload>(POST, { id: account.id, settings: SETTINGS, version: 1 });
  const stale = await server.admin.get<Payload>(POST, { id: account.id, settings: { port: 25 }, version: 1 });
  expect(stale.userErrors).toMatchObject([{ code: 'STALE_VERSION', path: ['version'] }]);
  expect(stale.smtpAccount).toMatchObject({ version: 2, settings: { port: 587 } });
});

test('every faulty setting is reported together, with its path, and nothing is stored', async () => {
  const account = await created({ name: 'Faulty' });
  const settings = { server: 'http://mail.example.com', port: 65536, emailFrom: 'no-domain', password: '••••' };
  const { userErrors } = await server.admin.get<Payload>(POST, { id: account.id, settings, version: 1 });
  expect(userErrors.map(({ path }) => path.join('.'))).toEqual(expect.arrayContaining([
    'settings.server', 'settings.port', 'settings.emailFrom', 'settings.password',
  ]));
  const found = await server.admin.get<{ settings: null; version: number }>('query($id: ID!) { smtpAccount(id: $id) { settings { server } version } }', { id: account.id });
  expect(found).toEqual({ settings: null, version: 1 });
});

test('the default account cannot be erased, and the answer says where it is used', async () => {
  const [sandbox] = (await server.admin.get<{ edges: { node: { id: string; version: number } }[] }>(
    '{ smtpAccounts(filter: { text: "sandbox" }) { edges { node { id version } } } }')).edges;
  const { userErrors } = await server.admin.get<Payload>(
    `mutation($id: ID!, $version: Int!) { eraseSmtpAccount(id: $id, version: $version) ${PAYLOAD} }`, sandbox?.node as never);
  expect(userErrors).toMatchObject([{ code: 'RECORD_IN_USE', usedBy: [{ type: 'Default account' }] }]);
});

test('an erased number is not offered again', async () => {
  const number = await server.admin.get<string>('{ nextSmtpAccountNumber }');
  const account = await created({ name: 'Soon gone' });
  expect(account.number).toBe(number);
  await server.admin.get(`mutation($id: ID!) { eraseSmtpAccount(id: $id, version: 1) ${PAYLOAD} }`, { id: account.id });
  expect(await server.admin.get<string>('{ nextSmtpAccountNumber }')).not.toBe(number);
});

test('a number can be used again and erased again', async () => {
  for (const round of [1, 2]) {
    const account = await created({ number: 'AGAIN', name: `Round ${round}` });
    const { userErrors } = await server.admin.get<Payload>(`mutation($id: ID!) { eraseSmtpAccount(id: $id, version: 1) ${PAYLOAD} }`, { id: account.id });
    expect(userErrors).toEqual([]);
  }
});

test('pages follow one another in natural order, forwards and backwards', async () => {
  for (const number of ['N10', 'N2', 'N1']) await created({ number, name: `Natural ${number}` });
  interface Page { edges: { node: { number: string } }[]; pageInfo: { endCursor: string; startCursor: string; hasNextPage: boolean } }
  const page = async (args: string) => await server.admin.get<Page>(
    `{ smtpAccounts(filter: { text: "natural" }, ${args}) { edges { node { number } } pageInfo { endCursor startCursor hasNextPage } } }`);
  const first = await page('first: 2');
  expect(first.edges.map(({ node }) => node.number)).toEqual(['N1', 'N2']);
  expect(first.pageInfo.hasNextPage).toBe(true);
  const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
  expect(second.edges.map(({ node }) => node.number)).toEqual(['N10']);
  const back = await page(`last: 2, before: "${second.pageInfo.startCursor}"`);
  expect(back.edges.map(({ node }) => node.number)).toEqual(['N1', 'N2']);
});

test.each([['first: -1'], ['first: 10000'], ['last: 0'], ['first: 1, last: 1'], ['after: "bm9uc2Vuc2U"'], ['after: "W3siJG5lIjoxfSwiYSJd"']])(
  'a page of %s is a bad request', async (args) => {
    expect(await server.admin.code(`{ smtpAccounts(${args}) { totalCount } }`)).toBe('BAD_REQUEST');
  });

test('signed out, nothing is learnt', async () => {
  expect(await server.anybody.code('{ smtpAccounts { totalCount } }')).toBe('UNAUTHENTICATED');
  expect(await server.anybody.code(CREATE, { input: { name: 'x' } })).toBe('UNAUTHENTICATED');
});

test('the sandbox takes no server, port or log-on of another: they would look as if they were in force', async () => {
  const { edges } = await server.admin.get<{ edges: { node: { id: string; version: number } }[] }>('{ smtpAccounts(filter: { text: "sandbox" }) { edges { node { id version } } } }');
  const sandbox = edges[0]?.node;
  const settings = { server: 'smtp.example.com', port: 25, accountName: 'u', password: 'wrong1234', useSendGrid: true, fromName: 'Trial' };
  const posted = await server.admin.get<Payload>(POST, { ...sandbox, settings });
  expect(posted.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
    'INVALID settings.server', 'INVALID settings.port', 'INVALID settings.accountName', 'INVALID settings.password', 'INVALID settings.useSendGrid',
  ]);
  const tested = await server.admin.get<{ test: null; userErrors: { path: string[] }[] }>(
    'mutation($id: ID!, $settings: SmtpAccountSettingsInput) { testSmtpAccount(id: $id, input: { emailTestTo: "x@y.example", settings: $settings }) { test { id } userErrors { path } } }',
    { id: sandbox?.id, settings: { server: 'nope.invalid' } });
  expect(tested).toEqual({ test: null, userErrors: [{ path: ['input', 'settings', 'server'] }] });
  expect((await server.admin.get<Payload>(POST, { ...sandbox, settings: { fromName: 'Trial', server: '127.0.0.1' } })).userErrors).toEqual([]);
});
