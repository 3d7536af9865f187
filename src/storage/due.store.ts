import { sql } from 'kysely';
import { dispatchesSeen } from './dispatch-rows.store.js';
import type { Session } from './orm.js';
import { outboxToRead } from './outbox.js';

/** What may be picked: at most `limit`, and none of `except`. */
export interface DueQuestion {
  readonly now: number;
  readonly limit: number;
  readonly except: ReadonlyMap<string, Pick<Due, 'area'>>;
  /** Nothing of these is looked at, so that one finds what waits behind them; that costs by how many of theirs wait. */
  readonly passOver: readonly string[];
  /** When an area was last picked from: of two, the one longest ago goes first, so that a single pick is not always the same area's. */
  readonly lastTurnOf: (area: string | null) => number;
  /** Asked in order of each that could be picked: whether it may be, counting all that was picked before. */
  readonly take: (due: Due) => boolean;
}

/**
 * An email that may go, and its fence now: when that has grown, somebody claimed it. `accountId` is the account that it
 * would have taken when last looked at; null where its way is found by its claim.
 */
export interface Due { readonly id: string; readonly fence: number; readonly accountId: string | null; readonly area: string | null }

const PRIORITIES = [0, 1, 2];
/** SQLite takes at most 500 selects in one compound statement. */
const AREAS_A_STATEMENT = 100;

const areasWithDue = async (session: Session, priority: number, now: number): Promise<(string | null)[]> => {
  const db = outboxToRead(session);
  const due = db.selectFrom('dispatch').where('state', '=', 'DUE').where('priority', '=', priority).where('due_at', '<=', now);
  const [named, unnamed] = await Promise.all([
    // One row looked for in each area. An EXISTS is the same, but MariaDB may make a join of it that reads all that wait.
    db.selectFrom('email_area').select(['code', due.where(sql.ref('dispatch.area'), '=', sql.ref('email_area.code')).select('dispatch.email_id').limit(1).as('first')])
      .orderBy('code').execute(),
    due.where('area', 'is', null).select('email_id').limit(1).execute(),
  ]);
  return [...named.flatMap(({ code, first }) => (first === null ? [] : [code])), ...(unnamed.length > 0 ? [null] : [])];
};

const countByArea = (all: Iterable<Pick<Due, 'area'>>): Map<string | null, number> => {
  const counts = new Map<string | null, number>();
  for (const { area } of all) counts.set(area, (counts.get(area) ?? 0) + 1);
  return counts;
};

/**
 * The first `share` of each area. Those excepted are read over, not named in the query: a statement with hundreds of ids is another
 * one each time, and to prepare it costs more than to read a few rows too many.
 */
const dueOfAreas = async (session: Session, areas: readonly (string | null)[], priority: number, share: number, question: DueQuestion): Promise<Due[][]> => {
  const db = outboxToRead(session);
  const excepted = countByArea(question.except.values());
  const one = (area: string | null) => {
    let query = db.selectFrom('dispatch').where('area', area === null ? 'is' : '=', area).where('state', '=', 'DUE')
      .where('priority', '=', priority).where('due_at', '<=', question.now);
    const { passOver } = question;
    // Not as a range of accounts, for which MariaDB would read every row: so it is judged within the index (20 ms for 100,000, not 600).
    if (passOver.length > 0) query = query.where(sql<string>`coalesce(account_id, '')`, 'not in', passOver);
    // Selected from, for SQLite takes no order and limit inside a compound statement otherwise.
    return db.selectFrom(query.select(['email_id', 'area', 'fence', 'account_id']).orderBy('due_at').orderBy('email_id').limit(share + (excepted.get(area) ?? 0)).as('of_one_area')).selectAll();
  };
  const [first, ...others] = areas.map(one);
  if (first === undefined) return [];
  const rows = await others.reduce((all, other) => all.unionAll(other), first).execute();
  return areas.map((area) => rows.filter((row) => row.area === area && !question.except.has(row.email_id)).slice(0, share)
    .map(({ email_id: id, fence, account_id: accountId }) => ({ id, fence, accountId, area })));
};

const roundRobin = (lists: readonly Due[][]): Due[] =>
  Array.from({ length: Math.max(0, ...lists.map((list) => list.length)) }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();

/**
 * Emails that may go now: HIGH before NORMAL before LOW, within a priority one of each area in turn, within an
 * area the longest due first. It costs by areas and by the number asked for, not by how many wait.
 */
export const dueEmails = async (session: Session, question: DueQuestion): Promise<Due[]> => {
  const picked: Due[] = [];
  for (const priority of PRIORITIES) {
    if (picked.length >= question.limit) break;
    const areas = (await areasWithDue(session, priority, question.now))
      .toSorted((one, other) => question.lastTurnOf(one) - question.lastTurnOf(other));
    const share = Math.ceil((question.limit - picked.length) / Math.max(1, areas.length));
    const lists: Due[][] = [];
    for (let at = 0; at < areas.length; at += AREAS_A_STATEMENT) {
      lists.push(...await dueOfAreas(session, areas.slice(at, at + AREAS_A_STATEMENT), priority, share, question));
    }
    for (const due of roundRobin(lists)) if (picked.length < question.limit && question.take(due)) picked.push(due);
  }
  return picked;
};

/** Of these, the ones that nobody has claimed since (`unclaimed`), and the ones that were claimed and given back (`returned`). */
export const whatBecameOf = async (session: Session, offered: readonly Due[]): Promise<{ readonly unclaimed: Set<string>; readonly returned: Set<string> }> => {
  const rows = await dispatchesSeen(session, offered.map(({ id }) => id));
  const due = Map.groupBy(offered.filter(({ id }) => rows.get(id)?.state === 'DUE'), ({ id, fence }) => rows.get(id)?.fence === fence);
  const idsOf = (unclaimed: boolean): Set<string> => new Set(due.get(unclaimed)?.map(({ id }) => id));
  return { unclaimed: idsOf(true), returned: idsOf(false) };
};

/** How many emails wait for each of some accounts, and may go by then. */
export const waitingByAccount = async (session: Session, accountIds: readonly string[], until: number): Promise<Map<string, number>> => {
  if (accountIds.length === 0) return new Map();
  const rows = await outboxToRead(session).selectFrom('dispatch').where('account_id', 'in', accountIds).where('state', '=', 'DUE').where('due_at', '<=', until)
    .select(({ fn }) => ['account_id', fn.countAll<number>().as('count')]).groupBy('account_id').execute();
  return new Map(rows.map((row) => [row.account_id ?? '', Number(row.count)]));
};

/** How many emails each account has under way. */
export const claimedByAccount = async (session: Session): Promise<Map<string | null, number>> => {
  const rows = await outboxToRead(session).selectFrom('dispatch').where('state', '=', 'CLAIMED')
    .select(({ fn }) => ['account_id', fn.countAll<number>().as('count')]).groupBy('account_id').execute();
  return new Map(rows.map((row) => [row.account_id, Number(row.count)]));
};
