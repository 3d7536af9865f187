import { sql } from 'kysely';
import type { DeliveryState } from '../domain/delivery.js';
import type { RecipientStatus } from '../domain/email.js';
import { purgeContent } from './content.store.js';
import type { Session } from './orm.js';
import { held, outbox } from './outbox.js';
import type { DispatchRow, EmailRow } from './outbox-tables.js';

/** An email and where it stands in the outbox, held until the transaction ends. */
export interface Standing { readonly email: EmailRow; readonly dispatch: DispatchRow | null; readonly hasContent: boolean }

/** Emails held for change, by id, in no order. Their outbox rows are taken first, as deliveries do. */
export const standingsHeld = async (session: Session, ids: readonly string[]): Promise<Standing[]> => {
  if (ids.length === 0) return [];
  const db = outbox(session);
  const dispatches = await held(session, db.selectFrom('dispatch').where('email_id', 'in', ids).orderBy('email_id').selectAll()).execute();
  const emails = await held(session, db.selectFrom('email').where('id', 'in', ids).orderBy('id').selectAll()).execute();
  const bodies = await db.selectFrom('email_body').where('email_id', 'in', ids).select('email_id').execute();
  const dispatchOf = new Map(dispatches.map((row) => [row.email_id, row]));
  const whole = new Set(bodies.map((row) => row.email_id));
  return emails.map((email) => ({ email, dispatch: dispatchOf.get(email.id) ?? null, hasContent: whole.has(email.id) }));
};

/** Turns recipients of one status into another; answers nothing. */
export const turnRecipients = async (session: Session, emailId: string, from: RecipientStatus, to: RecipientStatus, now: number): Promise<void> => {
  await outbox(session).updateTable('recipient').set({ status: to, at: now }).where('email_id', '=', emailId).where('status', '=', from).execute();
};

/** Whether anybody is still to be sent to. */
export const anyPending = async (session: Session, emailId: string): Promise<boolean> => await outbox(session).selectFrom('recipient')
  .where('email_id', '=', emailId).where('status', '=', 'PENDING').select('position').limit(1).executeTakeFirst() !== undefined;

/**
 * A row that is made anew begins with a fence that no earlier claim of the email can have had, however many there were:
 * seconds, since an email is not claimed once a second for long, and a sleeping worker must find its fence outdated.
 */
const freshFence = (now: number): number => Math.floor(now / 1_000) - 1_735_689_600;

const freshDispatch = async (session: Session, { email }: Standing, dueAt: number, now: number): Promise<DispatchRow> => {
  const { tries } = await outbox(session).selectFrom('attempt').where('email_id', '=', email.id)
    .select(({ fn }) => fn.coalesce(fn.max('number'), sql<number>`0`).as('tries')).executeTakeFirstOrThrow();
  return {
    email_id: email.id, state: 'DUE', priority: ['HIGH', 'NORMAL', 'LOW'].indexOf(email.priority), area: email.area, account_id: email.account_id,
    due_at: dueAt, tries: Number(tries), first_try_at: null, parked_at: null, parked_ms: 0, lease_holder: null, lease_expires_at: null,
    fence: freshFence(now), handover: 0, recipients_at_most: null, fallback_id: null,
  };
};

/** Writes where an email stands now that a person moved it; it begins with its own account. `dueAt` goes with QUEUED and SCHEDULED; null keeps its place. */
export const writeMoved = async (session: Session, standing: Standing, next: DeliveryState, dueAt: number | null, now: number): Promise<void> => {
  const db = outbox(session);
  const { email, dispatch } = standing;
  const waits = next.status === 'QUEUED' || next.status === 'SCHEDULED';
  await db.updateTable('email').set({
    status: next.status, parked_reason: next.parkedReason, settled_at: waits ? null : now, ...(waits ? { diagnosis_id: null } : {}),
  }).where('id', '=', email.id).execute();
  if (!waits) {
    await db.deleteFrom('dispatch').where('email_id', '=', email.id).execute();
    if (email.sensitive === 1) await purgeContent(session, [email.id], now);
    return;
  }
  if (dispatch === null) {
    await db.insertInto('dispatch').values(await freshDispatch(session, standing, dueAt ?? now, now)).execute();
    return;
  }
  const stood = dispatch.parked_at === null || dispatch.first_try_at === null ? 0 : now - dispatch.parked_at;
  await db.updateTable('dispatch').set({
    state: 'DUE', due_at: dueAt ?? dispatch.due_at, parked_at: null, parked_ms: dispatch.parked_ms + stood, lease_holder: null,
    lease_expires_at: null, handover: 0, fallback_id: null,
  }).where('email_id', '=', email.id).execute();
};

/** Pins an email to an account, or (null) lets it follow its area again. */
export const writePin = async (session: Session, emailId: string, accountId: string | null): Promise<void> => {
  await outbox(session).updateTable('email').set({ pinned_account_id: accountId }).where('id', '=', emailId).execute();
};
