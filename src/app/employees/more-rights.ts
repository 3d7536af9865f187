import { refuse } from '../../domain/errors.js';
import { wouldGainBy } from '../../domain/granting.js';
import type { Employee } from '../../domain/people.js';
import { effectiveRights } from '../../domain/permission.js';
import { grantsReaching } from '../../storage/access-record.store.js';
import type { PeopleDesk } from '../people/change-people.js';

/**
 * Refuses with RIGHT_NOT_HELD when an employee may do more than the caller. Whoever could set such an employee's password
 * or sign-in name, or wake it up, would come to rights that nobody gave it.
 */
export const refuseIfItMayMore = async (desk: PeopleDesk, employee: Employee, path: readonly string[]): Promise<void> => {
  if (!wouldGainBy(desk.standing.rights, effectiveRights(await grantsReaching(desk.session, employee.id)))) return;
  refuse('RIGHT_NOT_HELD', path, `${employee.name} has rights that you do not hold`);
};
