import { bareAddressFault } from '../../domain/address.js';
import type { Fault } from '../../domain/errors.js';
import type { Employee } from '../../domain/people.js';
import { employeeByEmail, employeeByNumber } from '../../storage/employee.store.js';
import type { Session } from '../../storage/orm.js';

/** Faults of an email address that somebody signs in with. */
export const emailFaults = (email: string, path: readonly string[]): Fault[] => {
  const fault = bareAddressFault(email.trim());
  return fault === null ? [] : [{ code: 'INVALID', path, message: fault }];
};

/** A number or an email that somebody other than `self` has. */
export const takenFaults = async (
  session: Session, wanted: { number?: string; email?: string }, self: Employee | null, path: readonly string[],
): Promise<Fault[]> => {
  const byNumber = wanted.number === undefined ? null : await employeeByNumber(session, wanted.number);
  const byEmail = wanted.email === undefined ? null : await employeeByEmail(session, wanted.email);
  return [
    ...(byNumber !== null && byNumber.id !== self?.id
      ? [{ code: 'NUMBER_TAKEN' as const, path: [...path, 'number'], message: `Number ${byNumber.number} belongs to ${byNumber.name}` }] : []),
    ...(byEmail !== null && byEmail.id !== self?.id
      ? [{ code: 'INVALID' as const, path: [...path, 'email'], message: `${byEmail.number} ${byEmail.name} signs in with this address` }] : []),
  ];
};
