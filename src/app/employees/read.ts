import type { SignedInCaller } from '../../domain/caller.js';
import { Problem } from '../../domain/errors.js';
import type { Page, PageArguments } from '../../domain/page.js';
import { pageRequest } from '../../domain/page.js';
import type { Employee, Role } from '../../domain/people.js';
import type { Grant } from '../../domain/permission.js';
import { may } from '../../domain/permission.js';
import { grantsOfEach } from '../../storage/access-record.store.js';
import type { EmployeeFilter } from '../../storage/employee.store.js';
import { employeeById, employeePage, nextEmployeeNumber, rolesOfEach } from '../../storage/employee.store.js';
import type { House } from '../house.js';

export const employee = async (house: House, id: string): Promise<Employee | null> => await employeeById(house.storage.read(), id);

/** A page of employees by number. Who has which role is told only to those who may see roles, so only they may ask by role. */
export const employees = async (house: House, caller: SignedInCaller, filter: EmployeeFilter, page: PageArguments): Promise<Page<Employee>> => {
  if (filter.roleId != null && !may(caller.rights, 'ACCESS_RECORDS', 'access')) throw new Problem('FORBIDDEN', 'Needs ACCESS_RECORDS access');
  return await employeePage(house.storage.read(), filter, pageRequest(page));
};

/** The number that a new employee would be offered; another user may take it first. */
export const nextNumber = async (house: House): Promise<string> => await nextEmployeeNumber(house.storage.read());

/** The roles of each of these employees. */
export const rolesOfEmployees = async (house: House, ids: readonly string[]): Promise<Map<string, Role[]>> =>
  await rolesOfEach(house.storage.read(), ids);

/** The access records of each of these employees itself, without those of its roles. */
export const grantsOfEmployees = async (house: House, ids: readonly string[]): Promise<Map<string, Grant[]>> =>
  await grantsOfEach(house.storage.read(), 'EMPLOYEE', ids);
