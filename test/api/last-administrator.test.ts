import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Api } from '../support/api.js';
import type { Person, RecordInput, UserError } from '../support/people.js';
import { ERRORS, hire, record, setRecords } from '../support/people.js';
import type { TestServer } from '../support/server.js';
import { ADMIN, startPostroom } from '../support/server.js';

const ADMINISTERS = [record('EMPLOYEES', 'access modify'), record('ACCESS_RECORDS', 'access modify')];

let server: TestServer;
/** May deactivate and erase, but not grant; and the other way round: neither is an administrator. */
let staff: Person;
let rights: Person;
let deputy: Person;
let admin: { id: string; roleId: string };
beforeAll(async () => {
  server = await startPostroom();
  staff = await hire(server, 'Staff', [record('EMPLOYEES', 'access modify add erase')]);
  rights = await hire(server, 'Rights', [record('ACCESS_RECORDS', 'access modify add erase')]);
  const { id } = await server.admin.get<{ id: string }>('{ viewer { id } }');
  const [role] = (await server.admin.get<{ roles: { id: string }[] }>('query($id: ID!) { employee(id: $id) { roles { id } } }', { id })).roles;
  admin = { id, roleId: role?.id ?? '' };
});
afterAll(async () => { await server.stop(); });

interface Payload { userErrors: UserError[] }
const codes = ({ userErrors }: Payload) => userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
const versionOf = async (id: string): Promise<number> => (await staff.api.get<{ version: number }>('query($id: ID!) { employee(id: $id) { version } }', { id })).version;
const changed = async (api: Api, operation: string, id: string): Promise<Payload> =>
  await api.get<Payload>(`mutation($id: ID!, $version: Int!) { ${operation} { ${ERRORS} } }`, { id, version: await versionOf(id) });
const deactivate = async (api: Api, id: string) => await changed(api, 'setEmployeeActive(id: $id, active: false, version: $version)', id);
const activate = async (api: Api, id: string) => await changed(api, 'setEmployeeActive(id: $id, active: true, version: $version)', id);
const erase = async (api: Api, id: string) => await changed(api, 'eraseEmployee(id: $id, version: $version)', id);
const takeRoles = async (api: Api, id: string) => await changed(api, 'updateEmployee(id: $id, input: { roleIds: [] }, version: $version)', id);
const setRole = async (api: Api, records: RecordInput[]): Promise<Payload> => {
  const roles = await rights.api.get<{ id: string; version: number }[]>('{ roles { id version } }');
  return await setRecords(api, 'ROLE', admin.roleId, records, roles.find(({ id }) => id === admin.roleId)?.version ?? 0);
};

test('the last administrator cannot be deactivated, erased, or lose what makes it one', async () => {
  for (const api of [staff.api, server.admin]) {
    expect(codes(await deactivate(api, admin.id))).toEqual(['LAST_ADMINISTRATOR id']);
    expect(codes(await erase(api, admin.id))).toEqual(['LAST_ADMINISTRATOR id']);
  }
  expect(codes(await setRole(rights.api, [record('EMPLOYEES', 'access'), record('ACCESS_RECORDS', 'access modify')]))).toEqual(['LAST_ADMINISTRATOR records']);
  expect(codes(await setRole(rights.api, []))).toEqual(['LAST_ADMINISTRATOR records']);
  expect(await server.admin.code('{ viewer { id } }')).toBeNull();
});

test('an administrator who cannot sign in for want of a password does not count', async () => {
  const { employee } = await server.admin.get<{ employee: { id: string } }>(
    'mutation { createEmployee(input: { name: "No password", email: "none@postroom.example" }) { employee { id } } }');
  expect(codes(await setRecords(server.admin, 'EMPLOYEE', employee.id, ADMINISTERS, 1))).toEqual([]);
  expect(codes(await deactivate(staff.api, admin.id))).toEqual(['LAST_ADMINISTRATOR id']);
});

test('of two administrators, one can lose its role; then the other must stay', async () => {
  deputy = await hire(server, 'Deputy', ADMINISTERS);
  expect(codes(await takeRoles(deputy.api, admin.id))).toEqual([]);
  expect(await server.admin.code('{ viewer { id } }')).toBe('UNAUTHENTICATED');
  expect(codes(await deactivate(staff.api, deputy.id))).toEqual(['LAST_ADMINISTRATOR id']);
  expect(codes(await erase(staff.api, deputy.id))).toEqual(['LAST_ADMINISTRATOR id']);
  expect(codes(await setRecords(rights.api, 'EMPLOYEE', deputy.id, [], await versionOf(deputy.id)))).toEqual(['LAST_ADMINISTRATOR records']);
  expect(codes(await setRecords(deputy.api, 'EMPLOYEE', admin.id, ADMINISTERS, await versionOf(admin.id)))).toEqual([]);
});

test('two administrators deactivated at the same moment: one stays, every time', async () => {
  const pair = [{ id: admin.id, ...ADMIN }, deputy];
  for (let round = 0; round < 5; round += 1) {
    const outcomes = await Promise.all(pair.map(async ({ id }) => codes(await deactivate(staff.api, id))));
    expect(outcomes.flat()).toEqual(['LAST_ADMINISTRATOR id']);
    const left = pair.filter((_, index) => outcomes[index]?.length === 1);
    const gone = pair.filter((_, index) => outcomes[index]?.length === 0);
    for (const { email, password } of left) {
      const survivor = await server.anybody.signedIn(email, password);
      for (const { id } of gone) expect(codes(await activate(survivor, id))).toEqual([]);
    }
  }
});
