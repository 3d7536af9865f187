import { letGo } from './blob-register.store.js';
import type { Session } from './orm.js';
import { outbox } from './outbox.js';

/** Removes body and attachments of emails whose rows the transaction holds. */
export const removeContent = async (session: Session, ids: readonly string[], now: number): Promise<void> => {
  const db = outbox(session);
  const files = await db.selectFrom('email_attachment').where('email_id', 'in', ids).select('sha256').distinct().execute();
  if (files.length > 0) await db.deleteFrom('email_attachment').where('email_id', 'in', ids).execute();
  await db.deleteFrom('email_body').where('email_id', 'in', ids).execute();
  await letGo(session, files.map(({ sha256 }) => sha256), now);
};

/** As {@link removeContent}, of final emails that stay, and says so on them. */
export const purgeContent = async (session: Session, ids: readonly string[], now: number): Promise<void> => {
  if (ids.length === 0) return;
  await removeContent(session, ids, now);
  await outbox(session).updateTable('email').set({ content_purged_at: now }).where('id', 'in', ids).execute();
};
