import { LockMode } from '@mikro-orm/core';
import { naturalSortKey, textKey } from '../domain/normalise.js';
import type { Page, PageRequest } from '../domain/page.js';
import { Employee, emailKeyOf, Role } from '../domain/people.js';
import { EmployeeRoleRow } from './entities/people.entity.js';
import { RetiredNumberRow } from './entities/installation.entity.js';
import { contains } from './contains.js';
import type { Session } from './orm.js';
import { pageOf } from './page.js';

/** What a list of employees can be narrowed to. */
export interface EmployeeFilter {
  readonly text?: string | null;
  readonly active?: boolean | null;
  readonly roleId?: string | null;
}

/** Lists of ids are asked for in portions: SQLite takes 32,766 parameters a statement. */
const PORTION = 1000;

/** The rows for any number of ids, asked for in portions. */
export const inPortions = async <T>(ids: readonly string[], find: (some: string[]) => Promise<T[]>): Promise<T[]> => {
  const rows: T[] = [];
  for (let from = 0; from < ids.length; from += PORTION) rows.push(...await find(ids.slice(from, from + PORTION)));
  return rows;
};

export const employeeById = async (session: Session, id: string): Promise<Employee | null> => await session.findOne(Employee, { id });

export const employeeForChange = async (session: Session, id: string): Promise<Employee | null> =>
  await session.findOne(Employee, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** By the sign-in name, however it is spelt. */
export const employeeByEmail = async (session: Session, email: string): Promise<Employee | null> =>
  await session.findOne(Employee, { emailKey: emailKeyOf(email) });

export const employeeByNumber = async (session: Session, number: string): Promise<Employee | null> =>
  await session.findOne(Employee, { numberKey: textKey(number) });

/** Those of these employees who are active, by number. */
export const activeEmployees = async (session: Session, ids: readonly string[]): Promise<Employee[]> =>
  (await inPortions(ids, async (some) => await session.find(Employee, { id: { $in: some }, active: true })))
    .toSorted((one, other) => (one.numberSort < other.numberSort ? -1 : 1));

export const addEmployee = (session: Session, employee: Employee): void => {
  session.persist(employee);
};

/** The keys that follow from number, name and email; set whenever one of these is. */
export const setEmployeeKeys = (employee: Employee): void => {
  const { number, name, email } = employee;
  employee.numberKey = textKey(number);
  employee.numberSort = naturalSortKey(number);
  employee.emailKey = emailKeyOf(email);
  employee.searchKey = textKey(`${number} ${name} ${email}`).slice(0, 600);
};

/** Removes an employee with its roles and retires its number. Grants and sessions are removed by their own stores. */
export const removeEmployee = async (session: Session, employee: Employee): Promise<void> => {
  await session.nativeDelete(EmployeeRoleRow, { employeeId: employee.id });
  const retired = { kind: 'EMPLOYEE' as const, numberKey: employee.numberKey };
  await session.createQueryBuilder(RetiredNumberRow).insert(retired).onConflict(['kind', 'numberKey']).ignore().execute();
  session.remove(employee);
};

/** The lowest whole number that no employee has or had. */
export const nextEmployeeNumber = async (session: Session): Promise<string> => {
  const used = await session.find(Employee, {}, { fields: ['numberKey'], disableIdentityMap: true });
  const retired = await session.find(RetiredNumberRow, { kind: 'EMPLOYEE' });
  const taken = new Set([...used, ...retired].map((row) => row.numberKey));
  let number = 1;
  while (taken.has(String(number))) number += 1;
  return String(number);
};

export const employeePage = async (session: Session, filter: EmployeeFilter, request: PageRequest): Promise<Page<Employee>> => {
  const conditions: object[] = [];
  if (filter.text) conditions.push(contains('search_key', filter.text));
  if (filter.active != null) conditions.push({ active: filter.active });
  if (filter.roleId != null) {
    // What is not an id of ours is nobody's role; see contains.ts for why no free text may go into a raw fragment.
    if (!/^[0-9a-f-]{36}$/.test(filter.roleId)) return { edges: [], hasNextPage: false, hasPreviousPage: false, totalCount: async () => 0 };
    const having = session.createQueryBuilder(EmployeeRoleRow, 'er').select('er.employeeId').where({ roleId: filter.roleId });
    conditions.push({ id: { $in: having.toRaw() } });
  }
  return await pageOf<Employee>(session, Employee, { $and: conditions }, [{ numberSort: 'asc' }, { id: 'asc' }], request);
};

export const roleIdsOf = async (session: Session, employeeId: string): Promise<string[]> =>
  (await session.find(EmployeeRoleRow, { employeeId }, { disableIdentityMap: true })).map((row) => row.roleId);

/** Gives an employee these roles in place of those it had. */
export const setRolesOf = async (session: Session, employeeId: string, roleIds: readonly string[]): Promise<void> => {
  await session.nativeDelete(EmployeeRoleRow, { employeeId });
  if (roleIds.length > 0) await session.insertMany(EmployeeRoleRow, roleIds.map((roleId) => ({ employeeId, roleId })));
};

/** The roles of each of these employees, by name. */
export const rolesOfEach = async (session: Session, employeeIds: readonly string[]): Promise<Map<string, Role[]>> => {
  const rows = await inPortions(employeeIds, async (some) =>
    await session.find(EmployeeRoleRow, { employeeId: { $in: some } }, { disableIdentityMap: true }));
  const roles = await session.find(Role, { id: { $in: [...new Set(rows.map(({ roleId }) => roleId))] } }, { orderBy: { nameKey: 'asc' } });
  return new Map(employeeIds.map((id) => {
    const own = new Set(rows.filter(({ employeeId }) => employeeId === id).map(({ roleId }) => roleId));
    return [id, roles.filter((role) => own.has(role.id))];
  }));
};
