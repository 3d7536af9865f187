import type { SignedInCaller } from '../../domain/caller.js';
import { refuseIfAny } from '../../domain/errors.js';
import { textKey } from '../../domain/normalise.js';
import { Role } from '../../domain/people.js';
import { addRole } from '../../storage/role.store.js';
import { replaceAccessRecords } from '../access-records/replace.js';
import type { Outcome } from '../change.js';
import type { House } from '../house.js';
import { changePeople } from '../people/change-people.js';
import type { RoleWish } from './role-input.js';
import { roleFaults } from './role-input.js';

/** Makes a role, with access records if any are given: no more than the caller holds. */
export const createRole = async (house: House, caller: SignedInCaller, input: RoleWish): Promise<Outcome<Role>> =>
  await changePeople(house, caller, ['ACCESS_RECORDS', 'add'], ['input'], async (desk) => {
    refuseIfAny(await roleFaults(desk.session, input, null));
    const name = input.name.trim();
    const role = new Role({ id: desk.newId(), name, nameKey: textKey(name), description: input.description?.trim() || null, createdAt: desk.now });
    addRole(desk.session, role);
    const records = await replaceAccessRecords(
      desk, { kind: 'ROLE', id: role.id, areas: null, path: ['input'] }, input.records ?? [], ['input', 'records']);
    desk.audit('CREATED', { type: 'ROLE', id: role.id, name }, [
      { field: 'name', before: null, after: name }, { field: 'description', before: null, after: role.description }, ...records,
    ]);
    return role;
  });
