import type { Grant, HolderKind, RecordType, Right } from '../../domain/permission.js';
import { effectiveRights, may } from '../../domain/permission.js';
import { grantsOfEach, grantsReachingEach, holderIds } from '../../storage/access-record.store.js';
import { allTokens } from '../../storage/application-token.store.js';
import { activeEmployees } from '../../storage/employee.store.js';
import { allRoles } from '../../storage/role.store.js';
import type { House } from '../house.js';
import { tokenRights } from '../people/standing.js';

/** Who holds a right, in brief. */
export interface HolderRef { readonly kind: HolderKind; readonly id: string; readonly name: string }

/**
 * Who can make use of a right, in any area: roles by what they give, active employees by all that reaches them, tokens
 * that may call by what is left of theirs beside their maker's. In this order: employees by number, roles and tokens by name.
 */
export const accessHolders = async (house: House, recordType: RecordType, right: Right): Promise<HolderRef[]> => {
  const session = house.storage.read();
  const gives = (grants: readonly Grant[] | undefined): boolean => may(effectiveRights(grants ?? []), recordType, right);
  const candidates = await activeEmployees(session, await holderIds(session, recordType));
  const reaching = await grantsReachingEach(session, candidates.map(({ id }) => id));
  const roles = await allRoles(session);
  const ofRoles = await grantsOfEach(session, 'ROLE', roles.map(({ id }) => id));
  const tokens: HolderRef[] = [];
  for (const token of await allTokens(session)) {
    const rights = await tokenRights(session, token, house.now());
    if (rights !== null && may(rights, recordType, right)) tokens.push({ kind: 'APPLICATION_TOKEN', id: token.id, name: token.name });
  }
  return [
    ...candidates.filter(({ id }) => gives(reaching.get(id))).map(({ id, name }) => ({ kind: 'EMPLOYEE' as const, id, name })),
    ...roles.filter(({ id }) => gives(ofRoles.get(id))).map(({ id, name }) => ({ kind: 'ROLE' as const, id, name })),
    ...tokens,
  ];
};
