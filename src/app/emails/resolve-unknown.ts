import type { SignedInCaller } from '../../domain/caller.js';
import type { Outcome } from '../change.js';
import type { House } from '../house.js';
import { mend } from './mend.js';
import type { EmailView } from './view.js';

/** What somebody found out about an email whose outcome was not known. */
export const UNKNOWN_OUTCOMES = ['ARRIVED', 'RESEND'] as const;
export type UnknownOutcome = (typeof UNKNOWN_OUTCOMES)[number];

/** Settles an UNKNOWN email by what a person found out: it arrived, or it did not and is to be sent again. */
export const resolveUnknownEmail = async (
  house: House, caller: SignedInCaller, id: string, outcome: UnknownOutcome,
): Promise<Outcome<EmailView>> => await mend(house, caller, id, outcome);
