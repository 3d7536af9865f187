import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RecordInput, UserError } from '../support/people.js';
import { ERRORS, hire, record } from '../support/people.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom(); });
afterAll(async () => { await server.stop(); });

interface Role { id: string; name: string; description: string | null; version: number; employeeCount: number; accessRecords: RecordInput[] }
interface Payload { role: Role | null; ref: { kind: string; name: string } | null; userErrors: UserError[] }
const FIELDS = 'id name description version employeeCount accessRecords { recordType access modify add erase areas }';
const PAYLOAD = `{ role { ${FIELDS} } ref { kind name } ${ERRORS} }`;
const CREATE = `mutation($input: RoleInput!) { createRole(input: $input) ${PAYLOAD} }`;
const UPDATE = `mutation($id: ID!, $input: RoleInput!, $version: Int!) { updateRole(id: $id, input: $input, version: $version) ${PAYLOAD} }`;
const ERASE = `mutation($id: ID!, $version: Int!) { eraseRole(id: $id, version: $version) ${PAYLOAD} }`;
const codes = ({ userErrors }: Payload) => userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
const created = async (input: Record<string, unknown>): Promise<Role> => {
  const { role, userErrors } = await server.admin.get<Payload>(CREATE, { input });
  if (role === null) throw new Error(JSON.stringify(userErrors));
  return role;
};
const all = async (): Promise<Role[]> => await server.admin.get<Role[]>(`{ roles { ${FIELDS} } }`);

test('the first start gives IT support everything and lets senders send', async () => {
  const roles = await all();
  expect(roles.map(({ name, employeeCount }) => ({ name, employeeCount }))).toEqual([{ name: 'IT support', employeeCount: 1 }, { name: 'Sender', employeeCount: 0 }]);
  expect(roles[0]?.accessRecords).toHaveLength(8);
  expect(roles[1]?.accessRecords).toEqual([{ recordType: 'EMAILS', access: false, modify: false, add: true, erase: false, areas: null }]);
});

test('a role is made with its access records, listed by name, changed and erased', async () => {
  const role = await created({ name: ' Bookkeeping ', description: 'Sends invoices', records: [record('EMAILS', 'access add', ['INVOICES'])] });
  expect(role).toMatchObject({ name: 'Bookkeeping', version: 1, employeeCount: 0, accessRecords: [{ recordType: 'EMAILS', areas: ['INVOICES'] }] });
  expect((await all()).map(({ name }) => name)).toEqual(['Bookkeeping', 'IT support', 'Sender']);
  const renamed = await server.admin.get<Payload>(UPDATE, { id: role.id, input: { name: 'Receivables' }, version: 1 });
  expect(renamed.role).toMatchObject({ name: 'Receivables', description: 'Sends invoices', version: 2, accessRecords: [{ recordType: 'EMAILS' }] });
  const bare = await server.admin.get<Payload>(UPDATE, { id: role.id, input: { name: 'Receivables', description: null, records: [] }, version: 2 });
  expect(bare.role).toMatchObject({ description: null, version: 3, accessRecords: [] });
  expect(codes(await server.admin.get<Payload>(ERASE, { id: role.id, version: 3 }))).toEqual([]);
  expect((await all()).some(({ id }) => id === role.id)).toBe(false);
});

test('faulty, stale and foreign input is refused with its path', async () => {
  const role = await created({ name: 'Guarded' });
  expect(codes(await server.admin.get<Payload>(CREATE, { input: { name: 'gUARDED', description: 'x'.repeat(501) } }))).toEqual(['NAME_TAKEN input.name', 'INVALID input.description']);
  for (const name of ['\u0007', 'half \ud800', 'line\u2028line', '', 'x'.repeat(101)]) {
    expect(codes(await server.admin.get<Payload>(CREATE, { input: { name } }))).toEqual(['INVALID input.name']);
  }
  expect(codes(await server.admin.get<Payload>(CREATE, { input: { name: 'Twice', records: [record('AUDIT', 'access'), record('AUDIT', 'add')] } }))).toEqual(['INVALID input.records.1.recordType']);
  const stale = await server.admin.get<Payload>(UPDATE, { id: role.id, input: { name: 'Other' }, version: 7 });
  expect(codes(stale)).toEqual(['STALE_VERSION version']);
  expect(stale.role).toMatchObject({ name: 'Guarded', version: 1 });
  expect(codes(await server.admin.get<Payload>(ERASE, { id: role.id, version: 7 }))).toEqual(['STALE_VERSION version']);
  expect(codes(await server.admin.get<Payload>(UPDATE, { id: 'nobody', input: { name: 'x' }, version: 1 }))).toEqual(['NOT_FOUND id']);
  expect(codes(await server.admin.get<Payload>(ERASE, { id: 'nobody', version: 1 }))).toEqual(['NOT_FOUND id']);
});

test('a role that employees have cannot be erased, and the answer names them', async () => {
  const role = await created({ name: 'In use' });
  const person = await hire(server, 'Role Holder', [], [role.id]);
  const { userErrors } = await server.admin.get<Payload>(ERASE, { id: role.id, version: 1 });
  expect(userErrors).toMatchObject([{ code: 'RECORD_IN_USE', path: ['id'], usedBy: [{ type: 'Employee', id: person.id, name: 'Role Holder' }] }]);
});

test('a role\'s changed access records reach all who have it, and sign them out', async () => {
  const role = await created({ name: 'Readers', records: [record('EMPLOYEES', 'access')] });
  const person = await hire(server, 'Reader', [], [role.id]);
  expect(await person.api.code('{ employees { totalCount } }')).toBeNull();
  await server.admin.get(UPDATE, { id: role.id, input: { name: 'Readers', records: [record('AUDIT', 'access')] }, version: 1 });
  expect(await person.api.code('{ employees { totalCount } }')).toBe('UNAUTHENTICATED');
  const again = await server.anybody.signedIn(person.email, person.password);
  expect(await again.code('{ employees { totalCount } }')).toBe('FORBIDDEN');
  expect(await again.code('{ auditEvents { totalCount } }')).toBeNull();
});

test('without the right, roles are neither seen nor changed, and none is made beyond one\'s own rights', async () => {
  const plain = await hire(server, 'Plain', [record('EMPLOYEES', 'access modify add erase')]);
  expect(await plain.api.code('{ roles { id } }')).toBe('FORBIDDEN');
  expect(await plain.api.code(CREATE, { input: { name: 'x' } })).toBe('FORBIDDEN');
  expect(await plain.api.code(UPDATE, { id: 'x', input: { name: 'x' }, version: 1 })).toBe('FORBIDDEN');
  expect(await plain.api.code(ERASE, { id: 'x', version: 1 })).toBe('FORBIDDEN');
  const maker = await hire(server, 'Maker', [record('ACCESS_RECORDS', 'add')]);
  expect(await maker.api.get<Payload>(CREATE, { input: { name: 'Unseen role' } })).toMatchObject({ role: null, ref: { kind: 'ROLE', name: 'Unseen role' } });
  expect(codes(await maker.api.get<Payload>(CREATE, { input: { name: 'Too much', records: [record('AUDIT', 'access')] } }))).toEqual(['RIGHT_NOT_HELD input.records']);
});
