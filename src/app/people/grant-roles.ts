import type { Fault } from '../../domain/errors.js';
import { refuse, refuseIfAny } from '../../domain/errors.js';
import type { Employee, Role } from '../../domain/people.js';
import { may } from '../../domain/permission.js';
import { rolesOfEach, setRolesOf } from '../../storage/employee.store.js';
import { rolesById } from '../../storage/role.store.js';
import type { PeopleDesk } from './change-people.js';
import { withoutRaising } from './without-raising.js';

const PATH = ['input', 'roleIds'];
const MAX_ROLES = 200;

const unknownFaults = (wanted: readonly string[], roles: readonly Role[]): Fault[] =>
  wanted.flatMap((id, index) => (roles.some((role) => role.id === id)
    ? [] : [{ code: 'NOT_FOUND' as const, path: [...PATH, String(index)], message: 'There is no such role' }]));

/**
 * Gives an employee these roles in place of those it had, and answers both by name, or null when nothing changed. Giving
 * roles is granting: it needs modify on access records and every right that it raises; nobody changes its own roles.
 */
export const grantRoles = async (
  desk: PeopleDesk, employee: Employee, roleIds: readonly string[],
): Promise<{ before: string[]; after: string[] } | null> => {
  const wanted = [...new Set(roleIds)];
  if (wanted.length > MAX_ROLES) refuse('INVALID', PATH, `An employee has at most ${MAX_ROLES} roles`);
  const roles = await rolesById(desk.session, wanted);
  refuseIfAny(unknownFaults(wanted, roles));
  const before = (await rolesOfEach(desk.session, [employee.id])).get(employee.id) ?? [];
  if (before.length === wanted.length && before.every(({ id }) => wanted.includes(id))) return null;
  if (!may(desk.standing.rights, 'ACCESS_RECORDS', 'modify')) refuse('RIGHT_NOT_HELD', PATH, 'Giving roles needs modify on access records');
  if (employee.id === desk.standing.employeeId) refuse('RIGHT_NOT_HELD', PATH, 'Nobody changes its own roles');
  await withoutRaising(desk, [employee.id], PATH, async () => await setRolesOf(desk.session, employee.id, wanted));
  const names = (some: readonly Role[]) => some.map(({ name }) => name).toSorted();
  return { before: names(before), after: names(roles) };
};
