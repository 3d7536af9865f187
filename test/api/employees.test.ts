import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Person, UserError } from '../support/people.js';
import { ERRORS, hire, record } from '../support/people.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
let helpdesk: Person;
beforeAll(async () => {
  server = await startPostroom();
  helpdesk = await hire(server, 'Help Desk', [record('EMPLOYEES', 'access modify add erase')]);
});
afterAll(async () => { await server.stop(); });

interface Employee { id: string; number: string; name: string; email: string; active: boolean; hasPassword: boolean; mustChangePassword: boolean; version: number; roles: { id: string; name: string }[] | null }
interface Payload { employee: Employee | null; ref: { id: string; name: string } | null; oneTimePassword?: string | null; userErrors: UserError[] }
const FIELDS = 'id number name email active hasPassword mustChangePassword version roles { id name }';
const PAYLOAD = `{ employee { ${FIELDS} } ref { id name } ${ERRORS} }`;
const CREATE = `mutation($input: CreateEmployeeInput!) { createEmployee(input: $input) ${PAYLOAD} }`;
const UPDATE = `mutation($id: ID!, $input: UpdateEmployeeInput!, $version: Int!) { updateEmployee(id: $id, input: $input, version: $version) ${PAYLOAD} }`;
const ACTIVE = `mutation($id: ID!, $active: Boolean!, $version: Int!) { setEmployeeActive(id: $id, active: $active, version: $version) ${PAYLOAD} }`;
const RESET = `mutation($id: ID!) { resetEmployeePassword(id: $id) { employee { ${FIELDS} } oneTimePassword ${ERRORS} } }`;
const ERASE = `mutation($id: ID!, $version: Int!) { eraseEmployee(id: $id, version: $version) ${PAYLOAD} }`;
const READ = `query($id: ID!) { employee(id: $id) { ${FIELDS} } }`;

const created = async (input: Record<string, unknown>): Promise<Employee> => {
  const { employee, userErrors } = await server.admin.get<Payload>(CREATE, { input });
  if (employee === null) throw new Error(JSON.stringify(userErrors));
  return employee;
};
const read = async (id: string): Promise<Employee> => await server.admin.get<Employee>(READ, { id });
const adminId = async (): Promise<string> => (await server.admin.get<{ id: string }>('{ viewer { id } }')).id;
const codes = ({ userErrors }: Payload) => userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);

test('a new employee takes the offered number, and cannot sign in before it has a password', async () => {
  const offered = await server.admin.get<string>('{ nextEmployeeNumber }');
  const employee = await created({ name: 'Ann', email: 'Ann@Postroom.example' });
  expect(employee).toMatchObject({ number: offered, active: true, hasPassword: false, mustChangePassword: false, roles: [] });
  expect((await created({ number: 'E-7', name: 'Own number', email: 'own@postroom.example' })).number).toBe('E-7');
});

test('every fault of a new employee is reported with its path, and nothing is stored', async () => {
  const before = await server.admin.get<{ totalCount: number }>('{ employees { totalCount } }');
  const faulty = await server.admin.get<Payload>(CREATE, { input: { number: 'no blanks', name: ' ', email: 'nobody', password: 'short' } });
  expect(codes(faulty)).toEqual(['INVALID input.number', 'INVALID input.name', 'INVALID input.email', 'INVALID input.password']);
  await created({ number: 'TAKEN-1', name: 'First', email: 'first@postroom.example' });
  const taken = await server.admin.get<Payload>(CREATE, { input: { number: 'taken-1', name: 'Second', email: ' FIRST@postroom.EXAMPLE ' } });
  expect(codes(taken)).toEqual(['NUMBER_TAKEN input.number', 'INVALID input.email']);
  const unknown = await server.admin.get<Payload>(CREATE, { input: { name: 'Third', email: 'third@postroom.example', roleIds: ['no-such-role'] } });
  expect(codes(unknown)).toEqual(['NOT_FOUND input.roleIds.0']);
  expect((await server.admin.get<{ totalCount: number }>('{ employees { totalCount } }')).totalCount).toBe(before.totalCount + 1);
});

test('what is left out of an update stays; a stale one is refused and shows the record as it stands', async () => {
  const employee = await created({ name: 'Before', email: 'update@postroom.example' });
  const { employee: updated } = await server.admin.get<Payload>(UPDATE, { id: employee.id, input: { name: 'After' }, version: 1 });
  expect(updated).toMatchObject({ name: 'After', email: 'update@postroom.example', version: 2 });
  const stale = await server.admin.get<Payload>(UPDATE, { id: employee.id, input: { name: 'Never' }, version: 1 });
  expect(codes(stale)).toEqual(['STALE_VERSION version']);
  expect(stale.employee).toMatchObject({ name: 'After', version: 2 });
});

test('a deactivated employee is out at once, and lives on when it is let in again', async () => {
  const person = await hire(server, 'Leaver', [record('EMAILS', 'access')]);
  const { version } = await read(person.id);
  const { employee } = await server.admin.get<Payload>(ACTIVE, { id: person.id, active: false, version });
  expect(employee).toMatchObject({ active: false });
  expect(await person.api.code('{ viewer { id } }')).toBe('UNAUTHENTICATED');
  await expect(server.anybody.signedIn(person.email, person.password)).rejects.toThrow('Email or password is wrong');
  await server.admin.get(ACTIVE, { id: person.id, active: true, version: version + 1 });
  expect(await person.api.code('{ viewer { id } }')).toBe('UNAUTHENTICATED');
  expect((await server.anybody.signedIn(person.email, person.password)).token).not.toBeNull();
});

test('a reset password is shown once, ends the sessions, and allows nothing but to be changed', async () => {
  const person = await hire(server, 'Forgetful', [record('EMPLOYEES', 'access')]);
  const { oneTimePassword, employee } = await helpdesk.api.get<Payload>(RESET, { id: person.id });
  expect(employee).toMatchObject({ mustChangePassword: true, hasPassword: true });
  expect(await person.api.code('{ viewer { id } }')).toBe('UNAUTHENTICATED');
  const api = await server.anybody.signedIn(person.email, oneTimePassword ?? '');
  expect(await api.code('{ employees { totalCount } }')).toBe('FORBIDDEN');
  const change = 'mutation($current: String!) { changePassword(current: $current, next: "a password of my own") { changed } }';
  expect(await api.get(change, { current: oneTimePassword })).toEqual({ changed: true });
  expect(await api.code('{ employees { totalCount } }')).toBeNull();
});

test('nobody resets, renames at sign-in, or wakes an employee who may do more', async () => {
  const boss = await hire(server, 'Boss', [record('AUDIT', 'access')]);
  const { version } = await read(boss.id);
  expect(codes(await helpdesk.api.get<Payload>(RESET, { id: boss.id }))).toEqual(['RIGHT_NOT_HELD id']);
  expect(codes(await helpdesk.api.get<Payload>(RESET, { id: helpdesk.id }))).toEqual(['INVALID id']);
  const renamed = await helpdesk.api.get<Payload>(UPDATE, { id: boss.id, input: { email: 'mine@postroom.example' }, version });
  expect(codes(renamed)).toEqual(['RIGHT_NOT_HELD input.email']);
  expect(codes(await helpdesk.api.get<Payload>(ACTIVE, { id: boss.id, active: false, version }))).toEqual([]);
  expect(codes(await helpdesk.api.get<Payload>(ACTIVE, { id: boss.id, active: true, version: version + 1 }))).toEqual(['RIGHT_NOT_HELD id']);
  expect(await read(boss.id)).toMatchObject({ active: false, email: boss.email });
});

test('an erased employee is gone with its session, its number is not offered again, and audit keeps its name', async () => {
  const number = await server.admin.get<string>('{ nextEmployeeNumber }');
  const person = await hire(server, 'Short Stay');
  const { version } = await read(person.id);
  expect(codes(await server.admin.get<Payload>(ERASE, { id: person.id, version: version - 1 }))).toEqual(['STALE_VERSION version']);
  expect(codes(await server.admin.get<Payload>(ERASE, { id: person.id, version }))).toEqual([]);
  expect(await person.api.code('{ viewer { id } }')).toBe('UNAUTHENTICATED');
  expect(await read(person.id)).toBeNull();
  expect(await server.admin.get<string>('{ nextEmployeeNumber }')).not.toBe(number);
  const events = await server.admin.get<{ edges: { node: { action: string; subjectName: string } }[] }>(
    'query($id: String!) { auditEvents(filter: { subjectId: $id }) { edges { node { action subjectName } } } }', { id: person.id });
  expect(events.edges[0]?.node).toEqual({ action: 'ERASED', subjectName: 'Short Stay' });
});

test('a number can be used again and erased again', async () => {
  for (const round of [1, 2]) {
    const { id } = await created({ number: 'AGAIN', name: `Round ${round}`, email: 'again@postroom.example' });
    expect(codes(await server.admin.get<Payload>(ERASE, { id, version: 1 }))).toEqual([]);
  }
});

test('the list narrows by text, activity and role, in natural order, page by page', async () => {
  const [it] = await server.admin.get<{ id: string; name: string }[]>('{ roles { id name } }');
  for (const number of ['P10', 'P2', 'P1']) await created({ number, name: `Paged ${number}`, email: `${number}@postroom.example`, roleIds: number === 'P2' ? [it?.id] : [] });
  interface Page { edges: { node: { number: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } }
  const page = async (args: string) => await server.admin.get<Page>(`{ employees(${args}) { edges { node { number } } pageInfo { endCursor hasNextPage } } }`);
  const numbers = ({ edges }: Page) => edges.map(({ node }) => node.number);
  const first = await page('filter: { text: "pAGED" }, first: 2');
  expect(numbers(first)).toEqual(['P1', 'P2']);
  expect(numbers(await page(`filter: { text: "paged" }, first: 2, after: "${first.pageInfo.endCursor}"`))).toEqual(['P10']);
  expect(numbers(await page(`filter: { text: "paged", roleId: "${it?.id}", active: true }`))).toEqual(['P2']);
  for (const roleId of ['', '?', "' or 1=1 --"]) expect(numbers(await page(`filter: { roleId: "${roleId}" }`))).toEqual([]);
  expect(numbers(await page('filter: { active: false, text: "paged" }'))).toEqual([]);
  expect(await helpdesk.api.code(`{ employees(filter: { roleId: "${it?.id}" }) { totalCount } }`)).toBe('FORBIDDEN');
  expect(await server.admin.code('{ employees(first: 201) { totalCount } }')).toBe('BAD_REQUEST');
});

test('without access to access records, nothing is told of roles and rights', async () => {
  const fields = '{ name roles { id } accessRecords { recordType } rights { right } }';
  const id = await adminId();
  expect(await helpdesk.api.get(`query($id: ID!) { employee(id: $id) ${fields} }`, { id })).toEqual({ name: 'Administrator', roles: null, accessRecords: null, rights: null });
  const seen = await server.admin.get<{ roles: unknown[]; rights: { right: string }[] }>(`query($id: ID!) { employee(id: $id) ${fields} }`, { id });
  expect(seen.roles).toHaveLength(1);
  expect(seen.rights).toHaveLength(32);
});

test('without the right, nothing can be read or changed, and ids of nobody are not found', async () => {
  const plain = await hire(server, 'Plain');
  expect(await plain.api.code('{ employees { totalCount } }')).toBe('FORBIDDEN');
  expect(await plain.api.code(CREATE, { input: { name: 'x', email: 'x@postroom.example' } })).toBe('FORBIDDEN');
  expect(await plain.api.code(RESET, { id: plain.id })).toBe('FORBIDDEN');
  const adder = await hire(server, 'Adder', [record('EMPLOYEES', 'add')]);
  const payload = await adder.api.get<Payload>(CREATE, { input: { name: 'Unseen', email: 'unseen@postroom.example' } });
  expect(payload).toMatchObject({ employee: null, ref: { name: 'Unseen' }, userErrors: [] });
  for (const [document, rest] of [[UPDATE, { input: {}, version: 1 }], [ACTIVE, { active: true, version: 1 }], [RESET, {}], [ERASE, { version: 1 }]] as const) {
    for (const id of ["' or 1=1 --", '\u0000', 'half \ud800', '?', '\\', 'x'.repeat(5000)]) {
      expect(codes(await server.admin.get<Payload>(document, { id, ...rest }))).toEqual(['NOT_FOUND id']);
    }
  }
});
