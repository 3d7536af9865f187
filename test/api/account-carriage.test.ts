import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { hire, record } from '../support/people.js';
import { testAccount } from '../support/test-account.js';
import { NOBODY } from '../support/operation-call.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom(); });
afterAll(async () => await server.stop());

interface Payload { readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[] }
const FIELDS = 'connectionsMax messagesPerMinute messagesPerHour messagesPerDay quotaGroupId fallbackAccountId retryShortestSeconds retryLongestSeconds giveUpAfterHours';
const account = async (id: string) => await server.admin.get<{ version: number; settings: Record<string, unknown>; fallback: { number: string } | null; quotaGroup: { name: string } | null; usedBy: { type: string; id: string }[] }>(
  `query($id: ID!) { smtpAccount(id: $id) { version settings { ${FIELDS} } fallback { number } quotaGroup { name } usedBy { type id } } }`, { id });
const post = async (id: string, settings: object) => {
  const { version } = await account(id);
  const { userErrors } = await server.admin.get<Payload>(
    'mutation($id: ID!, $settings: SmtpAccountSettingsInput!, $version: Int!) { postSmtpAccountSettings(id: $id, settings: $settings, version: $version) { userErrors { code path } } }',
    { id, settings, version });
  return userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
};
const group = async (input: object) => await server.admin.get<Payload & { quotaGroup: { id: string; version: number } | null }>(
  'mutation($input: QuotaGroupInput!) { createQuotaGroup(input: $input) { quotaGroup { id version } userErrors { code path } } }', { input });
const erase = async (id: string) => {
  const { version } = await account(id);
  return await server.admin.get<{ userErrors: { code: string; usedBy: { type: string }[] }[] }>(
    'mutation($id: ID!, $version: Int!) { eraseSmtpAccount(id: $id, version: $version) { userErrors { code usedBy { type } } } }', { id, version });
};

test('limits and retry settings are posted like the others: left out keeps, null clears', async () => {
  const id = await testAccount(server, 'Limited', { messagesPerMinute: 30, messagesPerDay: 10_000, connectionsMax: 3, retryShortestSeconds: 5, giveUpAfterHours: 12 });
  expect(await post(id, { messagesPerDay: null, retryLongestSeconds: 600 })).toEqual([]);
  expect((await account(id)).settings).toEqual({
    connectionsMax: 3, messagesPerMinute: 30, messagesPerHour: null, messagesPerDay: null, quotaGroupId: null, fallbackAccountId: null,
    retryShortestSeconds: 5, retryLongestSeconds: 600, giveUpAfterHours: 12,
  });
});

test('every fault of them is named with its path, and nothing is stored', async () => {
  const id = await testAccount(server, 'Faulty');
  const before = await account(id);
  expect(await post(id, { connectionsMax: 0, messagesPerHour: -1, retryShortestSeconds: 100, retryLongestSeconds: 50, quotaGroupId: NOBODY, fallbackAccountId: NOBODY })).toEqual([
    'INVALID settings.connectionsMax', 'INVALID settings.messagesPerHour', 'INVALID settings.retryLongestSeconds', 'NOT_FOUND settings.fallbackAccountId', 'NOT_FOUND settings.quotaGroupId',
  ]);
  expect(await account(id)).toEqual(before);
});

test('a fallback is another account that leads into no circle, and cannot be erased while it is one', async () => {
  const [one, two, three] = [await testAccount(server, 'One'), await testAccount(server, 'Two'), await testAccount(server, 'Three')];
  const sandbox = await server.admin.get<{ id: string }>('{ smtpAccountByNumber(number: "1") { id } }');
  expect(await post(one, { fallbackAccountId: one })).toEqual(['INVALID settings.fallbackAccountId']);
  expect(await post(one, { fallbackAccountId: sandbox.id })).toEqual(['INVALID settings.fallbackAccountId']);
  expect([await post(one, { fallbackAccountId: two }), await post(two, { fallbackAccountId: three })]).toEqual([[], []]);
  expect(await post(three, { fallbackAccountId: one })).toEqual(['INVALID settings.fallbackAccountId']);
  expect((await account(one)).fallback).toMatchObject({ number: expect.any(String) });
  expect((await account(two)).usedBy).toEqual([{ type: 'Fallback', id: one }]);
  expect((await erase(two)).userErrors).toEqual([{ code: 'RECORD_IN_USE', usedBy: [{ type: 'Fallback' }] }]);
  expect(await post(one, { fallbackAccountId: null })).toEqual([]);
  expect((await erase(two)).userErrors).toEqual([]);
});

test('of two posts at once that would close a circle together one is refused', async () => {
  const [left, right] = [await testAccount(server, 'Left'), await testAccount(server, 'Right')];
  const faults = await Promise.all([post(left, { fallbackAccountId: right }), post(right, { fallbackAccountId: left })]);
  expect(faults.flat()).toEqual(['INVALID settings.fallbackAccountId']);
});

test('a quota group is made, changed, listed with its accounts, and erased when no account names it any more', async () => {
  const { quotaGroup } = await group({ name: 'Tenant', messagesPerMinute: 30 });
  const id = quotaGroup?.id ?? '';
  const sharing = await testAccount(server, 'Sharing', { quotaGroupId: id });
  const update = async (input: object, version: number) => (await server.admin.get<Payload>(
    'mutation($id: ID!, $input: QuotaGroupInput!, $version: Int!) { updateQuotaGroup(id: $id, input: $input, version: $version) { userErrors { code path } } }', { id, input, version })).userErrors;
  expect(await update({ name: 'Tenant', messagesPerDay: 10_000, messagesPerMinute: null }, 1)).toEqual([]);
  expect(await update({ name: 'Tenant' }, 1)).toMatchObject([{ code: 'STALE_VERSION', path: ['version'] }]);
  expect(await server.admin.get('{ quotaGroups { name messagesPerMinute messagesPerDay accounts { id } version } }')).toEqual(
    [{ name: 'Tenant', messagesPerMinute: null, messagesPerDay: 10_000, accounts: [{ id: sharing }], version: 2 }]);
  expect((await account(sharing)).quotaGroup).toEqual({ name: 'Tenant' });
  const eraseGroup = async () => (await server.admin.get<{ userErrors: object[] }>(
    'mutation($id: ID!) { eraseQuotaGroup(id: $id, version: 2) { userErrors { code usedBy { type id } } } }', { id })).userErrors;
  expect(await eraseGroup()).toEqual([{ code: 'RECORD_IN_USE', usedBy: [{ type: 'SMTP account', id: sharing }] }]);
  expect(await post(sharing, { quotaGroupId: null })).toEqual([]);
  expect(await eraseGroup()).toEqual([]);
  const audit = await server.admin.get<{ edges: { node: { action: string } }[] }>(
    'query($id: String!) { auditEvents(filter: { subjectId: $id }) { edges { node { action } } } }', { id });
  expect(audit.edges.map(({ node }) => node.action).toSorted()).toEqual(['CREATED', 'ERASED', 'UPDATED']);
});

test('a quota group with a bad limit or a name that is taken is refused', async () => {
  expect((await group({ name: 'Twice' })).userErrors).toEqual([]);
  expect((await group({ name: ' TWICE ', messagesPerHour: 0 })).userErrors).toEqual([
    { code: 'NAME_TAKEN', path: ['input', 'name'] }, { code: 'INVALID', path: ['input', 'messagesPerHour'] }]);
  expect((await group({ name: ' ' })).userErrors).toEqual([{ code: 'INVALID', path: ['input', 'name'] }]);
});

test('whoever may not change accounts may not change what they share either', async () => {
  const { api } = await hire(server, 'Looks On', [record('SMTP_ACCOUNTS', 'access')]);
  const refused = [
    'createQuotaGroup(input: { name: "X" }) { userErrors { code } }', `updateQuotaGroup(id: "${NOBODY}", version: 1, input: { name: "X" }) { userErrors { code } }`,
    `eraseQuotaGroup(id: "${NOBODY}", version: 1) { userErrors { code } }`,
    `postSmtpAccountSettings(id: "${NOBODY}", version: 1, settings: { messagesPerDay: null }) { userErrors { code } }`,
  ];
  for (const mutation of refused) expect([await api.code(`mutation { ${mutation} }`), await server.anybody.code(`mutation { ${mutation} }`)]).toEqual(['FORBIDDEN', 'UNAUTHENTICATED']);
  expect([await api.code('{ quotaGroups { id } }'), await server.anybody.code('{ quotaGroups { id } }')]).toEqual([null, 'UNAUTHENTICATED']);
});
