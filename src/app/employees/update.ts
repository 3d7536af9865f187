import { changesBetween } from '../../domain/audit-event.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { refuseIfAny } from '../../domain/errors.js';
import type { Employee } from '../../domain/people.js';
import { emailKeyOf } from '../../domain/people.js';
import { employeeForChange, setEmployeeKeys } from '../../storage/employee.store.js';
import { endSessionsOf } from '../../storage/session.store.js';
import { nameFaults } from '../accounts/number-and-name.js';
import type { Outcome } from '../change.js';
import { expectVersion, found } from '../change.js';
import type { House } from '../house.js';
import { changePeople } from '../people/change-people.js';
import { grantRoles } from '../people/grant-roles.js';
import { emailFaults, takenFaults } from './employee-input.js';
import { refuseIfItMayMore } from './more-rights.js';

/** What is left out, or null, stays as it is. */
export interface UpdateEmployeeWish {
  readonly name?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly roleIds?: readonly string[] | null | undefined;
}

/** Changes an employee's name, sign-in name and roles. Its number never changes. Changed roles end its sessions. */
export const updateEmployee = async (
  house: House, caller: SignedInCaller, { id, version, input }: { id: string; version: number; input: UpdateEmployeeWish },
): Promise<Outcome<Employee>> => await changePeople(house, caller, ['EMPLOYEES', 'modify'], ['input', 'roleIds'], async (desk) => {
  const employee = found(await employeeForChange(desk.session, id), 'employee');
  expectVersion(employee, version);
  const before = { name: employee.name, email: employee.email };
  const after = { name: input.name?.trim() ?? before.name, email: input.email?.trim() ?? before.email };
  refuseIfAny([...nameFaults(after.name, ['input', 'name']), ...emailFaults(after.email, ['input', 'email'])]);
  refuseIfAny(await takenFaults(desk.session, { email: after.email }, employee, ['input']));
  if (emailKeyOf(after.email) !== employee.emailKey) await refuseIfItMayMore(desk, employee, ['input', 'email']);
  const roles = input.roleIds == null ? null : await grantRoles(desk, employee, input.roleIds);
  const changes = changesBetween({ ...before, roles: roles?.before.join(', ') }, { ...after, roles: roles?.after.join(', ') });
  if (changes.length === 0) return employee;
  Object.assign(employee, after, { version: employee.version + 1, updatedAt: desk.now });
  setEmployeeKeys(employee);
  if (roles !== null) await endSessionsOf(desk.session, [id]);
  desk.audit('UPDATED', { type: 'EMPLOYEE', id, name: employee.name }, changes);
  return employee;
});
