import type { Session } from './orm.js';
import { outboxToRead } from './outbox.js';
import type { AttachmentRow, DispatchRow, EmailBodyRow, EmailRow, RecipientRow } from './outbox-tables.js';

const EMAIL = [
  'id', 'message_id', 'subject', 'reply_to_address', 'reply_to_name', 'area', 'pinned_account_id', 'diagnosis_id', 'on_unknown', 'sensitive', 'accepted_at', 'send_at',
] as const;
const DISPATCH = ['email_id', 'due_at', 'tries', 'first_try_at', 'parked_ms', 'recipients_at_most'] as const;
const RECIPIENT = ['email_id', 'position', 'kind', 'address', 'name', 'status', 'at'] as const;

/** All that sending one email needs, but for its body, and nothing else: hundreds are in hand. */
export interface EmailToSend {
  readonly email: Pick<EmailRow, (typeof EMAIL)[number]>;
  readonly dispatch: Pick<DispatchRow, (typeof DISPATCH)[number]>;
  readonly recipients: readonly Pick<RecipientRow, (typeof RECIPIENT)[number]>[];
  readonly attachments: readonly AttachmentRow[];
}

/**
 * Emails to send, and their bodies apart: who sends one takes its body out, so that it can be forgotten once it is on its way, while
 * the rest is needed until the email is settled. A body that was purged is not there.
 */
export interface ContentsToSend { readonly emails: readonly EmailToSend[]; readonly bodies: Map<string, EmailBodyRow> }

const grouped = <T extends { email_id: string }>(rows: readonly T[]): Map<string, T[]> => Map.groupBy(rows, (row) => row.email_id);

/** Reads claimed emails whole, many at once in a few queries. Recipients and attachments are in their order. */
export const emailsToSend = async (session: Session, ids: readonly string[]): Promise<ContentsToSend> => {
  const db = outboxToRead(session);
  const [emails, dispatches, bodies, recipients, attachments] = await Promise.all([
    db.selectFrom('email').where('id', 'in', ids).select(EMAIL).execute(),
    db.selectFrom('dispatch').where('email_id', 'in', ids).select(DISPATCH).execute(),
    db.selectFrom('email_body').where('email_id', 'in', ids).selectAll().execute(),
    db.selectFrom('recipient').where('email_id', 'in', ids).select(RECIPIENT).orderBy('email_id').orderBy('position').execute(),
    db.selectFrom('email_attachment').where('email_id', 'in', ids).selectAll().orderBy('email_id').orderBy('position').execute(),
  ]);
  const rows = { dispatches: grouped(dispatches), recipients: grouped(recipients), attachments: grouped(attachments) };
  return {
    bodies: new Map(bodies.map((body) => [body.email_id, body])),
    emails: emails.flatMap((email) => {
      const dispatch = rows.dispatches.get(email.id)?.[0];
      return dispatch === undefined ? [] : [{ email, dispatch, recipients: rows.recipients.get(email.id) ?? [], attachments: rows.attachments.get(email.id) ?? [] }];
    }),
  };
};
