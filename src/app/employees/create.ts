import type { SignedInCaller } from '../../domain/caller.js';
import { refuseIfAny } from '../../domain/errors.js';
import { passwordFaults } from '../../domain/password-rule.js';
import { Employee } from '../../domain/people.js';
import { addEmployee, nextEmployeeNumber, setEmployeeKeys } from '../../storage/employee.store.js';
import { nameFaults, numberFaults } from '../accounts/number-and-name.js';
import type { Outcome } from '../change.js';
import type { House } from '../house.js';
import { changePeople } from '../people/change-people.js';
import { grantRoles } from '../people/grant-roles.js';
import { hashPassword } from '../people/password.js';
import { emailFaults, takenFaults } from './employee-input.js';

export interface CreateEmployeeWish {
  readonly number?: string | null | undefined;
  readonly name: string;
  readonly email: string;
  readonly password?: string | null | undefined;
  readonly roleIds?: readonly string[] | null | undefined;
}

/**
 * Makes an employee with the offered number or one of the user's own. Without a password it cannot sign in until one is
 * reset; a password that another person chose must be changed at the first sign-in.
 */
export const createEmployee = async (house: House, caller: SignedInCaller, input: CreateEmployeeWish): Promise<Outcome<Employee>> => {
  const wanted = input.number?.trim() || null;
  const name = input.name.trim();
  const email = input.email.trim();
  const password = input.password || null;
  const faults = [
    ...(wanted === null ? [] : numberFaults(wanted, ['input', 'number'])),
    ...nameFaults(input.name, ['input', 'name']),
    ...emailFaults(email, ['input', 'email']),
    ...(password === null ? [] : passwordFaults(password, { email, name }, ['input', 'password'])),
  ];
  const passwordHash = password === null || faults.length > 0 ? null : await hashPassword(password);
  return await changePeople(house, caller, ['EMPLOYEES', 'add'], ['input'], async (desk) => {
    refuseIfAny(faults);
    const number = wanted ?? await nextEmployeeNumber(desk.session);
    // An offered number that another took meanwhile is nobody's fault: the key refuses it, and the work is done anew.
    refuseIfAny(await takenFaults(desk.session, { ...(wanted === null ? {} : { number }), email }, null, ['input']));
    const employee = new Employee({
      id: desk.newId(), number, name, email, passwordHash, mustChangePassword: passwordHash !== null, createdAt: desk.now, updatedAt: desk.now,
    });
    setEmployeeKeys(employee);
    const roles = await grantRoles(desk, employee, input.roleIds ?? []);
    addEmployee(desk.session, employee);
    desk.audit('CREATED', { type: 'EMPLOYEE', id: employee.id, name }, [
      { field: 'number', before: null, after: number }, { field: 'name', before: null, after: name }, { field: 'email', before: null, after: email },
      ...(roles === null ? [] : [{ field: 'roles', before: null, after: roles.after.join(', ') }]),
    ]);
    return employee;
  });
};
