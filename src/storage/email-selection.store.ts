import type { EmailFilter, EmailVisibility } from './email-filter.js';
import { emailConditions } from './email-filter.js';
import type { Session } from './orm.js';
import type { OutboxTables } from './outbox-tables.js';

/** The ids of emails that match, oldest first, a portion at a time: those after an id, accepted up to a moment. */
export const idsMatching = async (
  session: Session, filter: EmailFilter, visibility: EmailVisibility, portion: { after: string; acceptedUpTo: number; limit: number },
): Promise<string[]> => {
  const rows = await session.getKysely<OutboxTables>({ type: 'read' }).selectFrom('email').select('email.id')
    .where((row) => emailConditions(row, filter, visibility)).where('email.id', '>', portion.after)
    .where('email.accepted_at', '<=', portion.acceptedUpTo).orderBy('email.id').limit(portion.limit).execute();
  return rows.map(({ id }) => id);
};
