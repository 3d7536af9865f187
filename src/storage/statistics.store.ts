import { sql } from 'kysely';
import type { StatusCount } from '../domain/statistics.js';
import type { EmailVisibility } from './email-filter.js';
import { emailConditions } from './email-filter.js';
import type { Session } from './orm.js';
import { outboxToRead } from './outbox.js';

/** A stretch of time, in which emails were accepted. UTC milliseconds. */
export interface Stretch { readonly from: number; readonly before: number }
const within = ({ from, before }: Stretch) => ({ acceptedFrom: from, acceptedBefore: before });

/** How many emails of an account have a status and a diagnosis. */
export interface EmailCount extends StatusCount { readonly accountId: string | null; readonly diagnosisId: string | null }

/** The emails that were accepted in a stretch, counted by the account of their route, their status and their diagnosis. */
export const emailCounts = async (session: Session, stretch: Stretch, visibility: EmailVisibility): Promise<EmailCount[]> => {
  const rows = await outboxToRead(session).selectFrom('email').where((eb) => emailConditions(eb, within(stretch), visibility))
    .groupBy(['account_id', 'status', 'diagnosis_id'])
    .select(({ fn }) => ['account_id as accountId', 'status', 'diagnosis_id as diagnosisId', fn.countAll<number>().as('count')]).execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
};

/** How long servers took to accept emails of a stretch, by account: attempts, and their milliseconds in all. */
export interface Acceptances { readonly accountId: string; readonly attempts: number; readonly milliseconds: number }

export const acceptances = async (session: Session, stretch: Stretch, visibility: EmailVisibility): Promise<Acceptances[]> => {
  const rows = await outboxToRead(session).selectFrom('email').innerJoin('attempt', 'attempt.email_id', 'email.id').where('attempt.outcome', '=', 'ACCEPTED')
    .where((eb) => emailConditions(eb, within(stretch), visibility)).groupBy('attempt.account_id')
    .select(({ fn }) => ['attempt.account_id as accountId', fn.countAll<number>().as('attempts'), fn.sum<number>('attempt.latency_ms').as('milliseconds')]).execute();
  return rows.flatMap(({ accountId, attempts, milliseconds }) => (accountId === null ? [] : [{ accountId, attempts: Number(attempts), milliseconds: Number(milliseconds) }]));
};

/** What waits: by account and area, how many are to go and how many are parked, and the id of the oldest. */
export interface Waiting { readonly accountId: string | null; readonly area: string | null; readonly due: number; readonly parked: number; readonly oldestId: string }

export const waitingByQueue = async (session: Session, visibility: EmailVisibility): Promise<Waiting[]> => {
  const parked = sql<number>`sum(case when dispatch.state = 'PARKED' then 1 else 0 end)`;
  const rows = await outboxToRead(session).selectFrom('dispatch')
    // Only of who does not see them all has to be asked whose each email is.
    .$if(visibility.areas !== 'all', (query) => query.where((eb) => eb('dispatch.email_id', 'in', eb.selectFrom('email').select('email.id').where((e) => emailConditions(e, {}, visibility)))))
    .groupBy(['dispatch.account_id', 'dispatch.area'])
    .select(({ fn }) => ['dispatch.account_id as accountId', 'dispatch.area as area', fn.countAll<number>().as('count'), parked.as('parked'), fn.min<string>('dispatch.email_id').as('oldestId')]).execute();
  return rows.map((row) => ({ accountId: row.accountId, area: row.area, due: Number(row.count) - Number(row.parked), parked: Number(row.parked), oldestId: row.oldestId }));
};
