import type { ParkedQuestion } from '../../storage/parked.store.js';
import { freeParked } from '../../storage/parked.store.js';
import type { Desk } from '../change.js';

/** Mail that stood still longer than this is not sent unasked when mail is switched on: it may be of no use any more. */
export const MAIL_OFF_FREED_MS = 24 * 3_600_000;

/** Frees what a question names within a change, in the order in which it was due, and has it announced. Wake the delivery after the commit. */
const free = async (desk: Desk, question: ParkedQuestion): Promise<void> => desk.announce(await freeParked(desk.session, question, desk.now));

/** Frees what is parked for an account that may send again. */
export const freeAccount = async (desk: Desk, accountId: string): Promise<void> => {
  await free(desk, { reason: 'ACCOUNT_PAUSED', accountId });
  await free(desk, { reason: 'NO_ROUTE', accountId });
};

/** Mail was switched on: frees what was due less than 24 hours ago; what is older waits for a person (`changeEmails`). */
export const freeMailOff = async (desk: Desk): Promise<void> => await free(desk, { reason: 'MAIL_OFF', dueAfter: desk.now - MAIL_OFF_FREED_MS });

/**
 * Overrides or the default account were posted: frees what found no route, and what was parked for an account that its
 * area no longer goes through. `areas` are those whose account changed (null: emails without an area), or ALL. What
 * still cannot go is parked again by its claim, with the reason of now.
 */
export const freeRerouted = async (desk: Desk, areas: readonly (string | null)[] | 'ALL'): Promise<void> => {
  const narrower: Pick<ParkedQuestion, 'areas'> = areas === 'ALL' ? {} : { areas };
  await free(desk, { reason: 'NO_ROUTE', ...narrower });
  await free(desk, { reason: 'ACCOUNT_PAUSED', ...narrower });
};
