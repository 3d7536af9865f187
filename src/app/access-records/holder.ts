import type { ApplicationToken, Employee, Role } from '../../domain/people.js';
import type { HolderKind } from '../../domain/permission.js';
import { tokenForChange } from '../../storage/application-token.store.js';
import { employeeForChange } from '../../storage/employee.store.js';
import type { Session } from '../../storage/orm.js';
import { roleForChange } from '../../storage/role.store.js';
import type { Standing } from '../people/standing.js';

/** Whoever has access records of its own. */
export type Holder = Employee | Role | ApplicationToken;

/** The holder, locked until the transaction ends. */
export const holderForChange = async (session: Session, kind: HolderKind, id: string): Promise<Holder | null> => {
  if (kind === 'EMPLOYEE') return await employeeForChange(session, id);
  return kind === 'ROLE' ? await roleForChange(session, id) : await tokenForChange(session, id);
};

/** Whether a holder's grants are the caller's own: those of itself, of its roles, and, for a program, of who made it. */
export const isOwn = (standing: Standing, kind: HolderKind, id: string): boolean => {
  if (kind === 'EMPLOYEE') return id === standing.employeeId;
  return kind === 'ROLE' ? standing.roleIds.has(id) : id === standing.tokenId;
};
