import type { AccessRecordWish } from '../../domain/access-record-input.js';
import { areaListFaults } from '../../domain/access-record-input.js';
import type { SignedInCaller } from '../../domain/caller.js';
import type { Fault } from '../../domain/errors.js';
import { Problem, refuseIfAny } from '../../domain/errors.js';
import { textKey } from '../../domain/normalise.js';
import { ApplicationToken } from '../../domain/people.js';
import { addToken, tokenByName } from '../../storage/application-token.store.js';
import { knownAreas, replaceAccessRecords } from '../access-records/replace.js';
import { nameFaults } from '../accounts/number-and-name.js';
import type { Outcome } from '../change.js';
import type { House } from '../house.js';
import { hashOf, newCredential, TOKEN_PREFIX } from '../people/bearer.js';
import type { PeopleDesk } from '../people/change-people.js';
import { changePeople } from '../people/change-people.js';

export interface TokenWish {
  readonly name: string;
  readonly areas?: readonly string[] | null | undefined;
  /** UTC milliseconds. */
  readonly expiresAt?: number | null | undefined;
  readonly records?: readonly AccessRecordWish[] | null | undefined;
}

/** A new token with its secret, which is shown this once and kept as SHA-256. */
export interface NewToken { readonly token: ApplicationToken; readonly secret: string }

const faultsOf = async (desk: PeopleDesk, { name, areas, expiresAt }: TokenWish): Promise<Fault[]> => {
  const faults = nameFaults(name, ['input', 'name']);
  const same = faults.length > 0 ? null : await tokenByName(desk.session, name);
  return [
    ...faults,
    ...(same === null ? [] : [{ code: 'NAME_TAKEN' as const, path: ['input', 'name'], message: `There is a token ${same.name}` }]),
    ...areaListFaults(areas, await knownAreas(desk), ['input', 'areas']),
    ...(expiresAt != null && expiresAt <= desk.now
      ? [{ code: 'INVALID' as const, path: ['input', 'expiresAt'], message: 'This moment is past' }] : []),
  ];
};

/**
 * Makes an application token with no more rights than its maker holds. A program makes none: revoking its token would leave
 * those that it made for itself.
 */
export const createApplicationToken = async (house: House, caller: SignedInCaller, input: TokenWish): Promise<Outcome<NewToken>> => {
  if (caller.kind === 'APPLICATION_TOKEN') throw new Problem('FORBIDDEN', 'Only for employees');
  return await changePeople(house, caller, ['APPLICATION_TOKENS', 'add'], ['input'], async (desk) => {
    refuseIfAny(await faultsOf(desk, input));
    const secret = newCredential(TOKEN_PREFIX);
    const name = input.name.trim();
    const areas = input.areas == null ? null : [...new Set(input.areas)].toSorted();
    const token = new ApplicationToken({
      id: desk.newId(), name, nameKey: textKey(name), secretHash: hashOf(secret), areas, createdById: caller.id, createdByName: caller.name,
      createdAt: desk.now, expiresAt: input.expiresAt ?? null,
    });
    addToken(desk.session, token);
    const records = await replaceAccessRecords(
      desk, { kind: 'APPLICATION_TOKEN', id: token.id, areas, path: ['input'] }, input.records ?? [], ['input', 'records']);
    desk.audit('CREATED', { type: 'APPLICATION_TOKEN', id: token.id, name }, [
      { field: 'name', before: null, after: name },
      ...(areas === null ? [] : [{ field: 'areas', before: null, after: areas.join(', ') }]),
      ...(token.expiresAt === null ? [] : [{ field: 'expiresAt', before: null, after: new Date(token.expiresAt).toISOString() }]),
      ...records,
    ]);
    return { token, secret };
  });
};
