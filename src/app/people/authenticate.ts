import type { Caller } from '../../domain/caller.js';
import { effectiveRights } from '../../domain/permission.js';
import { grantsReaching } from '../../storage/access-record.store.js';
import { tokenByHash } from '../../storage/application-token.store.js';
import { employeeById } from '../../storage/employee.store.js';
import type { Session } from '../../storage/orm.js';
import { sessionByHash } from '../../storage/session.store.js';
import type { House } from '../house.js';
import { hashOf, SESSION_PREFIX, TOKEN_PREFIX } from './bearer.js';
import type { Known } from './known-callers.js';
import { tokenRights } from './standing.js';

const knownEmployee = async (session: Session, hash: string): Promise<Known | null> => {
  const row = await sessionByHash(session, hash);
  const employee = row === null ? null : await employeeById(session, row.employeeId);
  if (row === null || employee === null || !employee.active) return null;
  return {
    expiresAt: row.expiresAt,
    caller: {
      kind: 'EMPLOYEE', id: employee.id, name: employee.name, sessionId: row.id, mustChangePassword: employee.mustChangePassword,
      rights: effectiveRights(await grantsReaching(session, employee.id)),
    },
  };
};

const knownToken = async (session: Session, hash: string, now: number): Promise<Known | null> => {
  const token = await tokenByHash(session, hash);
  const rights = token === null ? null : await tokenRights(session, token, now);
  if (token === null || rights === null) return null;
  return { expiresAt: token.expiresAt, caller: { kind: 'APPLICATION_TOKEN', id: token.id, name: token.name, rights, areas: token.areas } };
};

/** Who a credential belongs to, with the rights held now; signed out when it belongs to nobody. */
export const authenticate = async (house: House, credential: string | null, address: string): Promise<Caller> => {
  const signedOut: Caller = { kind: 'SIGNED_OUT', address };
  if (credential === null) return signedOut;
  const now = house.now();
  const hash = hashOf(credential);
  const find = async (): Promise<Known | null> => {
    if (credential.startsWith(SESSION_PREFIX)) return await knownEmployee(house.storage.read(), hash);
    return credential.startsWith(TOKEN_PREFIX) ? await knownToken(house.storage.read(), hash, now) : null;
  };
  const caller = await house.callers.get(hash, now, find);
  return caller === null ? signedOut : { ...caller, address };
};
