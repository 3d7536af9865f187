import { CompiledQuery } from 'kysely';
import { purgeContent } from './content.store.js';
import { dispatchesHeld } from './dispatch-rows.store.js';
import type { Session } from './orm.js';
import { insertRows } from './outbox-insert.js';
import { outbox } from './outbox.js';
import type { AttemptRow, DispatchRow, EmailRow, RecipientRow } from './outbox-tables.js';

/**
 * What one try made of an email, ready to be written. `dispatch: null`: it is final, and its row is deleted. Columns of `email` that
 * are left out stay as they are: a column that is written is written in its indexes too.
 */
export interface SettledEmail {
  readonly emailId: string;
  readonly fence: number;
  readonly email: Pick<EmailRow, 'status' | 'settled_at'> & Partial<Pick<EmailRow, 'parked_reason' | 'diagnosis_id'>>;
  readonly recipients: readonly ({ readonly positions: readonly number[] } & Pick<RecipientRow, 'status' | 'code' | 'enhanced_code' | 'reply' | 'at'>)[];
  readonly attempt: AttemptRow | null;
  /** What is left out stays as it is. */
  readonly dispatch: (Pick<DispatchRow, 'state' | 'due_at' | 'tries' | 'first_try_at' | 'parked_at'> & Partial<Pick<DispatchRow, 'recipients_at_most' | 'fallback_id'>>) | null;
  /** Its body and attachments go with this: it is final, and was to be kept no longer. Left out: they stay. */
  readonly purgesContent?: boolean;
}

/** Puts together what gets the same values, so that a hundred emails that went well are one statement. */
const byValues = <T extends object>(all: readonly (readonly [id: string, values: T])[]): { ids: string[]; values: T }[] => {
  const groups = new Map<string, { ids: string[]; values: T }>();
  for (const [id, values] of all) {
    const key = JSON.stringify(values);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ids: [id], values });
    else group.ids.push(id);
  }
  return [...groups.values()];
};

const ONE_RECIPIENT = 'update recipient set status = ?, code = ?, enhanced_code = ?, reply = ?, at = ? where email_id = ? and position = ?';

/** Each email has words of its own for its recipients, so this is one statement an email: its text is ready for the most usual case. */
const writeRecipients = async (session: Session, emailId: string, { positions, ...values }: SettledEmail['recipients'][number]): Promise<void> => {
  const [position, ...others] = positions;
  if (position === undefined) return;
  const { status, code, enhanced_code: enhancedCode, reply, at } = values;
  if (others.length === 0) await outbox(session).executeQuery(CompiledQuery.raw(ONE_RECIPIENT, [status, code, enhancedCode, reply, at, emailId, position]));
  else await outbox(session).updateTable('recipient').set(values).where('email_id', '=', emailId).where('position', 'in', positions).execute();
};

/**
 * Writes settlements of claims, each only where the claim still stands under its fence; answers those written.
 * The others lost their lease: whoever took over decides.
 */
export const writeSettlements = async (session: Session, all: readonly SettledEmail[]): Promise<SettledEmail[]> => {
  if (all.length === 0) return [];
  const db = outbox(session);
  const rows = await dispatchesHeld(session, all.map(({ emailId }) => emailId));
  const fences = new Map(rows.flatMap((row) => (row.state === 'CLAIMED' ? [[row.email_id, row.fence]] : [])));
  const standing = all.filter(({ emailId, fence }) => fences.get(emailId) === fence && fences.delete(emailId));
  if (standing.length === 0) return [];
  const attempts = standing.flatMap(({ attempt }) => (attempt === null ? [] : [attempt]));
  await insertRows(session, 'attempt', attempts);
  for (const { ids, values } of byValues(standing.map(({ emailId, email }) => [emailId, email]))) {
    await db.updateTable('email').set(values).where('id', 'in', ids).execute();
  }
  for (const { emailId, recipients } of standing) {
    for (const settled of recipients) await writeRecipients(session, emailId, settled);
  }
  const final = standing.filter(({ dispatch }) => dispatch === null).map(({ emailId }) => emailId);
  if (final.length > 0) await db.deleteFrom('dispatch').where('email_id', 'in', final).execute();
  for (const [at, purged] of Map.groupBy(standing.filter(({ purgesContent }) => purgesContent), ({ email }) => email.settled_at)) {
    await purgeContent(session, purged.map(({ emailId }) => emailId), at ?? 0);
  }
  const waiting = standing.flatMap(({ emailId, dispatch }) => (dispatch === null ? [] : [[emailId, dispatch] as const]));
  for (const { ids, values } of byValues(waiting)) {
    await db.updateTable('dispatch').set({ ...values, lease_holder: null, lease_expires_at: null, handover: 0 }).where('email_id', 'in', ids).execute();
  }
  return standing;
};

/** The recipients of each email that are still to be served. */
export const pendingRecipients = async (session: Session, ids: readonly string[]): Promise<Map<string, Pick<RecipientRow, 'position' | 'status' | 'at'>[]>> => {
  if (ids.length === 0) return new Map();
  const rows = await outbox(session).selectFrom('recipient').where('email_id', 'in', ids).where('status', '=', 'PENDING')
    .select(['email_id', 'position', 'status', 'at']).execute();
  return Map.groupBy(rows, (row) => row.email_id);
};
