import { sql } from 'kysely';
import type { ParkedReason } from '../domain/email.js';
import type { Session } from './orm.js';
import { held, outbox } from './outbox.js';

/** Which parked emails: those with the reason, and narrower where given. */
export interface ParkedQuestion {
  readonly reason: ParkedReason;
  readonly accountId?: string;
  /** Area codes; null among them stands for emails without an area. */
  readonly areas?: readonly (string | null)[];
  /** Only those that were due after this moment. */
  readonly dueAfter?: number;
}

/** Rows are taken by the primary key in portions: MariaDB reads a whole table for an UPDATE whose IN holds a query. */
const PORTION = 500;

const parkedIds = async (session: Session, { reason, accountId, areas, dueAfter }: ParkedQuestion): Promise<string[]> => {
  let query = outbox(session).selectFrom('dispatch').innerJoin('email', 'email.id', 'dispatch.email_id')
    .where('dispatch.state', '=', 'PARKED').where('email.status', '=', 'PARKED').where('email.parked_reason', '=', reason);
  if (accountId !== undefined) query = query.where('dispatch.account_id', '=', accountId);
  if (dueAfter !== undefined) query = query.where('dispatch.due_at', '>', dueAfter);
  if (areas !== undefined) {
    const named = areas.filter((area) => area !== null);
    query = query.where((row) => row.or([
      ...(named.length > 0 ? [row('dispatch.area', 'in', named)] : []), ...(areas.includes(null) ? [row('dispatch.area', 'is', null)] : []),
      sql<boolean>`1 = 0`,
    ]));
  }
  const rows = await held(session, query.select('dispatch.email_id').limit(PORTION)).execute();
  return rows.map((row) => row.email_id);
};

/**
 * Makes parked emails due again. The time they stood does not count towards giving up, and their order is what it was. They
 * begin with their own account: why a fallback stepped in may be long over.
 */
export const writeFreed = async (session: Session, ids: readonly string[], now: number): Promise<void> => {
  const db = outbox(session);
  // In this order: MySQL and MariaDB assign one after another, and would reckon with what was just set to null.
  await db.updateTable('dispatch').set({
    parked_ms: sql<number>`parked_ms + case when first_try_at is null or parked_at is null then 0 else ${now} - parked_at end`,
    state: 'DUE', parked_at: null, fallback_id: null,
  }).where('email_id', 'in', ids).execute();
  await db.updateTable('email').set({
    status: sql<'QUEUED' | 'SCHEDULED'>`case when send_at > ${now} then 'SCHEDULED' else 'QUEUED' end`, parked_reason: null, settled_at: null,
  }).where('id', 'in', ids).execute();
};

/** Frees all that the question names, in the caller's transaction; answers their ids. */
export const freeParked = async (session: Session, question: ParkedQuestion, now: number): Promise<string[]> => {
  const freed: string[] = [];
  for (;;) {
    const ids = await parkedIds(session, question);
    if (ids.length === 0) return freed;
    await writeFreed(session, ids, now);
    freed.push(...ids);
  }
};

/** Emails of one area, or of all but some: those without an area among them. */
export type AreasMoved = { readonly area: string } | { readonly allBut: readonly string[] };

/**
 * Notes the account that emails of some areas go through from now on, unless they are pinned to one: so they are neither
 * parked for, nor held up by, the one they would have gone through. Also those in hand, for they may have to wait again.
 */
export const moveTo = async (session: Session, accountId: string | null, moved: AreasMoved): Promise<void> => {
  const db = outbox(session);
  for (;;) {
    const of = db.selectFrom('dispatch').innerJoin('email', 'email.id', 'dispatch.email_id').where('email.pinned_account_id', 'is', null)
      .where((row) => ('area' in moved ? row('dispatch.area', '=', moved.area) : row.or([
        row('dispatch.area', 'is', null), moved.allBut.length === 0 ? sql<boolean>`1 = 1` : row('dispatch.area', 'not in', moved.allBut),
      ])))
      .where((row) => (accountId === null ? row('dispatch.account_id', 'is not', null)
        : row.or([row('dispatch.account_id', 'is', null), row('dispatch.account_id', '!=', accountId)])));
    const rows = await held(session, of.select('dispatch.email_id').limit(PORTION)).execute();
    if (rows.length === 0) return;
    await db.updateTable('dispatch').set({ account_id: accountId }).where('email_id', 'in', rows.map((row) => row.email_id)).execute();
  }
};

/** Parks one portion of an account's waiting emails; answers their ids, none when all are parked. */
export const parkWaitingPortion = async (session: Session, accountId: string, now: number): Promise<string[]> => {
  const db = outbox(session);
  const rows = await held(session, db.selectFrom('dispatch').where('account_id', '=', accountId).where('state', '=', 'DUE')
    .select('email_id').limit(PORTION)).execute();
  const ids = rows.map((row) => row.email_id);
  if (ids.length === 0) return [];
  await db.updateTable('dispatch').set({ state: 'PARKED', parked_at: now }).where('email_id', 'in', ids).execute();
  await db.updateTable('email').set({ status: 'PARKED', parked_reason: 'ACCOUNT_PAUSED' }).where('id', 'in', ids).execute();
  return ids;
};

/** Parks one portion of all that waits, or is parked for another reason, as a copy's; answers the ids, none when all are. */
export const parkCopyPortion = async (session: Session, now: number): Promise<string[]> => {
  const db = outbox(session);
  const rows = await held(session, db.selectFrom('dispatch').innerJoin('email', 'email.id', 'dispatch.email_id')
    .where((row) => row.or([
      row('dispatch.state', '=', 'DUE'),
      row.and([row('dispatch.state', '=', 'PARKED'), row('email.status', '=', 'PARKED'), row('email.parked_reason', '!=', 'RESTORED_COPY')]),
    ])).select('dispatch.email_id').limit(PORTION)).execute();
  const ids = rows.map((row) => row.email_id);
  if (ids.length === 0) return [];
  await db.updateTable('dispatch').set({ state: 'PARKED', parked_at: sql<number>`coalesce(parked_at, ${now})` }).where('email_id', 'in', ids).execute();
  await db.updateTable('email').set({ status: 'PARKED', parked_reason: 'RESTORED_COPY' }).where('id', 'in', ids).execute();
  return ids;
};

/** How many emails are parked as a copy's or still wait to be, and of how many it is not known whether they arrived. */
export const countOfCopy = async (session: Session): Promise<{ readonly waiting: number; readonly unknown: number }> => {
  const rows = await outbox(session).selectFrom('dispatch').innerJoin('email', 'email.id', 'dispatch.email_id')
    .select(({ fn }) => ['email.status', fn.countAll<number>().as('count')]).groupBy('email.status').execute();
  const unknown = rows.filter(({ status }) => status === 'UNKNOWN').reduce((sum, { count }) => sum + Number(count), 0);
  return { waiting: rows.reduce((sum, { count }) => sum + Number(count), 0) - unknown, unknown };
};
