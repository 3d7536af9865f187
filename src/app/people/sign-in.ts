import type { Caller, EmployeeCaller } from '../../domain/caller.js';
import { refuse } from '../../domain/errors.js';
import { effectiveRights } from '../../domain/permission.js';
import { grantsReaching } from '../../storage/access-record.store.js';
import { employeeByEmail, employeeForChange } from '../../storage/employee.store.js';
import { addSession } from '../../storage/session.store.js';
import type { Outcome } from '../change.js';
import { change } from '../change.js';
import type { House } from '../house.js';
import { hashOf, newCredential, SESSION_PREFIX } from './bearer.js';
import { forgetGuesses, guessGuard } from './guess-limit.js';
import { passwordMatches } from './password.js';

export interface SignedIn { readonly token: string; readonly expiresAt: number; readonly caller: EmployeeCaller }

const refuseSignIn = (): never => refuse('INVALID', ['password'], 'Email or password is wrong');

/**
 * Signs in by password. A wrong password and an unknown, inactive or passwordless employee are answered with the same
 * words after the same time. Failures are counted and audited before the answer leaves.
 */
export const signIn = async (house: House, caller: Caller, input: { email: string; password: string }): Promise<Outcome<SignedIn>> => {
  const guard = guessGuard(house, caller, input.email);
  await guard.before();
  const known = await employeeByEmail(house.storage.read(), input.email);
  const matches = await passwordMatches(input.password, known?.active ? known.passwordHash : null, guard);
  return await change(house, caller, async (desk) => {
    // Locked, and compared with what was verified: a reset or a deactivation meanwhile has ended all sessions, this one too.
    const employee = known === null || !matches ? null : await employeeForChange(desk.session, known.id);
    if (employee === null || !employee.active || employee.passwordHash !== known?.passwordHash) return refuseSignIn();
    const token = newCredential(SESSION_PREFIX);
    const address = caller.kind === 'COMMAND' ? 'command' : caller.address;
    const expiresAt = desk.now + house.config.limits.sessionHours * 3_600_000;
    const sessionId = desk.newId();
    await addSession(desk.session, { id: sessionId, tokenHash: hashOf(token), employeeId: employee.id, createdAt: desk.now, expiresAt, address });
    await forgetGuesses(desk.session, caller, input.email);
    const signedIn: EmployeeCaller = {
      kind: 'EMPLOYEE', id: employee.id, name: employee.name, address, sessionId,
      mustChangePassword: employee.mustChangePassword, rights: effectiveRights(await grantsReaching(desk.session, employee.id)),
    };
    desk.audit('SIGNED_IN', { type: 'SESSION', id: sessionId, name: employee.name }, [], signedIn);
    return { token, expiresAt, caller: signedIn };
  });
};
