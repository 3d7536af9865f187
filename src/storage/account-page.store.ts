import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { SmtpAccount } from '../domain/account.js';
import { textKey } from '../domain/normalise.js';
import type { Page, PageRequest } from '../domain/page.js';
import { allAccounts, idsInUse } from './account.store.js';
import type { Session } from './orm.js';
import type { DeliveryTables } from './outbox.js';
import { outboxToRead } from './outbox.js';
import { COUNTED_AT_MOST, cursorOf, totalOf, valuesOf } from './page.js';
import { accountsOfVersions } from './standing-accounts.js';

/** What a list of accounts can be narrowed to. */
export interface AccountFilter {
  readonly text?: string | null;
  /** Accounts that emails of this area go through: its override, or the default account where it has none. */
  readonly area?: string | null;
  readonly missingSecret?: boolean | null;
  readonly inUse?: boolean | null;
}
export type AccountOrder = 'NUMBER' | 'NAME' | 'UPDATED';

const ORDERS = { NUMBER: ['number_sort', 'asc'], NAME: ['name_key', 'asc'], UPDATED: ['updated_at', 'desc'] } as const;

type Builder = ExpressionBuilder<DeliveryTables, 'smtp_account'>;

const idForArea = async (session: Session, area: string): Promise<string | null> => {
  const override = await outboxToRead(session).selectFrom('area_override').where('area', '=', area).select('account_id').executeTakeFirst();
  if (override !== undefined) return override.account_id;
  return (await outboxToRead(session).selectFrom('smtp_configuration').select('default_account_id').executeTakeFirstOrThrow()).default_account_id;
};

/** Ids that an account must be one of, or (`not`) none of. `missingSecret` is decided by the record itself, so its ids are found first. */
const idLists = async (session: Session, filter: AccountFilter): Promise<{ ids: readonly string[]; not: boolean }[]> => {
  const lists: { ids: readonly string[]; not: boolean }[] = [];
  if (filter.area) {
    const id = await idForArea(session, filter.area);
    lists.push({ ids: id === null ? [] : [id], not: false });
  }
  if (filter.inUse != null) lists.push({ ids: await idsInUse(session), not: !filter.inUse });
  if (filter.missingSecret != null) {
    const missing = (await allAccounts(session)).filter((account) => account.missesSecret === filter.missingSecret);
    lists.push({ ids: missing.map(({ id }) => id), not: false });
  }
  return lists;
};

const among = (row: Builder, { ids, not }: { ids: readonly string[]; not: boolean }): Expression<SqlBool> => {
  if (ids.length === 0) return not ? sql<SqlBool>`1 = 1` : sql<SqlBool>`1 = 0`;
  return row('id', not ? 'not in' : 'in', ids);
};

/** What comes behind a cursor in the order of a list, or (`before`) in front of it. */
const beside = (row: Builder, order: AccountOrder, cursor: string | null, before: boolean): Expression<SqlBool>[] => {
  const values = valuesOf(cursor, 2);
  if (values === null) return [];
  const [column, direction] = ORDERS[order];
  const [key, id] = values as [never, string];
  const compare = (direction === 'asc') === before ? '<' : '>';
  return [row.or([row(column, compare, key), row.and([row(column, '=', key), row('id', compare, id)])])];
};

/**
 * A page of accounts. Only what places them is read where the records are at hand already, for accounts change seldom and
 * lists of them are looked at often.
 */
export const accountPage = async (session: Session, filter: AccountFilter, order: AccountOrder, request: PageRequest): Promise<Page<SmtpAccount>> => {
  const lists = await idLists(session, filter);
  const [column, direction] = ORDERS[order];
  const matching = outboxToRead(session).selectFrom('smtp_account').where((row) => row.and([
    ...(filter.text ? [sql<SqlBool>`instr(search_key, ${textKey(filter.text)}) > 0`] : []), ...lists.map((list) => among(row, list)),
  ]));
  const turned = (direction === 'asc') === request.backwards ? 'desc' : 'asc';
  const found = await matching.where((row) => row.and([...beside(row, order, request.after, false), ...beside(row, order, request.before, true)]))
    .select(['id', 'version', 'updated_at', `${column} as place`]).orderBy(column, turned).orderBy('id', turned).limit(request.limit + 1).execute();
  const rows = found.slice(0, request.limit);
  if (request.backwards) rows.reverse();
  const accounts = await accountsOfVersions(session, rows);
  const more = found.length > request.limit;
  return {
    edges: rows.flatMap(({ id, place }) => {
      const node = accounts.get(id);
      return node === undefined ? [] : [{ node, cursor: cursorOf([place, id]) }];
    }),
    hasNextPage: request.backwards ? request.before !== null : more,
    hasPreviousPage: request.backwards ? more : request.after !== null,
    totalCount: async () => totalOf((await outboxToRead(session).selectFrom(matching.select('id').limit(COUNTED_AT_MOST).as('counted'))
      .select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow()).total),
  };
};
