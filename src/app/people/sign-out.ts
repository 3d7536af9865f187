import type { SignedInCaller } from '../../domain/caller.js';
import { endSession } from '../../storage/session.store.js';
import type { Outcome } from '../change.js';
import { change } from '../change.js';
import type { House } from '../house.js';

/** Ends the caller's session at once, everywhere. An application token is not signed out but revoked. */
export const signOut = async (house: House, caller: SignedInCaller): Promise<Outcome<boolean>> => {
  const outcome = await change(house, caller, async (desk) => {
    if (caller.kind !== 'EMPLOYEE') return false;
    await endSession(desk.session, caller.sessionId);
    desk.audit('SIGNED_OUT', { type: 'SESSION', id: caller.sessionId, name: caller.name });
    return true;
  });
  house.announcements.emit('rightsChanged');
  return outcome;
};
