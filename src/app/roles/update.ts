import { changesBetween } from '../../domain/audit-event.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { refuseIfAny } from '../../domain/errors.js';
import { textKey } from '../../domain/normalise.js';
import type { Role } from '../../domain/people.js';
import { roleForChange } from '../../storage/role.store.js';
import { replaceAccessRecords } from '../access-records/replace.js';
import type { Outcome } from '../change.js';
import { expectVersion, found } from '../change.js';
import type { House } from '../house.js';
import { changePeople } from '../people/change-people.js';
import type { RoleWish } from './role-input.js';
import { roleFaults } from './role-input.js';

/** Changes a role's name and description, and its access records where they are given. Left-out fields stay. */
export const updateRole = async (
  house: House, caller: SignedInCaller, { id, version, input }: { id: string; version: number; input: RoleWish },
): Promise<Outcome<Role>> => await changePeople(house, caller, ['ACCESS_RECORDS', 'modify'], ['input', 'records'], async (desk) => {
  const role = found(await roleForChange(desk.session, id), 'role');
  expectVersion(role, version);
  refuseIfAny(await roleFaults(desk.session, input, role));
  const before = { name: role.name, description: role.description };
  const after = { name: input.name.trim(), description: input.description === undefined ? role.description : input.description?.trim() || null };
  const records = input.records == null ? [] : await replaceAccessRecords(
    desk, { kind: 'ROLE', id, areas: null, path: ['id'] }, input.records, ['input', 'records']);
  const changes = [...changesBetween(before, after), ...records];
  if (changes.length === 0) return role;
  Object.assign(role, after, { nameKey: textKey(after.name), version: role.version + 1 });
  desk.audit('UPDATED', { type: 'ROLE', id, name: role.name }, changes);
  return role;
});
