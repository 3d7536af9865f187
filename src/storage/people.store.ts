import { LockMode } from '@mikro-orm/core';
import { ApplicationToken, Employee, Role } from '../domain/people.js';
import type { Grant, HolderKind } from '../domain/permission.js';
import { AccessRecordRow, EmployeeRoleRow, SessionRow } from './entities/people.entity.js';
import type { Session } from './orm.js';

export const employeeById = async (session: Session, id: string): Promise<Employee | null> => await session.findOne(Employee, { id });

export const employeeForChange = async (session: Session, id: string): Promise<Employee | null> =>
  await session.findOne(Employee, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** By the sign-in name, whatever its case. */
export const employeeByEmail = async (session: Session, email: string): Promise<Employee | null> =>
  await session.findOne(Employee, { emailKey: email.trim().toLowerCase() });

export const roleIdsOf = async (session: Session, employeeId: string): Promise<string[]> =>
  (await session.find(EmployeeRoleRow, { employeeId })).map((row) => row.roleId);

export const grantsOf = async (session: Session, holderKind: HolderKind, holderId: string): Promise<Grant[]> =>
  await session.find(AccessRecordRow, { holderKind, holderId });

/** An employee's own grants and those of its roles. */
export const grantsReaching = async (session: Session, employeeId: string): Promise<Grant[]> => {
  const roleIds = await roleIdsOf(session, employeeId);
  return await session.find(AccessRecordRow, { $or: [
    { holderKind: 'EMPLOYEE', holderId: employeeId },
    { holderKind: 'ROLE', holderId: { $in: roleIds } },
  ] });
};

export const addSession = (session: Session, row: SessionRow): void => {
  session.persist(row);
};

export const sessionByHash = async (session: Session, tokenHash: string): Promise<SessionRow | null> =>
  await session.findOne(SessionRow, { tokenHash });

export const endSession = async (session: Session, id: string): Promise<void> => {
  await session.nativeDelete(SessionRow, { id });
};

/** Ends every session of an employee, but for one that may stay. */
export const endSessionsOf = async (session: Session, employeeId: string, except: string | null = null): Promise<void> => {
  await session.nativeDelete(SessionRow, { employeeId, ...(except === null ? {} : { id: { $ne: except } }) });
};

export const tokenByHash = async (session: Session, secretHash: string): Promise<ApplicationToken | null> =>
  await session.findOne(ApplicationToken, { secretHash });

/** The grants that reach a holder, by whose they are: its own first, then those of its roles by name. */
export const grantsWithHolders = async (
  session: Session, kind: HolderKind, id: string, name: string,
): Promise<{ holder: { kind: HolderKind; id: string; name: string }; grants: Grant[] }[]> => {
  const roleIds = kind === 'EMPLOYEE' ? await roleIdsOf(session, id) : [];
  const roles = await session.find(Role, { id: { $in: roleIds } }, { orderBy: { nameKey: 'asc' } });
  const holders = [{ kind, id, name }, ...roles.map((role) => ({ kind: 'ROLE' as const, id: role.id, name: role.name }))];
  return await Promise.all(holders.map(async (holder) => ({ holder, grants: await grantsOf(session, holder.kind, holder.id) })));
};
