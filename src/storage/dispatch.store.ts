import type { ParkedReason } from '../domain/email.js';
import { dispatchesHeld } from './dispatch-rows.store.js';
import type { Session } from './orm.js';
import { held, outbox, outboxToRead } from './outbox.js';
import type { Bit, DispatchRow, EmailRow } from './outbox-tables.js';

/** The route as it stands on an email. */
export type RouteColumns = Pick<EmailRow,
  'account_id' | 'account_number' | 'account_name' | 'route_reason' | 'delivers_outside' | 'from_address' | 'from_name'>;

/** What a claim gives its worker: all that routing depends on, and the fence under which it marks and settles. */
export interface ClaimedRow extends RouteColumns {
  readonly email_id: string;
  readonly fence: number;
  readonly area: string | null;
  readonly pinned_account_id: string | null;
  readonly asked_from_address: string | null;
  readonly asked_from_name: string | null;
  readonly size_bytes: number;
  readonly priority: number;
  readonly due_at: number;
  readonly tries: number;
  readonly fallback_id: string | null;
  /** The account that its outbox row names; the other columns of the route are the email's. */
  readonly noted_account_id: string | null;
}

/**
 * Takes those of the ids that are due and nobody's, and answers exactly those: they are held from the look to the commit,
 * so who comes second gets nothing. `leaseMs` from now on nobody else touches them.
 */
export const claim = async (session: Session, ids: readonly string[], holder: string, now: number, leaseMs: number): Promise<ClaimedRow[]> => {
  const db = outbox(session);
  const taken = (await dispatchesHeld(session, ids)).filter((row) => row.state === 'DUE' && row.due_at <= now).map((row) => row.email_id);
  if (taken.length === 0) return [];
  await db.updateTable('dispatch')
    .set((set) => ({ state: 'CLAIMED', lease_holder: holder, lease_expires_at: now + leaseMs, handover: 0, fence: set('fence', '+', 1) }))
    .where('email_id', 'in', taken).execute();
  return await db.selectFrom('dispatch').innerJoin('email', 'email.id', 'dispatch.email_id').where('email_id', 'in', taken)
    .select([
      'email_id', 'fence', 'dispatch.area', 'pinned_account_id', 'asked_from_address', 'asked_from_name', 'size_bytes', 'dispatch.priority', 'due_at', 'tries',
      'fallback_id', 'dispatch.account_id as noted_account_id', 'email.account_id', 'account_number', 'account_name', 'route_reason', 'delivers_outside',
      'from_address', 'from_name',
    ]).execute();
};

/** What is not on an email yet of the route found now; `noted`: the account that its outbox row shall name, left out where it does. */
export interface RouteChanges { readonly columns: Partial<RouteColumns>; readonly noted?: string | null }

/** Makes claimed emails SENDING. Only what changes is written, nearly always nothing else: each column is written in its indexes too. */
export const writeSending = async (session: Session, ids: readonly string[], { columns, noted }: RouteChanges): Promise<void> => {
  const db = outbox(session);
  if (noted !== undefined) await db.updateTable('dispatch').set({ account_id: noted }).where('email_id', 'in', ids).execute();
  await db.updateTable('email').set({ ...columns, status: 'SENDING', parked_reason: null }).where('id', 'in', ids).execute();
};

/** Parks emails whose rows the transaction holds, with the route they would take. Their place in the order is kept. */
export const writeParked = async (session: Session, ids: readonly string[], reason: ParkedReason, now: number, route: RouteColumns): Promise<void> => {
  const db = outbox(session);
  await db.updateTable('dispatch')
    .set({ state: 'PARKED', parked_at: now, lease_holder: null, lease_expires_at: null, handover: 0, account_id: route.account_id })
    .where('email_id', 'in', ids).execute();
  await db.updateTable('email').set({ ...route, status: 'PARKED', parked_reason: reason }).where('id', 'in', ids).execute();
};

/** Lets claims go for which there is no token: each is due as it was, in its place, and nothing counts as a try. The route found is noted. */
export const writeWaiting = async (
  session: Session, ids: readonly string[], route: RouteColumns, noted: Partial<Pick<DispatchRow, 'due_at' | 'fallback_id'>> = {},
): Promise<void> => {
  const db = outbox(session);
  await db.updateTable('dispatch').set({ state: 'DUE', lease_holder: null, lease_expires_at: null, account_id: route.account_id, ...noted }).where('email_id', 'in', ids).execute();
  await db.updateTable('email').set({ ...route, status: 'QUEUED' }).where('id', 'in', ids).execute();
};

/** A claim in hand. */
export interface Held { readonly emailId: string; readonly fence: number }

/** A claim that is about to be handed over, and the account that it goes through. */
export interface Mark extends Held { readonly account: { readonly id: string } }

/**
 * Marks that the messages are about to leave, and answers for each mark whether it was set: only where the claim is still
 * the caller's, its lease lives, mail is switched on in an original, the account that it goes through does not stand still,
 * and it was not set before, be it by another of these marks.
 */
export const markHandOvers = async (session: Session, marks: readonly Mark[], now: number): Promise<boolean[]> => {
  if (marks.length === 0) return [];
  const db = outbox(session);
  const live = await held(session, db.selectFrom('dispatch').where('email_id', 'in', marks.map(({ emailId }) => emailId))
    .where('state', '=', 'CLAIMED').where('handover', '=', 0).where('lease_expires_at', '>', now)
    .where((row) => row.exists(db.selectFrom('smtp_configuration').where('enabled', '=', 1).where('copy_reason', 'is', null).select('id')))
    .select(['email_id', 'fence'])).execute();
  const fences = new Map(live.map((row) => [row.email_id, row.fence]));
  const standing = await db.selectFrom('smtp_account').where('id', 'in', [...new Set(marks.map(({ account }) => account.id))])
    .where('paused_at', 'is not', null).select('id').execute();
  const paused = new Set(standing.map(({ id }) => id));
  const answers = marks.map(({ emailId, fence, account }) => !paused.has(account.id) && fences.get(emailId) === fence && fences.delete(emailId));
  const granted = marks.filter((_, at) => answers[at]).map(({ emailId }) => emailId);
  if (granted.length > 0) await db.updateTable('dispatch').set({ handover: 1 }).where('email_id', 'in', granted).execute();
  return answers;
};

/** Renews the leases of claims that are still the holder's; one that ran out and was taken stays lost. */
export const renewLeases = async (session: Session, ids: readonly string[], holder: string, expiresAt: number): Promise<void> => {
  if (ids.length === 0) return;
  await outbox(session).updateTable('dispatch').set({ lease_expires_at: expiresAt })
    .where('email_id', 'in', ids).where('state', '=', 'CLAIMED').where('lease_holder', '=', holder).execute();
};

/**
 * Gives claims back that were not handed over: they are due again at once, and a late mark of theirs finds nothing. Answers
 * those that were given back. `evenIfMarked` is for whose transport certifies that no byte left: a mark whose commit was not
 * answered may have come about, and proves nothing then.
 */
export const giveClaimsBack = async <C extends Held>(session: Session, claims: readonly C[], evenIfMarked = false): Promise<C[]> => {
  if (claims.length === 0) return [];
  const db = outbox(session);
  const rows = await dispatchesHeld(session, claims.map(({ emailId }) => emailId));
  const fences = new Map(rows.flatMap((row) => (row.state === 'CLAIMED' && (evenIfMarked || row.handover === 0) ? [[row.email_id, row.fence]] : [])));
  const given = claims.filter(({ emailId, fence }) => fences.get(emailId) === fence);
  const back = given.map(({ emailId }) => emailId);
  if (back.length === 0) return [];
  await db.updateTable('dispatch').set({ state: 'DUE', lease_holder: null, lease_expires_at: null, handover: 0 }).where('email_id', 'in', back).execute();
  await db.updateTable('email').set({ status: 'QUEUED' }).where('id', 'in', back).execute();
  return given;
};

/** A claim whose lease ran out. */
export interface ExpiredRow {
  readonly email_id: string;
  readonly fence: number;
  readonly handover: Bit;
  readonly due_at: number;
  readonly tries: number;
  readonly first_try_at: number | null;
  readonly on_unknown: EmailRow['on_unknown'];
  readonly recipients_at_most: number | null;
  readonly account_id: string | null;
  readonly account_number: string | null;
  readonly account_name: string | null;
}

/** Claims whose lease ran out, held for whoever decides on them. */
export const expiredClaims = async (session: Session, now: number, limit: number): Promise<ExpiredRow[]> =>
  await held(session, outbox(session).selectFrom('dispatch').innerJoin('email', 'email.id', 'dispatch.email_id')
    .where('dispatch.state', '=', 'CLAIMED').where('lease_expires_at', '<=', now).orderBy('email_id').limit(limit)
    .select([
      'email_id', 'fence', 'handover', 'due_at', 'tries', 'first_try_at', 'on_unknown', 'recipients_at_most', 'email.account_id', 'account_number', 'account_name',
    ])).execute();

/** Whether any lease ran out: asked first, so that looking costs no write. */
export const anyExpired = async (session: Session, now: number): Promise<boolean> =>
  await outboxToRead(session).selectFrom('dispatch').where('state', '=', 'CLAIMED')
    .where('lease_expires_at', '<=', now).select('email_id').limit(1).executeTakeFirst() !== undefined;
