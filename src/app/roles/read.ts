import type { Role } from '../../domain/people.js';
import type { Grant } from '../../domain/permission.js';
import { grantsOfEach } from '../../storage/access-record.store.js';
import { allRoles, employeeCounts } from '../../storage/role.store.js';
import type { House } from '../house.js';

/** All roles, by name. */
export const roles = async (house: House): Promise<Role[]> => await allRoles(house.storage.read());

export const grantsOfRoles = async (house: House, ids: readonly string[]): Promise<Map<string, Grant[]>> =>
  await grantsOfEach(house.storage.read(), 'ROLE', ids);

/** How many employees have each of these roles; those that nobody has are left out. */
export const countsOfRoles = async (house: House, ids: readonly string[]): Promise<Map<string, number>> =>
  await employeeCounts(house.storage.read(), ids);
