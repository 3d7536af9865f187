import { execFileSync } from 'node:child_process';
import type { Api } from './api.js';
import type { TestServer } from './server.js';

const SCRIPT = `
const at = (file) => import(new URL(file, process.env.DIST));
const [{ compose }, { readEnvironment }, { change }, { COMMAND }, { Employee, Role }, { EmployeeRoleRow }, { hashPassword }, { textKey }] = await Promise.all([
  'compose.js', 'config/environment.js', 'app/change.js', 'app/first-start.js', 'domain/people.js', 'storage/entities/people.entity.js', 'app/people/password.js', 'domain/normalise.js'].map(at));
const house = await compose(readEnvironment());
const passwordHash = await hashPassword('another correct horse');
const { faults } = await change(house, COMMAND, async ({ session, newId, now }) => {
  const role = await session.findOneOrFail(Role, { nameKey: textKey('IT support') });
  const id = newId();
  session.persist(new Employee({ id, number: '2', numberKey: '2', numberSort: '2', name: 'Other', email: 'other@postroom.example', emailKey: 'other@postroom.example', searchKey: 'other', passwordHash, mustChangePassword: false, createdAt: now, updatedAt: now }));
  session.persist(session.create(EmployeeRoleRow, { employeeId: id, roleId: role.id }));
});
if (faults.length > 0) throw new Error(JSON.stringify(faults));
await house.close();
`;

/** A second employee of IT support, signed in. */
export const anotherAdministrator = async (server: TestServer): Promise<Api> => {
  execFileSync(process.execPath, ['--input-type=module', '--eval', SCRIPT], {
    env: { ...server.environment, DIST: new URL('../../dist/', import.meta.url).href }, stdio: 'pipe',
  });
  return await server.anybody.signedIn('other@postroom.example', 'another correct horse');
};
