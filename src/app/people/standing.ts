import type { SignedInCaller } from '../../domain/caller.js';
import type { ApplicationToken } from '../../domain/people.js';
import type { Rights } from '../../domain/permission.js';
import { effectiveRights, limitToAreas, rightsInCommon } from '../../domain/permission.js';
import { grantsOf, grantsReaching } from '../../storage/access-record.store.js';
import { tokenById } from '../../storage/application-token.store.js';
import { employeeById, roleIdsOf } from '../../storage/employee.store.js';
import type { Session } from '../../storage/orm.js';

/** What an employee may do now; null when there is none, or it is not active. */
export const employeeRights = async (session: Session, id: string): Promise<Rights | null> => {
  const employee = await employeeById(session, id);
  return employee === null || !employee.active ? null : effectiveRights(await grantsReaching(session, id));
};

/**
 * What an application token may do now: its own rights in its areas, and never more than whoever made it may now. Null
 * when it is revoked or over, or when its maker was erased or deactivated: nobody answers for it then.
 */
export const tokenRights = async (session: Session, token: ApplicationToken, now: number): Promise<Rights | null> => {
  if (token.revokedAt !== null || (token.expiresAt !== null && token.expiresAt <= now)) return null;
  const own = limitToAreas(effectiveRights(await grantsOf(session, 'APPLICATION_TOKEN', token.id)), token.areas);
  if (token.createdById === null) return own;
  const makers = await employeeRights(session, token.createdById);
  return makers === null ? null : rightsInCommon(own, makers);
};

/** How a caller stands at this moment, whatever it was when its request came in. */
export interface Standing {
  readonly rights: Rights;
  /** The employee who acts: the caller itself, or who made the calling token. Null on the command line. */
  readonly employeeId: string | null;
  readonly roleIds: ReadonlySet<string>;
  readonly tokenId: string | null;
}

/** The caller's standing read anew; null when it may not call any more. */
export const standingOf = async (session: Session, caller: SignedInCaller, now: number): Promise<Standing | null> => {
  if (caller.kind === 'COMMAND') return { rights: caller.rights, employeeId: null, roleIds: new Set(), tokenId: null };
  const token = caller.kind === 'APPLICATION_TOKEN' ? await tokenById(session, caller.id) : null;
  if (caller.kind === 'APPLICATION_TOKEN' && token === null) return null;
  const rights = token === null ? await employeeRights(session, caller.id) : await tokenRights(session, token, now);
  if (rights === null) return null;
  const employeeId = token === null ? caller.id : token.createdById;
  return {
    rights, employeeId, tokenId: token?.id ?? null,
    roleIds: new Set(employeeId === null ? [] : await roleIdsOf(session, employeeId)),
  };
};
