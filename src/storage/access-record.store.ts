import { Employee, Role } from '../domain/people.js';
import type { Grant, HolderKind, RecordType } from '../domain/permission.js';
import { administers, effectiveRights } from '../domain/permission.js';
import { inPortions, roleIdsOf } from './employee.store.js';
import { AccessRecordRow, EmployeeRoleRow } from './entities/people.entity.js';
import type { Session } from './orm.js';

/**
 * Rows of access records and of who has which role are replaced, never edited, so they are always read past the session's
 * identity map: it would answer a replaced row as it was.
 */
const FRESH = { disableIdentityMap: true } as const;

const grantOf = ({ recordType, access, modify, add, erase, areas }: AccessRecordRow): Grant => ({ recordType, access, modify, add, erase, areas });

export const grantsOf = async (session: Session, holderKind: HolderKind, holderId: string): Promise<Grant[]> =>
  (await session.find(AccessRecordRow, { holderKind, holderId }, { ...FRESH, orderBy: { recordType: 'asc' } })).map(grantOf);

/** The own grants of each of these holders. */
export const grantsOfEach = async (session: Session, holderKind: HolderKind, ids: readonly string[]): Promise<Map<string, Grant[]>> => {
  const rows = await inPortions(ids, async (some) =>
    await session.find(AccessRecordRow, { holderKind, holderId: { $in: some } }, { ...FRESH, orderBy: { recordType: 'asc' } }));
  const grants = new Map<string, Grant[]>(ids.map((id) => [id, []]));
  for (const row of rows) grants.get(row.holderId)?.push(grantOf(row));
  return grants;
};

/** All grants that reach each of these employees: its own and those of its roles. */
export const grantsReachingEach = async (session: Session, employeeIds: readonly string[]): Promise<Map<string, Grant[]>> => {
  const grants = await grantsOfEach(session, 'EMPLOYEE', employeeIds);
  const having = await inPortions(employeeIds, async (some) => await session.find(EmployeeRoleRow, { employeeId: { $in: some } }, FRESH));
  const ofRoles = await grantsOfEach(session, 'ROLE', [...new Set(having.map(({ roleId }) => roleId))]);
  for (const { employeeId, roleId } of having) grants.get(employeeId)?.push(...ofRoles.get(roleId) ?? []);
  return grants;
};

/** An employee's own grants and those of its roles. */
export const grantsReaching = async (session: Session, employeeId: string): Promise<Grant[]> =>
  (await grantsReachingEach(session, [employeeId])).get(employeeId) ?? [];

/** The grants that reach a holder, by whose they are: its own first, then those of its roles by name. */
export const grantsWithHolders = async (
  session: Session, kind: HolderKind, id: string, name: string,
): Promise<{ holder: { kind: HolderKind; id: string; name: string }; grants: Grant[] }[]> => {
  const roleIds = kind === 'EMPLOYEE' ? await roleIdsOf(session, id) : [];
  const roles = await session.find(Role, { id: { $in: roleIds } }, { orderBy: { nameKey: 'asc' } });
  const grants = await grantsOfEach(session, 'ROLE', roleIds);
  return [
    { holder: { kind, id, name }, grants: await grantsOf(session, kind, id) },
    ...roles.map((role) => ({ holder: { kind: 'ROLE' as const, id: role.id, name: role.name }, grants: grants.get(role.id) ?? [] })),
  ];
};

/** The ids of employees whom a record of this type reaches, by one of their own or by a role. */
export const holderIds = async (session: Session, recordType: RecordType): Promise<string[]> => {
  const rows = await session.find(AccessRecordRow, { recordType, holderKind: { $in: ['EMPLOYEE', 'ROLE'] } }, FRESH);
  const ofKind = (kind: HolderKind): string[] => rows.filter(({ holderKind }) => holderKind === kind).map(({ holderId }) => holderId);
  const having = await session.find(EmployeeRoleRow, { roleId: { $in: ofKind('ROLE') } }, FRESH);
  return [...new Set([...ofKind('EMPLOYEE'), ...having.map(({ employeeId }) => employeeId)])];
};

/** Gives a holder these grants in place of those it had. */
export const replaceGrants = async (session: Session, holderKind: HolderKind, holderId: string, grants: readonly Grant[]): Promise<void> => {
  await session.nativeDelete(AccessRecordRow, { holderKind, holderId });
  if (grants.length > 0) await session.insertMany(AccessRecordRow, grants.map((grant) => ({ ...grant, holderKind, holderId })));
};

/** Whether an active employee who can sign in holds what it takes to mend everybody's rights. */
export const isAdministered = async (session: Session): Promise<boolean> => {
  const deciding = await session.find(AccessRecordRow, {
    recordType: { $in: ['EMPLOYEES', 'ACCESS_RECORDS'] }, holderKind: { $in: ['EMPLOYEE', 'ROLE'] },
    $or: [{ access: true }, { modify: true }],
  }, FRESH);
  const idsOf = (kind: HolderKind): string[] =>
    [...new Set(deciding.filter(({ holderKind }) => holderKind === kind).map(({ holderId }) => holderId))];
  const having = await session.find(EmployeeRoleRow, { roleId: { $in: idsOf('ROLE') } }, FRESH);
  const candidates = [...new Set([...idsOf('EMPLOYEE'), ...having.map(({ employeeId }) => employeeId)])];
  const able = await inPortions(candidates, async (some) =>
    await session.find(Employee, { id: { $in: some }, active: true, passwordHash: { $ne: null } }, { ...FRESH, fields: ['id'] }));
  return able.some(({ id }) => {
    const roleIds = new Set(having.filter(({ employeeId }) => employeeId === id).map(({ roleId }) => roleId));
    return administers(effectiveRights(deciding.filter(({ holderKind, holderId }) => (holderKind === 'ROLE' ? roleIds.has(holderId) : holderId === id))));
  });
};
