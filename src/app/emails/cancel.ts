import type { SignedInCaller } from '../../domain/caller.js';
import type { Outcome } from '../change.js';
import type { House } from '../house.js';
import { mend } from './mend.js';
import type { EmailView } from './view.js';

/** Takes back what waits, is parked, or is in hand and not handed over. What is handed over may be leaving the house, and is not taken back. */
export const cancelEmail = async (house: House, caller: SignedInCaller, id: string): Promise<Outcome<EmailView>> =>
  await mend(house, caller, id, 'CANCEL');
