import { sql } from 'kysely';
import type { StatusTally } from '../domain/email-batch.js';
import type { Page, PageRequest } from '../domain/page.js';
import { Problem } from '../domain/errors.js';
import type { EmailFilter, EmailVisibility } from './email-filter.js';
import { emailConditions } from './email-filter.js';
import type { Session } from './orm.js';
import type { AttachmentRow, AttemptRow, EmailBodyRow, EmailRow, OutboxTables, RecipientRow } from './outbox-tables.js';
import { COUNTED_AT_MOST, cursorOf, totalOf, valuesOf } from './page.js';

const reading = (session: Session) => session.getKysely<OutboxTables>({ type: 'read' });

const idOf = (cursor: string | null): string | null => {
  if (cursor === null) return null;
  const [id] = valuesOf(cursor, 1) ?? [];
  if (typeof id === 'string') return id;
  throw new Problem('BAD_REQUEST', 'The cursor is not one of this list');
};

const countOf = async (session: Session, filter: EmailFilter, visibility: EmailVisibility): Promise<number | null> => {
  const { count } = await reading(session)
    .selectFrom((eb) => eb.selectFrom('email').select('email.id').where((e) => emailConditions(e, filter, visibility)).limit(COUNTED_AT_MOST).as('counted'))
    .select((eb) => eb.fn.countAll().as('count')).executeTakeFirstOrThrow();
  return totalOf(count);
};

/**
 * A page of emails, newest first: ids grow with time. By keyset, never by OFFSET, so that the last page costs what the
 * first does; counting stops where the total is no longer told.
 */
export const emailPage = async (session: Session, filter: EmailFilter, visibility: EmailVisibility, request: PageRequest): Promise<Page<EmailRow>> => {
  const after = idOf(request.after);
  const before = idOf(request.before);
  const found = await reading(session).selectFrom('email').selectAll('email')
    .where((eb) => emailConditions(eb, filter, visibility))
    .$if(after !== null, (query) => query.where('email.id', '<', after ?? ''))
    .$if(before !== null, (query) => query.where('email.id', '>', before ?? ''))
    .orderBy('email.id', request.backwards ? 'asc' : 'desc').limit(request.limit + 1).execute();
  const more = found.length > request.limit;
  const rows = found.slice(0, request.limit);
  if (request.backwards) rows.reverse();
  return {
    edges: rows.map((node) => ({ node, cursor: cursorOf([node.id]) })),
    hasNextPage: request.backwards ? before !== null : more,
    hasPreviousPage: request.backwards ? more : after !== null,
    totalCount: async () => await countOf(session, filter, visibility),
  };
};

/** Emails by id, in no order; ids that lead nowhere are left out. */
export const emailsByIds = async (session: Session, ids: readonly string[]): Promise<EmailRow[]> =>
  (ids.length === 0 ? [] : await reading(session).selectFrom('email').selectAll().where('id', 'in', [...ids]).execute());

/** The recipients of some emails, in the order in which they were given. */
export const recipientsOf = async (session: Session, ids: readonly string[]): Promise<RecipientRow[]> => (ids.length === 0 ? []
  : await reading(session).selectFrom('recipient').selectAll().where('email_id', 'in', [...ids]).orderBy('email_id').orderBy('position').execute());

/** The attempts of some emails, oldest first. */
export const attemptsOf = async (session: Session, ids: readonly string[]): Promise<AttemptRow[]> => (ids.length === 0 ? []
  : await reading(session).selectFrom('attempt').selectAll().where('email_id', 'in', [...ids]).orderBy('email_id').orderBy('number').execute());

/** The content of an email; null once it is purged. */
export const contentOf = async (session: Session, id: string): Promise<{ body: EmailBodyRow; attachments: AttachmentRow[] } | null> => {
  const body = await reading(session).selectFrom('email_body').selectAll().where('email_id', '=', id).executeTakeFirst();
  if (body === undefined) return null;
  return { body, attachments: await reading(session).selectFrom('email_attachment').selectAll().where('email_id', '=', id).orderBy('position').execute() };
};

const timeOf = (value: unknown): number | null => (value === null ? null : Number(value));

/** The accounts that what is left of a batch goes through by its last route, as far as somebody may know of it. */
export const accountsOfBatch = async (session: Session, batch: string, visibility: EmailVisibility): Promise<string[]> => {
  const rows = await reading(session).selectFrom('email').where((eb) => emailConditions(eb, { batch, status: ['SCHEDULED', 'QUEUED', 'SENDING'] }, visibility))
    .where('account_id', 'is not', null).select('account_id').distinct().execute();
  return rows.flatMap((row) => row.account_id ?? []);
};

/** How the emails of a batch stand, one line for each status that occurs. */
export const batchTallies = async (session: Session, batch: string, visibility: EmailVisibility): Promise<StatusTally[]> => {
  const rows = await reading(session).selectFrom('email').where((eb) => emailConditions(eb, { batch }, visibility)).groupBy('status')
    .select(['status', sql<unknown>`count(*)`.as('count'), sql<unknown>`count(settled_at)`.as('settled'), sql<unknown>`min(accepted_at)`.as('accepted'),
      sql<unknown>`max(settled_at)`.as('lastSettled'), sql<unknown>`max(send_at)`.as('lastSend')]).execute();
  return rows.map((row) => ({
    status: row.status, count: Number(row.count), settled: Number(row.settled), firstAcceptedAt: Number(row.accepted),
    lastSettledAt: timeOf(row.lastSettled), lastSendAt: timeOf(row.lastSend),
  }));
};
