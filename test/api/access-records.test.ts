import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Api } from '../support/api.js';
import type { HolderPayload, Person, RecordInput, UserError } from '../support/people.js';
import { ERRORS, hire, record, setRecords } from '../support/people.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
/** May grant, but holds little itself. */
let granter: Person;
beforeAll(async () => {
  server = await startPostroom();
  granter = await hire(server, 'Granter', [record('ACCESS_RECORDS', 'access modify add erase'), record('EMAILS', 'access add', ['INVOICES'])]);
});
afterAll(async () => { await server.stop(); });

interface Payload { userErrors: UserError[] }
const codes = ({ userErrors }: Payload) => userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
const versionOf = async (id: string): Promise<number> =>
  (await server.admin.get<{ version: number }>('query($id: ID!) { employee(id: $id) { version } }', { id })).version;
const set = async (api: Api, person: { id: string }, records: RecordInput[]): Promise<HolderPayload> =>
  await setRecords(api, 'EMPLOYEE', person.id, records, await versionOf(person.id));
const madeRole = async (name: string, records: RecordInput[]): Promise<{ id: string; version: number }> =>
  (await server.admin.get<{ role: { id: string; version: number } }>(`mutation($input: RoleInput!) { createRole(input: $input) { role { id version } ${ERRORS} } }`, { input: { name, records } })).role;
const giveRoles = async (api: Api, id: string, roleIds: string[]): Promise<Payload> => await api.get<Payload>(
  `mutation($id: ID!, $roleIds: [ID!], $version: Int!) { updateEmployee(id: $id, input: { roleIds: $roleIds }, version: $version) { ${ERRORS} } }`,
  { id, roleIds, version: await versionOf(id) });

test('access records replace all there were, and whose rights changed is signed out', async () => {
  const person = await hire(server, 'Clerk', [record('AUDIT', 'access'), record('EMAILS', 'add')]);
  expect(await person.api.code('{ auditEvents { totalCount } }')).toBeNull();
  const version = await versionOf(person.id);
  const payload = await set(server.admin, person, [record('EMAILS', 'access add', ['ORDERS', 'INVOICES', 'ORDERS']), record('AUDIT', '')]);
  expect(payload).toMatchObject({ holder: { kind: 'EMPLOYEE', id: person.id, name: 'Clerk' }, version: version + 1, userErrors: [] });
  expect(payload.records).toEqual([{ recordType: 'EMAILS', access: true, modify: false, add: true, erase: false, areas: ['INVOICES', 'ORDERS'] }]);
  expect(await person.api.code('{ viewer { id } }')).toBe('UNAUTHENTICATED');
  const again = await server.anybody.signedIn(person.email, person.password);
  expect(await again.code('{ auditEvents { totalCount } }')).toBe('FORBIDDEN');
  expect((await again.get<{ rights: unknown[] }>('{ viewer { rights { recordType right areas } } }')).rights).toEqual([
    { recordType: 'EMAILS', right: 'ACCESS', areas: ['INVOICES', 'ORDERS'] }, { recordType: 'EMAILS', right: 'ADD', areas: ['INVOICES', 'ORDERS'] },
  ]);
});

test('records that change nothing sign nobody out', async () => {
  const person = await hire(server, 'Unchanged', [record('EMAILS', 'access')]);
  expect(await set(server.admin, person, [record('EMAILS', 'access')])).toMatchObject({ version: await versionOf(person.id), userErrors: [] });
  expect(await person.api.code('{ viewer { id } }')).toBeNull();
});

test('faulty, foreign and stale input is refused with its path', async () => {
  const person = await hire(server, 'Faulty');
  const faulty = await set(server.admin, person, [
    record('EMAILS', 'add', ['NOWHERE']), record('EMAILS', 'add'), record('AUDIT', 'access', ['INVOICES']), record('EMAIL_CONTENT', 'access', []),
  ]);
  expect(codes(faulty)).toEqual(['NOT_FOUND records.0.areas.0', 'INVALID records.1.recordType', 'INVALID records.2.areas', 'INVALID records.3.areas']);
  for (const kind of ['EMPLOYEE', 'ROLE', 'APPLICATION_TOKEN']) {
    expect(codes(await setRecords(server.admin, kind, 'nobody', [], 1))).toEqual(['NOT_FOUND holder.id']);
  }
  const version = await versionOf(person.id);
  const stale = await setRecords(server.admin, 'EMPLOYEE', person.id, [], version - 1);
  expect(stale).toMatchObject({ holder: { name: 'Faulty' }, version, userErrors: [{ code: 'STALE_VERSION', path: ['version'] }] });
});

test('nobody gives a right that it lacks, in type, right or reach', async () => {
  const person = await hire(server, 'Given');
  for (const wanted of [record('AUDIT', 'access'), record('EMAILS', 'access modify', ['INVOICES']), record('EMAILS', 'access', ['ORDERS']), record('EMAILS', 'add')]) {
    const payload = await set(granter.api, person, [wanted]);
    expect(payload.userErrors).not.toHaveLength(0);
    expect(new Set(codes(payload))).toEqual(new Set(['RIGHT_NOT_HELD records']));
  }
  expect(codes(await set(granter.api, person, [record('EMAILS', 'access add', ['INVOICES'])]))).toEqual([]);
});

test('whoever may grant may take away what it lacks, and leave what was there', async () => {
  const person = await hire(server, 'Rich', [record('AUDIT', 'access'), record('EMAILS', 'access modify add erase')]);
  expect(codes(await set(granter.api, person, [record('AUDIT', 'access'), record('EMAILS', 'access modify')]))).toEqual([]);
  expect(codes(await set(granter.api, person, [record('AUDIT', 'access modify')]))).toEqual(['RIGHT_NOT_HELD records']);
  expect(codes(await set(granter.api, person, []))).toEqual([]);
});

test('nobody changes its own access records or roles, nor the records of a role it has', async () => {
  const role = await madeRole('Own role', [record('ACCESS_RECORDS', 'access modify'), record('EMPLOYEES', 'access modify'), record('EMAILS', 'access modify add')]);
  const other = await madeRole('Harmless', [record('EMAILS', 'add')]);
  const person = await hire(server, 'Self Server', [], [role.id]);
  expect(codes(await set(person.api, person, [record('EMAILS', 'add')]))).toEqual(['RIGHT_NOT_HELD holder.id']);
  expect(codes(await setRecords(person.api, 'ROLE', role.id, [record('EMAILS', 'add')], role.version))).toEqual(['RIGHT_NOT_HELD holder.id']);
  expect(codes(await giveRoles(person.api, person.id, [role.id, other.id]))).toEqual(['RIGHT_NOT_HELD input.roleIds']);
  const update = `mutation($id: ID!, $input: RoleInput!, $version: Int!) { updateRole(id: $id, input: $input, version: $version) { ${ERRORS} } }`;
  const more = await person.api.get<Payload>(update, { id: role.id, input: { name: 'Own role', records: [record('EMAILS', 'add')] }, version: role.version });
  expect(codes(more)).toEqual(['RIGHT_NOT_HELD id']);
  expect(codes(await person.api.get<Payload>(update, { id: role.id, input: { name: 'Renamed' }, version: role.version }))).toEqual([]);
});

test('giving a role needs the rights it gives, and modify on access records', async () => {
  const role = await madeRole('Auditors', [record('AUDIT', 'access')]);
  const person = await hire(server, 'Candidate');
  const giver = await hire(server, 'Giver', [record('ACCESS_RECORDS', 'access modify'), record('EMPLOYEES', 'access modify add')]);
  expect(codes(await giveRoles(giver.api, person.id, [role.id]))).toEqual(['RIGHT_NOT_HELD input.roleIds']);
  const clerk = await hire(server, 'Personnel', [record('EMPLOYEES', 'access modify add'), record('AUDIT', 'access')]);
  expect(codes(await giveRoles(clerk.api, person.id, [role.id]))).toEqual(['RIGHT_NOT_HELD input.roleIds']);
  const create = `mutation($input: CreateEmployeeInput!) { createEmployee(input: $input) { ${ERRORS} } }`;
  expect(codes(await clerk.api.get<Payload>(create, { input: { name: 'New', email: 'new@postroom.example', roleIds: [role.id] } }))).toEqual(['RIGHT_NOT_HELD input.roleIds']);
  expect(codes(await giver.api.get<Payload>(create, { input: { name: 'New', email: 'new@postroom.example', roleIds: [role.id] } }))).toEqual(['RIGHT_NOT_HELD input.roleIds']);
});

test('a right that sleeps for want of access is not woken by somebody who lacks it', async () => {
  const sleeping = await madeRole('Sleeping', [record('EMAILS', 'modify')]);
  const person = await hire(server, 'Sleeper', [], [sleeping.id]);
  expect(codes(await set(granter.api, person, [record('EMAILS', 'access', ['INVOICES'])]))).toEqual(['RIGHT_NOT_HELD records']);
  const waking = await madeRole('Waking', []);
  await giveRoles(server.admin, person.id, [sleeping.id, waking.id]);
  expect(codes(await setRecords(granter.api, 'ROLE', waking.id, [record('EMAILS', 'access', ['INVOICES'])], waking.version))).toEqual(['RIGHT_NOT_HELD records']);
  expect(codes(await setRecords(granter.api, 'ROLE', waking.id, [record('EMAILS', 'add', ['INVOICES'])], waking.version))).toEqual([]);
});

test('who holds a right in force: active employees by themselves or by a role, and roles', async () => {
  const role = await madeRole('Token keepers', [record('APPLICATION_TOKENS', 'access modify')]);
  const half = await madeRole('Half keepers', [record('APPLICATION_TOKENS', 'modify')]);
  const byRole = await hire(server, 'By Role', [], [role.id]);
  await hire(server, 'Half', [], [half.id]);
  const byTwo = await hire(server, 'By Two', [record('APPLICATION_TOKENS', 'access')], [half.id]);
  const gone = await hire(server, 'Gone', [record('APPLICATION_TOKENS', 'access modify')]);
  await server.admin.get(`mutation($id: ID!, $version: Int!) { setEmployeeActive(id: $id, active: false, version: $version) { ${ERRORS} } }`, { id: gone.id, version: await versionOf(gone.id) });
  const document = '{ accessHolders(recordType: APPLICATION_TOKENS, right: MODIFY) { kind name } }';
  expect(await granter.api.get(document)).toEqual([
    { kind: 'EMPLOYEE', name: 'Administrator' }, { kind: 'EMPLOYEE', name: byRole.name }, { kind: 'EMPLOYEE', name: byTwo.name },
    { kind: 'ROLE', name: 'IT support' }, { kind: 'ROLE', name: 'Token keepers' },
  ]);
  expect(await byRole.api.code(document)).toBe('FORBIDDEN');
});

test('without the right, nothing is granted', async () => {
  const looker = await hire(server, 'Looker', [record('ACCESS_RECORDS', 'access add erase')]);
  const document = `mutation($id: ID!) { setAccessRecords(holder: { kind: EMPLOYEE, id: $id }, records: [], version: 1) { ${ERRORS} } }`;
  expect(await looker.api.code(document, { id: looker.id })).toBe('FORBIDDEN');
  expect(await server.anybody.code(document, { id: looker.id })).toBe('UNAUTHENTICATED');
});
