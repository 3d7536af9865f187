import type { AccessRecordWish } from '../../domain/access-record-input.js';
import { accessRecordFaults, grantsFrom, grantsInWords } from '../../domain/access-record-input.js';
import type { Change } from '../../domain/audit-event.js';
import { changesBetween } from '../../domain/audit-event.js';
import { refuse, refuseIfAny } from '../../domain/errors.js';
import { raiseFaults } from '../../domain/granting.js';
import type { HolderKind } from '../../domain/permission.js';
import { grantsOf, replaceGrants } from '../../storage/access-record.store.js';
import { areas } from '../../storage/configuration.store.js';
import { employeeIdsWithRole } from '../../storage/role.store.js';
import { endSessionsOf } from '../../storage/session.store.js';
import type { PeopleDesk } from '../people/change-people.js';
import { withoutRaising } from '../people/without-raising.js';
import { isOwn } from './holder.js';

/** A holder as its records are replaced: `areas` are those that a token is limited to. `path` leads to it in the input. */
export interface HolderToChange {
  readonly kind: HolderKind;
  readonly id: string;
  readonly areas: readonly string[] | null;
  readonly path: readonly string[];
}

/** The codes of all areas. */
export const knownAreas = async ({ session }: PeopleDesk): Promise<ReadonlySet<string>> =>
  new Set((await areas(session)).map(({ code }) => code));

/** Whose rights follow from a holder's grants. */
const employeesReached = async (desk: PeopleDesk, { kind, id }: HolderToChange): Promise<string[]> => {
  if (kind === 'EMPLOYEE') return [id];
  return kind === 'ROLE' ? await employeeIdsWithRole(desk.session, id) : [];
};

/**
 * Gives a holder these access records in place of all it had, under every guard: nobody gives a right that it lacks, nor
 * touches its own. Whoever's rights change so is signed out. Answers what changed; nothing happens when nothing does.
 */
export const replaceAccessRecords = async (
  desk: PeopleDesk, holder: HolderToChange, wishes: readonly AccessRecordWish[], path: readonly string[],
): Promise<Change[]> => {
  refuseIfAny(accessRecordFaults(wishes, await knownAreas(desk), path));
  const before = await grantsOf(desk.session, holder.kind, holder.id);
  const after = grantsFrom(wishes);
  const changes = changesBetween(grantsInWords(before), grantsInWords(after));
  if (changes.length === 0) return [];
  if (isOwn(desk.standing, holder.kind, holder.id)) {
    refuse('RIGHT_NOT_HELD', holder.path, 'Nobody changes its own access records, nor those of a role it has');
  }
  refuseIfAny(raiseFaults(desk.standing.rights, before, after, path, holder.areas));
  const reached = await employeesReached(desk, holder);
  await withoutRaising(desk, reached, path, async () => await replaceGrants(desk.session, holder.kind, holder.id, after));
  await endSessionsOf(desk.session, reached);
  return changes;
};
