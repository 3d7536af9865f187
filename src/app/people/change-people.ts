import type { SignedInCaller } from '../../domain/caller.js';
import { Problem, refuse } from '../../domain/errors.js';
import type { RecordType, Right } from '../../domain/permission.js';
import { may } from '../../domain/permission.js';
import { isAdministered } from '../../storage/access-record.store.js';
import { lockAdministration } from '../../storage/installation-lock.store.js';
import type { Desk, Outcome } from '../change.js';
import { change } from '../change.js';
import type { House } from '../house.js';
import type { Standing } from './standing.js';
import { standingOf } from './standing.js';

/** A desk at which people and their rights are changed: nobody else changes any of that meanwhile. */
export interface PeopleDesk extends Desk { readonly standing: Standing }

/** Refuses what was changed so far when it would leave nobody active who can mend rights. */
export const expectAdministered = async ({ session }: Desk, path: readonly string[]): Promise<void> => {
  await session.flush();
  if (await isAdministered(session)) return;
  refuse('LAST_ADMINISTRATOR', path, 'Nobody active would be left with access and modify on employees and access records');
};

/**
 * The way of every change of people and their rights. Such changes go one after the other; each judges its caller anew by
 * what the one before it left, and is undone with LAST_ADMINISTRATOR at `path` when it would leave nobody active who can
 * mend rights. After the commit, open subscriptions are judged anew.
 */
export const changePeople = async <T>(
  house: House, caller: SignedInCaller, needs: readonly [type: RecordType, right: Right], path: readonly string[],
  work: (desk: PeopleDesk) => Promise<T>,
): Promise<Outcome<T>> => {
  const outcome = await change(house, caller, async (desk) => {
    await lockAdministration(desk.session);
    const standing = await standingOf(desk.session, caller, desk.now);
    if (standing === null) throw new Problem('UNAUTHENTICATED', 'Sign in first');
    if (!may(standing.rights, ...needs)) throw new Problem('FORBIDDEN', `Needs ${needs.join(' ')}`);
    const value = await work({ ...desk, standing });
    await expectAdministered(desk, path);
    return value;
  });
  if (outcome.faults.length === 0) house.announcements.emit('rightsChanged');
  return outcome;
};
