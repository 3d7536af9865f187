import type { AccessRecordWish } from '../../domain/access-record-input.js';
import type { Fault } from '../../domain/errors.js';
import type { Role } from '../../domain/people.js';
import type { Session } from '../../storage/orm.js';
import { roleByName } from '../../storage/role.store.js';
import { nameFaults } from '../accounts/number-and-name.js';

/** A role as a caller gives it. `records` left out or null: none for a new role, unchanged for another. */
export interface RoleWish {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly records?: readonly AccessRecordWish[] | null | undefined;
}

const MAX_DESCRIPTION = 500;

/** Faults of a role's name and description, by anybody but `self`. */
export const roleFaults = async (session: Session, { name, description }: RoleWish, self: Role | null): Promise<Fault[]> => {
  const faults = nameFaults(name, ['input', 'name']);
  const same = faults.length > 0 ? null : await roleByName(session, name);
  return [
    ...faults,
    ...(same !== null && same.id !== self?.id
      ? [{ code: 'NAME_TAKEN' as const, path: ['input', 'name'], message: `There is a role ${same.name}` }] : []),
    ...((description?.length ?? 0) > MAX_DESCRIPTION
      ? [{ code: 'INVALID' as const, path: ['input', 'description'], message: `A description has at most ${MAX_DESCRIPTION} characters` }] : []),
  ];
};
