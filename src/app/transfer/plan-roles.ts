import { accessRecordFaults, grantsFrom, grantsInWords } from '../../domain/access-record-input.js';
import { changesBetween } from '../../domain/audit-event.js';
import { textKey } from '../../domain/normalise.js';
import { Role } from '../../domain/people.js';
import type { Grant } from '../../domain/permission.js';
import type { TransferRole } from '../../domain/transfer.js';
import type { RoleWithGrants } from '../../storage/transfer.store.js';
import { nameFaults } from '../accounts/number-and-name.js';
import type { Plan, Planned, World } from './plan.js';
import { invalid, repeated } from './plan.js';

const KIND = 'roles';
const DESCRIPTION_CHARACTERS_MAX = 500;

const descriptionFaults = (description: string | null, at: number) => ((description?.length ?? 0) > DESCRIPTION_CHARACTERS_MAX
  ? [invalid(`A description has at most ${DESCRIPTION_CHARACTERS_MAX} characters`, KIND, at, 'description')] : []);

/** A role that is planned, with the access records that it will have. */
export interface PlannedRole extends Planned<Role> { readonly grants: readonly Grant[] }

const planOne = (item: TransferRole, existing: RoleWithGrants | undefined, world: World): PlannedRole => {
  const role = existing?.role;
  const record = role ?? new Role({ id: world.newId(), createdAt: world.now, version: 0 });
  const after = { name: item.name.trim(), description: item.description };
  const grants = grantsFrom(item.accessRecords);
  const changes = changesBetween(
    role === undefined ? {} : { name: role.name, description: role.description, ...grantsInWords(existing?.grants ?? []) },
    { ...after, ...grantsInWords(grants) });
  return {
    entry: { kind: 'ROLE', label: `Role ${after.name}`, action: role === undefined ? 'NEW' : changes.length > 0 ? 'UPDATED' : 'UNCHANGED', changes },
    record, renamed: false, grants,
    write: () => { Object.assign(record, after, { nameKey: textKey(after.name), version: record.version + 1 }); },
  };
};

/** Roles are matched by name; the access records of the file replace those that a role has. `areaCodes`: here and in the file. */
export const planRoles = (items: readonly TransferRole[], world: World, areaCodes: ReadonlySet<string>): Plan<Role, PlannedRole> => {
  const existingOf = ({ name }: TransferRole): RoleWithGrants | undefined => world.roles.find(({ role }) => role.nameKey === textKey(name));
  return {
    faults: [
      ...items.flatMap(({ name, description, accessRecords }, at) =>
        [...nameFaults(name, [KIND, String(at), 'name']), ...descriptionFaults(description, at), ...accessRecordFaults(accessRecords, areaCodes, [KIND, String(at), 'accessRecords'])]),
      ...repeated(items.map(({ name }) => name)).map((at) => invalid(`Role ${items[at]?.name} is in the file twice`, KIND, at, 'name')),
    ],
    planned: items.map((item) => planOne(item, existingOf(item), world)), reenter: [], remarks: [],
  };
};
