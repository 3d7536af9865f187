import type { SignedInCaller } from '../../domain/caller.js';
import type { Employee } from '../../domain/people.js';
import { replaceGrants } from '../../storage/access-record.store.js';
import { liveTokensOf } from '../../storage/application-token.store.js';
import { employeeForChange, removeEmployee } from '../../storage/employee.store.js';
import { endSessionsOf } from '../../storage/session.store.js';
import type { Outcome } from '../change.js';
import { expectVersion, found } from '../change.js';
import type { House } from '../house.js';
import { changePeople } from '../people/change-people.js';

/** Erases an employee with its access records, ends its sessions and revokes the tokens it made. Audit and emails keep its name. */
export const eraseEmployee = async (
  house: House, caller: SignedInCaller, { id, version }: { id: string; version: number },
): Promise<Outcome<Employee>> => await changePeople(house, caller, ['EMPLOYEES', 'erase'], ['id'], async (desk) => {
  const employee = found(await employeeForChange(desk.session, id), 'employee');
  expectVersion(employee, version);
  for (const token of await liveTokensOf(desk.session, id)) {
    token.revokedAt = desk.now;
    token.version += 1;
    desk.audit('REVOKED', { type: 'APPLICATION_TOKEN', id: token.id, name: token.name });
  }
  await endSessionsOf(desk.session, [id]);
  await replaceGrants(desk.session, 'EMPLOYEE', id, []);
  await removeEmployee(desk.session, employee);
  desk.audit('ERASED', { type: 'EMPLOYEE', id, name: employee.name }, [
    { field: 'number', before: employee.number, after: null }, { field: 'name', before: employee.name, after: null },
    { field: 'email', before: employee.email, after: null },
  ]);
  return employee;
});
