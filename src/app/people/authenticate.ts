import type { Caller, EmployeeCaller, TokenCaller } from '../../domain/caller.js';
import { effectiveRights, limitToAreas, rightsInCommon } from '../../domain/permission.js';
import type { Session } from '../../storage/orm.js';
import { employeeById, grantsOf, grantsReaching, sessionByHash, tokenByHash } from '../../storage/people.store.js';
import type { House } from '../house.js';
import { hashOf, SESSION_PREFIX, TOKEN_PREFIX } from './bearer.js';

const employeeCaller = async (session: Session, hash: string, address: string, now: number): Promise<EmployeeCaller | null> => {
  const row = await sessionByHash(session, hash);
  if (row === null || row.expiresAt <= now) return null;
  const employee = await employeeById(session, row.employeeId);
  if (employee === null || !employee.active) return null;
  return {
    kind: 'EMPLOYEE', id: employee.id, name: employee.name, address, sessionId: row.id,
    mustChangePassword: employee.mustChangePassword,
    rights: effectiveRights(await grantsReaching(session, employee.id)),
  };
};

const tokenCaller = async (session: Session, hash: string, address: string, now: number): Promise<TokenCaller | null> => {
  const token = await tokenByHash(session, hash);
  if (token === null || token.revokedAt !== null || (token.expiresAt !== null && token.expiresAt <= now)) return null;
  const own = limitToAreas(effectiveRights(await grantsOf(session, 'APPLICATION_TOKEN', token.id)), token.areas);
  if (token.createdById === null) return { kind: 'APPLICATION_TOKEN', id: token.id, name: token.name, rights: own, areas: token.areas, address };
  const maker = await employeeById(session, token.createdById);
  // A token whose maker was erased or deactivated has nobody to answer for it.
  if (maker === null || !maker.active) return null;
  const rights = rightsInCommon(own, effectiveRights(await grantsReaching(session, maker.id)));
  return { kind: 'APPLICATION_TOKEN', id: token.id, name: token.name, rights, areas: token.areas, address };
};

/** Who a credential belongs to, with the rights held now; signed out when it belongs to nobody. */
export const authenticate = async (house: House, credential: string | null, address: string): Promise<Caller> => {
  const signedOut: Caller = { kind: 'SIGNED_OUT', address };
  if (credential === null) return signedOut;
  const session = house.storage.read();
  if (credential.startsWith(SESSION_PREFIX)) return await employeeCaller(session, hashOf(credential), address, house.now()) ?? signedOut;
  if (credential.startsWith(TOKEN_PREFIX)) return await tokenCaller(session, hashOf(credential), address, house.now()) ?? signedOut;
  return signedOut;
};
