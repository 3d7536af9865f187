import type { SignedInCaller } from '../../domain/caller.js';
import type { Outcome } from '../change.js';
import type { House } from '../house.js';
import { mend } from './mend.js';
import type { EmailView } from './view.js';

/** Sends now what waits, is parked or failed; of a failed email those recipients that were refused. Never what was taken. */
export const retryEmail = async (house: House, caller: SignedInCaller, id: string): Promise<Outcome<EmailView>> =>
  await mend(house, caller, id, 'RETRY');
