import { isFinal } from '../domain/delivery.js';
import { letGo } from './blob-register.store.js';
import { purgeContent, removeContent } from './content.store.js';
import type { Session } from './orm.js';
import { held, outbox, outboxToRead } from './outbox.js';
import type { EmailRow } from './outbox-tables.js';

/**
 * Finding what is to be removed goes by ids, from the oldest on, a portion at a time: ids are UUIDv7, and nothing is settled
 * before it was accepted. So it needs no index that accepting would have to keep, and costs by what is removed and by what
 * still waits from that time, not by how much history there is.
 */

/** The least id that can be made at a time: a UUIDv7 begins with its milliseconds (RFC 9562 section 5.7). */
const leastIdAt = (time: number): string => {
  const hex = Math.max(0, time).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
};

/** What of a portion is over, and after which id the next portion begins; null at the end. */
export interface Overdue { readonly ids: readonly string[]; readonly next: string | null }

const nextOf = (ids: readonly string[], limit: number): string | null => (ids.length < limit ? null : ids.at(-1) ?? null);

type Settled = Pick<EmailRow, 'id' | 'status' | 'settled_at'>;

const isOver = ({ status, settled_at: settledAt }: Settled, settledBefore: number): boolean =>
  isFinal(status) && settledAt !== null && settledAt < settledBefore;

/** Emails that were settled before a time and still have their content. */
export const overdueContents = async (session: Session, settledBefore: number, after: string, limit: number): Promise<Overdue> => {
  const db = outboxToRead(session);
  const bodies = await db.selectFrom('email_body').where('email_id', '>', after).where('email_id', '<', leastIdAt(settledBefore))
    .orderBy('email_id').limit(limit).select('email_id').execute();
  const ids = bodies.map((row) => row.email_id);
  if (ids.length === 0) return { ids, next: null };
  const rows = await db.selectFrom('email').where('id', 'in', ids).select(['id', 'status', 'settled_at']).execute();
  return { ids: rows.filter((row) => isOver(row, settledBefore)).map(({ id }) => id), next: nextOf(ids, limit) };
};

/** Emails that were settled before a time. */
export const overdueEmails = async (session: Session, settledBefore: number, after: string, limit: number): Promise<Overdue> => {
  const rows = await outboxToRead(session).selectFrom('email').where('id', '>', after).where('id', '<', leastIdAt(settledBefore))
    .orderBy('id').limit(limit).select(['id', 'status', 'settled_at']).execute();
  return { ids: rows.filter((row) => isOver(row, settledBefore)).map(({ id }) => id), next: nextOf(rows.map(({ id }) => id), limit) };
};

/** Captured emails that were caught before a time. */
export const overdueCaptured = async (session: Session, caughtBefore: number, after: string, limit: number): Promise<Overdue> => {
  const rows = await outboxToRead(session).selectFrom('captured_email').where('id', '>', after).where('id', '<', leastIdAt(caughtBefore))
    .orderBy('id').limit(limit).select('id').execute();
  const ids = rows.map(({ id }) => id);
  return { ids, next: nextOf(ids, limit) };
};

/** Uploads that expired; each call begins anew, since what it answers is removed. */
export const expiredUploads = async (session: Session, now: number, limit: number): Promise<string[]> =>
  (await outboxToRead(session).selectFrom('upload').where('expires_at', '<=', now).orderBy('expires_at').limit(limit).select('id').execute()).map(({ id }) => id);

/** Holds those emails that are still over: one may have been tried again since it was looked at. */
const heldOver = async (session: Session, ids: readonly string[], settledBefore: number): Promise<string[]> => {
  if (ids.length === 0) return [];
  const rows = await held(session, outbox(session).selectFrom('email').where('id', 'in', ids).orderBy('id').select(['id', 'status', 'settled_at'])).execute();
  return rows.filter((row) => isOver(row, settledBefore)).map(({ id }) => id);
};

/** Removes the content of emails that are over; answers how many lost theirs. */
export const purgeOverdue = async (session: Session, ids: readonly string[], settledBefore: number, now: number): Promise<number> => {
  const over = await heldOver(session, ids, settledBefore);
  await purgeContent(session, over, now);
  return over.length;
};

/** Removes emails that are over, with all that belongs to them; answers how many. */
export const removeOverdue = async (session: Session, ids: readonly string[], settledBefore: number, now: number): Promise<number> => {
  const over = await heldOver(session, ids, settledBefore);
  if (over.length === 0) return 0;
  const db = outbox(session);
  await removeContent(session, over, now);
  await db.deleteFrom('recipient').where('email_id', 'in', over).execute();
  await db.deleteFrom('attempt').where('email_id', 'in', over).execute();
  await db.deleteFrom('email_fallback').where('email_id', 'in', over).execute();
  await db.deleteFrom('email').where('id', 'in', over).execute();
  return over.length;
};

const removeNaming = async (session: Session, table: 'captured_email' | 'upload', ids: readonly string[], now: number): Promise<number> => {
  if (ids.length === 0) return 0;
  const db = outbox(session);
  const rows = await db.selectFrom(table).where('id', 'in', ids).select('sha256').execute();
  await db.deleteFrom(table).where('id', 'in', ids).execute();
  await letGo(session, rows.map(({ sha256 }) => sha256), now);
  return rows.length;
};

/** Removes captured emails; answers how many. */
export const removeCaptured = async (session: Session, ids: readonly string[], now: number): Promise<number> =>
  await removeNaming(session, 'captured_email', ids, now);

/** Removes uploads; answers how many. */
export const removeUploads = async (session: Session, ids: readonly string[], now: number): Promise<number> =>
  await removeNaming(session, 'upload', ids, now);
