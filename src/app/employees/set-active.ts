import type { SignedInCaller } from '../../domain/caller.js';
import type { Employee } from '../../domain/people.js';
import { employeeForChange } from '../../storage/employee.store.js';
import { endSessionsOf } from '../../storage/session.store.js';
import type { Outcome } from '../change.js';
import { expectVersion, found } from '../change.js';
import type { House } from '../house.js';
import { changePeople } from '../people/change-people.js';
import { refuseIfItMayMore } from './more-rights.js';

/** Lets an employee in, or out at once: its sessions end, and the tokens it made stop while it is not active. */
export const setEmployeeActive = async (
  house: House, caller: SignedInCaller, { id, active, version }: { id: string; active: boolean; version: number },
): Promise<Outcome<Employee>> => await changePeople(house, caller, ['EMPLOYEES', 'modify'], ['id'], async (desk) => {
  const employee = found(await employeeForChange(desk.session, id), 'employee');
  expectVersion(employee, version);
  if (employee.active === active) return employee;
  if (active) await refuseIfItMayMore(desk, employee, ['id']);
  else await endSessionsOf(desk.session, [id]);
  employee.active = active;
  employee.version += 1;
  employee.updatedAt = desk.now;
  desk.audit(active ? 'ACTIVATED' : 'DEACTIVATED', { type: 'EMPLOYEE', id, name: employee.name });
  return employee;
});
