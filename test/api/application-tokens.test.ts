import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import type { Person, RecordInput, UserError } from '../support/people.js';
import { ERRORS, hire, record, setRecords } from '../support/people.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
let maker: Person;
beforeAll(async () => {
  server = await startPostroom();
  maker = await hire(server, 'Maker', [record('APPLICATION_TOKENS', 'access modify add erase'), record('EMPLOYEES', 'access'), record('EMAILS', 'access add', ['INVOICES', 'ORDERS'])]);
});
afterAll(async () => { await server.stop(); });

interface Token { id: string; name: string; areas: string[] | null; expiresAt: string | null; revokedAt: string | null; version: number; createdBy: { kind: string; id: string; name: string } | null; accessRecords: RecordInput[] }
interface Payload { applicationToken: Token | null; ref: { name: string } | null; secret: string | null; userErrors: UserError[] }
const FIELDS = 'id name areas expiresAt revokedAt version createdBy { kind id name } accessRecords { recordType access modify add erase areas }';
const CREATE = `mutation($input: ApplicationTokenInput!) { createApplicationToken(input: $input) { applicationToken { ${FIELDS} } ref { name } secret ${ERRORS} } }`;
const REVOKE = `mutation($id: ID!) { revokeApplicationToken(id: $id) { applicationToken { ${FIELDS} } ref { name } ${ERRORS} } }`;
const RIGHTS = '{ viewer { kind name areas rights { recordType right areas } } }';
const codes = ({ userErrors }: { userErrors: UserError[] }) => userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
const made = async (by: Person, input: Record<string, unknown>) => {
  const { applicationToken, secret, userErrors } = await by.api.get<Payload>(CREATE, { input });
  if (applicationToken === null || secret === null) throw new Error(JSON.stringify(userErrors));
  return { token: applicationToken, secret, api: server.anybody.as(secret) };
};

test('a token acts for a program, and its secret is shown only once', async () => {
  const { token, secret, api } = await made(maker, { name: 'Invoicing', areas: ['INVOICES'], records: [record('EMAILS', 'add')] });
  expect(token).toMatchObject({ areas: ['INVOICES'], revokedAt: null, createdBy: { kind: 'EMPLOYEE', id: maker.id, name: 'Maker' }, accessRecords: [{ recordType: 'EMAILS', add: true }] });
  expect(await api.get(RIGHTS)).toEqual({ kind: 'APPLICATION_TOKEN', name: 'Invoicing', areas: ['INVOICES'], rights: [{ recordType: 'EMAILS', right: 'ADD', areas: ['INVOICES'] }] });
  expect(await api.code('{ employees { totalCount } }')).toBe('FORBIDDEN');
  const listed = JSON.stringify(await maker.api.get(`{ applicationTokens { ${FIELDS} } }`));
  const audited = JSON.stringify(await server.admin.get('{ auditEvents { edges { node { changes { field before after } } } } }'));
  for (const shown of [listed, audited, server.output()]) expect(shown).not.toContain(secret.slice(4));
});

test('faulty input is refused with its path, and no secret is given out', async () => {
  await made(maker, { name: 'Taken' });
  const faulty = await maker.api.get<Payload>(CREATE, { input: { name: 'TAKEN', areas: ['INVOICES', 'NOWHERE'], expiresAt: '2001-01-01T00:00:00Z' } });
  expect(codes(faulty)).toEqual(['NAME_TAKEN input.name', 'NOT_FOUND input.areas.1', 'INVALID input.expiresAt']);
  expect(faulty.secret).toBeNull();
  expect(codes(await maker.api.get<Payload>(CREATE, { input: { name: '', areas: [] } }))).toEqual(['INVALID input.name', 'INVALID input.areas']);
});

test('a token gets no right that its maker lacks, in type or in reach', async () => {
  for (const records of [[record('AUDIT', 'access')], [record('EMAILS', 'access')], [record('EMAILS', 'add', ['ALERTS'])], [record('EMPLOYEES', 'access modify')]]) {
    const payload = await maker.api.get<Payload>(CREATE, { input: { name: 'Too much', records } });
    expect(codes(payload)).toEqual(['RIGHT_NOT_HELD input.records']);
    expect(payload.secret).toBeNull();
  }
});

test('a token never exceeds its maker, not even after the maker lost rights, was deactivated or erased', async () => {
  const person = await hire(server, 'Fading', [record('APPLICATION_TOKENS', 'access add'), record('EMPLOYEES', 'access modify')]);
  const { api, token } = await made(person, { name: 'Fading token', records: [record('EMPLOYEES', 'access modify')] });
  expect(await api.code('{ employees { totalCount } }')).toBeNull();
  const version = async () => (await server.admin.get<{ version: number }>('query($id: ID!) { employee(id: $id) { version } }', { id: person.id })).version;
  const active = async (wanted: boolean) => await server.admin.get(
    `mutation($id: ID!, $active: Boolean!, $version: Int!) { setEmployeeActive(id: $id, active: $active, version: $version) { ${ERRORS} } }`,
    { id: person.id, active: wanted, version: await version() });
  await active(false);
  expect(await api.code('{ viewer { id } }')).toBe('UNAUTHENTICATED');
  await active(true);
  expect(await api.code('{ employees { totalCount } }')).toBeNull();
  await setRecords(server.admin, 'EMPLOYEE', person.id, [], await version());
  expect(await api.code('{ employees { totalCount } }')).toBe('FORBIDDEN');
  await server.admin.get(`mutation($id: ID!, $version: Int!) { eraseEmployee(id: $id, version: $version) { ${ERRORS} } }`, { id: person.id, version: await version() });
  expect(await api.code('{ viewer { id } }')).toBe('UNAUTHENTICATED');
  const listed = (await server.admin.get<Token[]>(`{ applicationTokens { ${FIELDS} } }`)).find(({ id }) => id === token.id);
  expect(listed).toMatchObject({ createdBy: { name: 'Fading' } });
  expect(listed?.revokedAt).not.toBeNull();
});

test('a token\'s access records can be set anew, but not by itself', async () => {
  const keeper = await hire(server, 'Keeper', [record('APPLICATION_TOKENS', 'access add'), record('ACCESS_RECORDS', 'access modify'), record('EMPLOYEES', 'access')]);
  const { api, token } = await made(keeper, { name: 'Rearranged', records: [record('ACCESS_RECORDS', 'access modify')] });
  expect(codes(await setRecords(api, 'APPLICATION_TOKEN', token.id, [], 1))).toEqual(['RIGHT_NOT_HELD holder.id']);
  expect(codes(await setRecords(api, 'EMPLOYEE', keeper.id, [], 3))).toEqual(['RIGHT_NOT_HELD holder.id']);
  expect(codes(await setRecords(maker.api.as(keeper.api.token), 'APPLICATION_TOKEN', token.id, [record('EMPLOYEES', 'access')], 1))).toEqual([]);
  expect(await api.code('{ employees { totalCount } }')).toBeNull();
  expect(codes(await setRecords(keeper.api, 'APPLICATION_TOKEN', token.id, [record('AUDIT', 'access')], 2))).toEqual(['RIGHT_NOT_HELD records']);
});

test('a revoked token ends at once and for good; revoking it again changes nothing', async () => {
  const { api, token } = await made(maker, { name: 'Revoked', records: [record('EMPLOYEES', 'access')] });
  const { applicationToken } = await maker.api.get<Payload>(REVOKE, { id: token.id });
  expect(applicationToken?.revokedAt).not.toBeNull();
  expect(await api.code('{ viewer { id } }')).toBe('UNAUTHENTICATED');
  expect((await maker.api.get<Payload>(REVOKE, { id: token.id })).applicationToken).toEqual(applicationToken);
  expect(codes(await setRecords(server.admin, 'APPLICATION_TOKEN', token.id, [], 2))).toEqual(['WRONG_STATE holder.id']);
  expect(codes(await maker.api.get<Payload>(REVOKE, { id: 'nobody' }))).toEqual(['NOT_FOUND id']);
});

test('a token ends when its time is over', async () => {
  const long = await made(maker, { name: 'For long', expiresAt: '2999-01-01T00:00:00Z' });
  expect(long.token.expiresAt).toBe('2999-01-01T00:00:00.000Z');
  const { api } = await made(maker, { name: 'For a while', expiresAt: new Date(Date.now() + 2_000).toISOString() });
  expect(await api.code('{ viewer { id } }')).toBeNull();
  await eventually(async () => await api.code('{ viewer { id } }'), (code) => code === 'UNAUTHENTICATED');
  expect(await long.api.code('{ viewer { id } }')).toBeNull();
});

test('without the right, tokens are neither seen nor made nor revoked, and no program makes another', async () => {
  const plain = await hire(server, 'Plain', [record('ACCESS_RECORDS', 'access')]);
  expect(await plain.api.code('{ applicationTokens { id } }')).toBe('FORBIDDEN');
  expect(await plain.api.code(CREATE, { input: { name: 'x' } })).toBe('FORBIDDEN');
  expect(await plain.api.code(REVOKE, { id: 'x' })).toBe('FORBIDDEN');
  const adder = await hire(server, 'Adder', [record('APPLICATION_TOKENS', 'add')]);
  const unseen = await adder.api.get<Payload>(CREATE, { input: { name: 'Unseen' } });
  expect(unseen).toMatchObject({ applicationToken: null, ref: { name: 'Unseen' }, userErrors: [] });
  const { api } = await made(maker, { name: 'Ambitious', records: [record('APPLICATION_TOKENS', 'access add')] });
  expect(await api.code('{ applicationTokens { id } }')).toBeNull();
  expect(await api.code(CREATE, { input: { name: 'Child' } })).toBe('FORBIDDEN');
  expect(await api.code('mutation { changePassword(current: "x", next: "y") { changed } }')).toBe('FORBIDDEN');
});
