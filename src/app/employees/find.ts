import type { Employee } from '../../domain/people.js';
import { employeeByEmail } from '../../storage/employee.store.js';
import type { House } from '../house.js';

/** The employee who signs in with this email address, however it is spelt. */
export const employeeWithEmail = async (house: House, email: string): Promise<Employee | null> =>
  await employeeByEmail(house.storage.read(), email);
