import type { ParkedQuestion } from '../../storage/parked.store.js';
import { freeParked } from '../../storage/parked.store.js';
import type { Session } from '../../storage/orm.js';

/** Mail that stood still longer than this is not sent unasked when mail is switched on: it may be of no use any more. */
export const MAIL_OFF_FREED_MS = 24 * 3_600_000;

/**
 * Frees what is parked for an account that may send again, in the caller's transaction and in the order in which it was
 * due; answers how many. Wake the delivery after the commit.
 */
export const freeAccount = async (session: Session, accountId: string, now: number): Promise<number> =>
  await freeParked(session, { reason: 'ACCOUNT_PAUSED', accountId }, now)
  + await freeParked(session, { reason: 'NO_ROUTE', accountId }, now);

/** Mail was switched on: frees what was due less than 24 hours ago; what is older waits for a person (`changeEmails`). */
export const freeMailOff = async (session: Session, now: number): Promise<number> =>
  await freeParked(session, { reason: 'MAIL_OFF', dueAfter: now - MAIL_OFF_FREED_MS }, now);

/**
 * Overrides or the default account were posted: frees what found no route, and what was parked for an account that its
 * area no longer goes through. `areas` are those whose account changed (null: emails without an area), or ALL. What
 * still cannot go is parked again by its claim, with the reason of now.
 */
export const freeRerouted = async (session: Session, areas: readonly (string | null)[] | 'ALL', now: number): Promise<number> => {
  const narrower: Pick<ParkedQuestion, 'areas'> = areas === 'ALL' ? {} : { areas };
  return await freeParked(session, { reason: 'NO_ROUTE', ...narrower }, now) + await freeParked(session, { reason: 'ACCOUNT_PAUSED', ...narrower }, now);
};
