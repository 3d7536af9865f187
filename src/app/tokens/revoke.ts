import type { SignedInCaller } from '../../domain/caller.js';
import type { ApplicationToken } from '../../domain/people.js';
import { tokenForChange } from '../../storage/application-token.store.js';
import type { Outcome } from '../change.js';
import { found } from '../change.js';
import type { House } from '../house.js';
import { changePeople } from '../people/change-people.js';

/** Ends a token for good, at once. Revoking a revoked one changes nothing. */
export const revokeApplicationToken = async (house: House, caller: SignedInCaller, id: string): Promise<Outcome<ApplicationToken>> =>
  await changePeople(house, caller, ['APPLICATION_TOKENS', 'erase'], ['id'], async (desk) => {
    const token = found(await tokenForChange(desk.session, id), 'application token');
    if (token.revokedAt !== null) return token;
    token.revokedAt = desk.now;
    token.version += 1;
    desk.audit('REVOKED', { type: 'APPLICATION_TOKEN', id, name: token.name });
    return token;
  });
