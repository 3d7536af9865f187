import { changesBetween } from '../../domain/audit-event.js';
import type { Fault } from '../../domain/errors.js';
import { textKey } from '../../domain/normalise.js';
import { Role } from '../../domain/people.js';
import type { Grant } from '../../domain/permission.js';
import { AREA_LIMITED_TYPES, RECORD_TYPES, RIGHTS } from '../../domain/permission.js';
import type { TransferRole } from '../../domain/transfer.js';
import type { RoleWithGrants } from '../../storage/transfer.store.js';
import { nameFaults } from '../accounts/number-and-name.js';
import type { Plan, Planned, World } from './plan.js';
import { invalid, repeated } from './plan.js';
import { descriptionFaults } from './plan-areas.js';

const KIND = 'roles';

/** A role that is planned, with the access records that it will have. */
export interface PlannedRole extends Planned<Role> { readonly grants: readonly Grant[] }

const written = (grant: Grant): string =>
  [RIGHTS.filter((right) => grant[right]).join(' '), ...(grant.areas === null ? [] : [`in ${grant.areas.toSorted().join(' ')}`])].join(' ');

const asFields = (grants: readonly Grant[]): Record<string, string> =>
  Object.fromEntries(RECORD_TYPES.flatMap((type) => grants.filter(({ recordType }) => recordType === type).map((grant) => [type, written(grant)])));

const grantFaults = (grants: readonly Grant[], at: number, areaCodes: ReadonlySet<string>): Fault[] => grants.flatMap((grant, place) => {
  const path = [KIND, at, 'accessRecords', place] as const;
  const first = grants.findIndex(({ recordType }) => recordType === grant.recordType) === place;
  return [
    ...(first ? [] : [invalid(`${grant.recordType} has an access record already`, ...path, 'recordType')]),
    ...(grant.areas !== null && !AREA_LIMITED_TYPES.includes(grant.recordType) ? [invalid(`${grant.recordType} cannot be limited to areas`, ...path, 'areas')] : []),
    ...(grant.areas ?? []).filter((code) => !areaCodes.has(code)).map((code) => invalid(`There is no area ${code}, here or in the file`, ...path, 'areas')),
  ];
});

const planOne = (item: TransferRole, existing: RoleWithGrants | undefined, world: World): PlannedRole => {
  const role = existing?.role;
  const record = role ?? new Role({ id: world.newId(), createdAt: world.now, version: 0 });
  const after = { name: item.name.trim(), description: item.description };
  const changes = changesBetween(
    role === undefined ? {} : { name: role.name, description: role.description, ...asFields(existing?.grants ?? []) },
    { ...after, ...asFields(item.accessRecords) });
  return {
    entry: { kind: 'ROLE', label: `Role ${after.name}`, action: role === undefined ? 'NEW' : changes.length > 0 ? 'UPDATED' : 'UNCHANGED', changes },
    record, renamed: false, grants: item.accessRecords,
    write: () => { Object.assign(record, after, { nameKey: textKey(after.name), version: record.version + 1 }); },
  };
};

/** Roles are matched by name; the access records of the file replace those that a role has. `areaCodes`: here and in the file. */
export const planRoles = (items: readonly TransferRole[], world: World, areaCodes: ReadonlySet<string>): Plan<Role> & { readonly planned: readonly PlannedRole[] } => {
  const existingOf = ({ name }: TransferRole): RoleWithGrants | undefined => world.roles.find(({ role }) => role.nameKey === textKey(name));
  return {
    faults: [
      ...items.flatMap(({ name, description, accessRecords }, at) =>
        [...nameFaults(name, [KIND, String(at), 'name']), ...descriptionFaults(KIND, at, description), ...grantFaults(accessRecords, at, areaCodes)]),
      ...repeated(items.map(({ name }) => name)).map((at) => invalid(`Role ${items[at]?.name} is in the file twice`, KIND, at, 'name')),
    ],
    planned: items.map((item) => planOne(item, existingOf(item), world)), reenter: [], remarks: [],
  };
};
