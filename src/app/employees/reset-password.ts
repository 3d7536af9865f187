import { secretChange } from '../../domain/audit-event.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { refuse } from '../../domain/errors.js';
import type { Employee } from '../../domain/people.js';
import { employeeForChange } from '../../storage/employee.store.js';
import { endSessionsOf } from '../../storage/session.store.js';
import type { Outcome } from '../change.js';
import { found } from '../change.js';
import type { House } from '../house.js';
import { changePeople } from '../people/change-people.js';
import { hashPassword, oneTimePassword } from '../people/password.js';
import { refuseIfItMayMore } from './more-rights.js';

/** An employee with a new password, which is shown this once. */
export interface PasswordReset { readonly employee: Employee; readonly oneTimePassword: string }

/**
 * Gives an employee a one-time password, to be changed at sign-in, and ends its sessions. Not the caller itself: a stolen
 * session would come to a password by it.
 */
export const resetEmployeePassword = async (house: House, caller: SignedInCaller, id: string): Promise<Outcome<PasswordReset>> => {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return await changePeople(house, caller, ['EMPLOYEES', 'modify'], ['id'], async (desk) => {
    const employee = found(await employeeForChange(desk.session, id), 'employee');
    if (id === desk.standing.employeeId) refuse('INVALID', ['id'], 'Change your own password with the one you have');
    await refuseIfItMayMore(desk, employee, ['id']);
    Object.assign(employee, { passwordHash, mustChangePassword: true, version: employee.version + 1, updatedAt: desk.now });
    await endSessionsOf(desk.session, [id]);
    desk.audit('PASSWORD_RESET', { type: 'EMPLOYEE', id, name: employee.name }, [secretChange('password')]);
    return { employee, oneTimePassword: password };
  });
};
