import { sql } from 'kysely';
import type { Bars, StatusCount } from '../domain/statistics.js';
import type { EmailVisibility } from './email-filter.js';
import { emailConditions } from './email-filter.js';
import type { Session } from './orm.js';
import { outboxToRead } from './outbox.js';

const inRange = ({ from, before }: Pick<Bars, 'from' | 'before'>) => ({ acceptedFrom: from, acceptedBefore: before });

/** How many emails were accepted in a bar, go by an account, and have a status. */
export interface BarCount extends StatusCount { readonly bar: number; readonly accountId: string | null }

/** Emails by the bar in which they were accepted, the account of their route, and their status. */
export const countsByBar = async (session: Session, bars: Bars, visibility: EmailVisibility): Promise<BarCount[]> => {
  const bar = sql<number>`floor((accepted_at - ${bars.from}) / ${bars.stepMs})`;
  const rows = await outboxToRead(session).selectFrom('email').where((eb) => emailConditions(eb, inRange(bars), visibility))
    .groupBy([bar, 'account_id', 'status']).select(({ fn }) => [bar.as('bar'), 'account_id as accountId', 'status', fn.countAll<number>().as('count')]).execute();
  return rows.map(({ bar: at, accountId, status, count }) => ({ bar: Number(at), accountId, status, count: Number(count) }));
};

/** How long servers took to accept, by account: the mean of the attempts that ended so, in milliseconds. */
export const latencies = async (session: Session, bars: Bars, visibility: EmailVisibility): Promise<ReadonlyMap<string, number>> => {
  const rows = await outboxToRead(session).selectFrom('email').innerJoin('attempt', 'attempt.email_id', 'email.id').where('attempt.outcome', '=', 'ACCEPTED')
    .where((eb) => emailConditions(eb, inRange(bars), visibility)).groupBy('attempt.account_id')
    .select(({ fn }) => ['attempt.account_id as id', fn.avg<number>('attempt.latency_ms').as('mean')]).execute();
  return new Map(rows.flatMap(({ id, mean }) => (id === null ? [] : [[id, Math.round(Number(mean))]])));
};

/** The diagnoses met most, of emails that wait or failed. */
export const topDiagnoses = async (session: Session, bars: Bars, visibility: EmailVisibility, most: number): Promise<{ readonly diagnosisId: string; readonly count: number }[]> => {
  const rows = await outboxToRead(session).selectFrom('email').where('diagnosis_id', 'is not', null).where((eb) => emailConditions(eb, inRange(bars), visibility))
    .groupBy('diagnosis_id').select(({ fn }) => ['diagnosis_id as id', fn.countAll<number>().as('count')]).orderBy('count', 'desc').orderBy('id').limit(most).execute();
  return rows.flatMap(({ id, count }) => (id === null ? [] : [{ diagnosisId: id, count: Number(count) }]));
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
