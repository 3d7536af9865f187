import type { SignedInCaller } from '../../domain/caller.js';
import { refuse } from '../../domain/errors.js';
import type { Role } from '../../domain/people.js';
import { replaceGrants } from '../../storage/access-record.store.js';
import { removeRole, roleForChange, someWithRole } from '../../storage/role.store.js';
import type { Outcome } from '../change.js';
import { expectVersion, found } from '../change.js';
import type { House } from '../house.js';
import { changePeople } from '../people/change-people.js';

const NAMED_AT_MOST = 20;

/** Erases a role that no employee has any more; where some do, RECORD_IN_USE names them. */
export const eraseRole = async (
  house: House, caller: SignedInCaller, { id, version }: { id: string; version: number },
): Promise<Outcome<Role>> => await changePeople(house, caller, ['ACCESS_RECORDS', 'erase'], ['id'], async (desk) => {
  const role = found(await roleForChange(desk.session, id), 'role');
  expectVersion(role, version);
  const users = await someWithRole(desk.session, id, NAMED_AT_MOST);
  if (users.length > 0) {
    const usedBy = users.map((user) => ({ type: 'Employee', id: user.id, name: user.name }));
    refuse('RECORD_IN_USE', ['id'], `Employees have the role ${role.name}`, usedBy);
  }
  await replaceGrants(desk.session, 'ROLE', id, []);
  removeRole(desk.session, role);
  desk.audit('ERASED', { type: 'ROLE', id, name: role.name }, [{ field: 'name', before: role.name, after: null }]);
  return role;
});
