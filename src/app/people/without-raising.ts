import { refuseIfAny } from '../../domain/errors.js';
import { raiseFaults } from '../../domain/granting.js';
import { grantsReachingEach } from '../../storage/access-record.store.js';
import type { PeopleDesk } from './change-people.js';

/**
 * Makes a change, and undoes it all with RIGHT_NOT_HELD when one of these employees comes to a right by it that the caller
 * lacks. All that reaches an employee is compared, since what sleeps in one role may wake by what another gives.
 */
export const withoutRaising = async (
  desk: PeopleDesk, employeeIds: readonly string[], path: readonly string[], makeChange: () => Promise<void>,
): Promise<void> => {
  const before = await grantsReachingEach(desk.session, employeeIds);
  await makeChange();
  const after = await grantsReachingEach(desk.session, employeeIds);
  for (const id of employeeIds) refuseIfAny(raiseFaults(desk.standing.rights, before.get(id) ?? [], after.get(id) ?? [], path));
};
