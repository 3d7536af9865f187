import { LockMode } from '@mikro-orm/core';
import { textKey } from '../domain/normalise.js';
import { Employee, Role } from '../domain/people.js';
import { inPortions } from './employee.store.js';
import { EmployeeRoleRow } from './entities/people.entity.js';
import type { Session } from './orm.js';

/** All roles, by name. */
export const allRoles = async (session: Session): Promise<Role[]> => await session.find(Role, {}, { orderBy: { nameKey: 'asc', id: 'asc' } });

export const roleById = async (session: Session, id: string): Promise<Role | null> => await session.findOne(Role, { id });

export const rolesById = async (session: Session, ids: readonly string[]): Promise<Role[]> => await session.find(Role, { id: { $in: [...ids] } });

export const roleForChange = async (session: Session, id: string): Promise<Role | null> =>
  await session.findOne(Role, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });

export const roleByName = async (session: Session, name: string): Promise<Role | null> => await session.findOne(Role, { nameKey: textKey(name) });

export const addRole = (session: Session, role: Role): void => {
  session.persist(role);
};

export const removeRole = (session: Session, role: Role): void => {
  session.remove(role);
};

/** The ids of all employees who have a role. */
export const employeeIdsWithRole = async (session: Session, roleId: string): Promise<string[]> =>
  (await session.find(EmployeeRoleRow, { roleId }, { disableIdentityMap: true })).map(({ employeeId }) => employeeId);

/** Some of the employees who have a role, by number: to say who uses it. */
export const someWithRole = async (session: Session, roleId: string, most: number): Promise<Employee[]> => {
  const ids = await employeeIdsWithRole(session, roleId);
  const employees = await inPortions(ids, async (some) => await session.find(Employee, { id: { $in: some } }));
  return employees.toSorted((one, other) => (one.numberSort < other.numberSort ? -1 : 1)).slice(0, most);
};

/** How many employees have each role. */
export const employeeCounts = async (session: Session, roleIds: readonly string[]): Promise<Map<string, number>> => {
  const rows = await session.getKysely<{ employee_role: { employee_id: string; role_id: string } }>({ type: 'read' })
    .selectFrom('employee_role').where('role_id', 'in', [...roleIds]).groupBy('role_id')
    .select((select) => ['role_id as id', select.fn.countAll().as('count')]).execute();
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
};
