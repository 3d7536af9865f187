import type { Session } from './orm.js';
import { outbox, outboxToRead } from './outbox.js';
import type { EmailFallbackRow } from './outbox-tables.js';

/** Writes for which account a fallback steps in, in place of what was written of these emails before. */
export const writeFallbacks = async (session: Session, rows: readonly EmailFallbackRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await forgetFallbacks(session, rows.map((row) => row.email_id));
  await outbox(session).insertInto('email_fallback').values(rows).execute();
};

/** No fallback steps in for these emails any more: they go through their own account again. */
export const forgetFallbacks = async (session: Session, emailIds: readonly string[]): Promise<void> => {
  if (emailIds.length > 0) await outbox(session).deleteFrom('email_fallback').where('email_id', 'in', emailIds).execute();
};

/** For which account a fallback stepped in, of those of some emails for which one did. */
export const fallbacksOfEmails = async (session: Session, emailIds: readonly string[]): Promise<Map<string, EmailFallbackRow>> => {
  if (emailIds.length === 0) return new Map();
  const rows = await outboxToRead(session).selectFrom('email_fallback').where('email_id', 'in', emailIds).selectAll().execute();
  return new Map(rows.map((row) => [row.email_id, row]));
};

/** How many emails of each account fallbacks got through since a moment; accounts of which none is are left out. */
export const carriedSince = async (session: Session, accountIds: readonly string[], since: number): Promise<Map<string, number>> => {
  if (accountIds.length === 0) return new Map();
  const rows = await outboxToRead(session).selectFrom('email_fallback').innerJoin('email', 'email.id', 'email_fallback.email_id')
    .where('email_fallback.account_id', 'in', accountIds).where('at', '>=', since).where('status', 'in', ['SENT', 'CAPTURED'])
    .groupBy('email_fallback.account_id').select(({ fn }) => ['email_fallback.account_id as id', fn.countAll<number>().as('count')]).execute();
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
};

/** An account that is in use sends more than enough in a while; one that does not is found to be as it was. */
const LOOKED_THROUGH = 100;

/** Whether one of the latest emails of an account got through by itself since a moment, and not by its fallback. */
export const gotThroughSince = async (session: Session, accountId: string, since: number): Promise<boolean> => {
  const latest = outboxToRead(session).selectFrom('email').where('account_id', '=', accountId).orderBy('id', 'desc').limit(LOOKED_THROUGH)
    .select(['id', 'status', 'settled_at']).as('latest');
  const found = await outboxToRead(session).selectFrom(latest).leftJoin('email_fallback', 'email_fallback.email_id', 'latest.id')
    .where('latest.status', '=', 'SENT').where('latest.settled_at', '>=', since).where('email_fallback.email_id', 'is', null)
    .select('latest.id').limit(1).executeTakeFirst();
  return found !== undefined;
};
