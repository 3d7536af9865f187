import type { SignedInCaller } from '../../domain/caller.js';
import { secretChange } from '../../domain/audit-event.js';
import type { Fault } from '../../domain/errors.js';
import { Problem, Refused, refuseIfAny } from '../../domain/errors.js';
import { passwordFaults } from '../../domain/password-rule.js';
import { employeeById, employeeForChange } from '../../storage/employee.store.js';
import { endSessionsOf } from '../../storage/session.store.js';
import type { Outcome } from '../change.js';
import { change } from '../change.js';
import type { House } from '../house.js';
import { forgetGuesses, guessGuard } from './guess-limit.js';
import { hashPassword, passwordMatches } from './password.js';

const WRONG: Fault = { code: 'INVALID', path: ['current'], message: 'This is not your password' };

/**
 * Gives the caller another password. Every other session of it ends; the one that calls stays. A wrong current password
 * counts as a failed sign-in: else a stolen session could guess it at leisure.
 */
export const changePassword = async (house: House, caller: SignedInCaller, input: { current: string; next: string }): Promise<Outcome<boolean>> => {
  if (caller.kind !== 'EMPLOYEE') throw new Problem('FORBIDDEN', 'Only for employees');
  const employee = await employeeById(house.storage.read(), caller.id);
  if (employee === null) throw new Problem('UNAUTHENTICATED', 'Sign in first');
  const matches = await passwordMatches(input.current, employee.passwordHash, guessGuard(house, caller, employee.email));
  const faults = [
    ...(matches ? [] : [WRONG]),
    ...passwordFaults(input.next, { email: employee.email, name: employee.name, current: input.current }, ['next']),
  ];
  const passwordHash = faults.length > 0 ? null : await hashPassword(input.next);
  const outcome = await change(house, caller, async (desk) => {
    refuseIfAny(faults);
    const locked = await employeeForChange(desk.session, caller.id);
    if (locked === null || !locked.active || locked.passwordHash !== employee.passwordHash) throw new Refused([WRONG]);
    locked.passwordHash = passwordHash;
    locked.mustChangePassword = false;
    locked.version += 1;
    locked.updatedAt = desk.now;
    await endSessionsOf(desk.session, [caller.id], caller.sessionId);
    await forgetGuesses(desk.session, caller, employee.email);
    desk.audit('PASSWORD_CHANGED', { type: 'EMPLOYEE', id: caller.id, name: caller.name }, [secretChange('password')]);
    return true;
  });
  if (outcome.value) house.announcements.emit('rightsChanged');
  return outcome;
};
