import type { Caller, EmployeeCaller, TokenCaller } from '../../domain/caller.js';
import { effectiveRights } from '../../domain/permission.js';
import { grantsReaching } from '../../storage/access-record.store.js';
import { tokenByHash } from '../../storage/application-token.store.js';
import { employeeById } from '../../storage/employee.store.js';
import type { Session } from '../../storage/orm.js';
import { sessionByHash } from '../../storage/session.store.js';
import type { House } from '../house.js';
import { hashOf, SESSION_PREFIX, TOKEN_PREFIX } from './bearer.js';
import { tokenRights } from './standing.js';

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
  const rights = token === null ? null : await tokenRights(session, token, now);
  if (token === null || rights === null) return null;
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
