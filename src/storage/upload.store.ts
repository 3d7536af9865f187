import type { Session } from './orm.js';
import { outbox, outboxToRead } from './outbox.js';
import type { UploadRow } from './outbox-tables.js';

/** Keeps an upload, whose content must be linkable in this transaction. */
export const addUpload = async (session: Session, upload: UploadRow): Promise<void> => {
  await outbox(session).insertInto('upload').values(upload).execute();
};

/** Those of some uploads that are this holder's and did not expire, by id. */
export const uploadsOf = async (session: Session, holder: string, ids: readonly string[], now: number): Promise<Map<string, UploadRow>> => {
  if (ids.length === 0) return new Map();
  const rows = await outboxToRead(session).selectFrom('upload').where('id', 'in', [...new Set(ids)]).where('holder', '=', holder)
    .where('expires_at', '>', now).selectAll().execute();
  return new Map(rows.map((row) => [row.id, row]));
};

/** Bytes of a holder's uploads that no email was accepted with. Costs by how many there are of those. */
export const unusedBytes = async (session: Session, holder: string): Promise<number> => {
  const { bytes } = await outboxToRead(session).selectFrom('upload').where('holder', '=', holder).where('used', '=', 0)
    .select(({ fn }) => fn.sum('size_bytes').as('bytes')).executeTakeFirstOrThrow();
  return Number(bytes ?? 0);
};

/** Notes that emails of this transaction go with these uploads. */
export const markUsed = async (session: Session, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await outbox(session).updateTable('upload').set({ used: 1 }).where('id', 'in', [...new Set(ids)].toSorted()).where('used', '=', 0).execute();
};
