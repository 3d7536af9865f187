import type { Session } from './orm.js';
import { held, outbox, outboxToRead } from './outbox.js';
import type { DispatchRow } from './outbox-tables.js';

/** How an email stands in the outbox. */
export type DispatchStanding = Pick<DispatchRow, 'email_id' | 'state' | 'fence' | 'due_at' | 'handover' | 'lease_expires_at'>;

const COLUMNS = ['email_id', 'state', 'fence', 'due_at', 'handover', 'lease_expires_at'] as const;

/**
 * How these emails stand, held until the transaction ends. Which of them are as they must be is for the caller to look at: asked
 * for in the query, SQLite goes through all that are in a state, a whole backlog, to find the few.
 */
export const dispatchesHeld = async (session: Session, ids: readonly string[]): Promise<DispatchStanding[]> =>
  (ids.length === 0 ? [] : await held(session, outbox(session).selectFrom('dispatch').where('email_id', 'in', ids).select(COLUMNS)).execute());

/** The same without holding them, by their ids. */
export const dispatchesSeen = async (session: Session, ids: readonly string[]): Promise<Map<string, DispatchStanding>> => {
  const rows = ids.length === 0 ? [] : await outboxToRead(session).selectFrom('dispatch').where('email_id', 'in', ids).select(COLUMNS).execute();
  return new Map(rows.map((row) => [row.email_id, row]));
};
