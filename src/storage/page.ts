import type { EntityName, FilterQuery, QueryOrderMap } from '@mikro-orm/core';
import { raw } from '@mikro-orm/core';
import type { QBFilterQuery } from '@mikro-orm/sql';
import { Problem } from '../domain/errors.js';
import type { Page, PageRequest } from '../domain/page.js';
import { COUNT_MAX } from '../domain/page.js';
import type { Session } from './orm.js';

type CursorValue = string | number | null;

/** The place of a record in a list as clients get it: the values that the list is ordered by. */
export const cursorOf = (values: readonly CursorValue[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

/**
 * The values of a cursor, checked before they are used: it comes back from clients, and an object in it would be taken for a
 * condition. `length` is the number of columns the list is ordered by.
 */
export const valuesOf = (cursor: string | null, length: number): readonly CursorValue[] | null => {
  if (cursor === null) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const scalar = (value: unknown): value is CursorValue => value === null || typeof value === 'string' || typeof value === 'number';
    if (Array.isArray(values) && values.length === length && values.every(scalar)) return values;
  } catch {
    // Falls through to the one answer for every kind of broken cursor.
  }
  throw new Problem('BAD_REQUEST', 'The cursor is not one of this list');
};

/** A cursor that was checked, as it came. */
export const checkedCursor = (cursor: string | null, length: number): string | null => (valuesOf(cursor, length) === null ? null : cursor);

/** Where counting stops: one more than is told, and not all the rows that there are. */
export const COUNTED_AT_MOST = COUNT_MAX + 1;

/** What is told of a count that stopped at {@link COUNTED_AT_MOST}: exact, or null where there are more. */
export const totalOf = (counted: unknown): number | null => (Number(counted) > COUNT_MAX ? null : Number(counted));

/** One page by keyset, never by OFFSET, so that the last page costs what the first does. `order` must end in the id. */
export const pageOf = async <T extends object>(
  session: Session, entity: EntityName<T>, where: FilterQuery<NoInfer<T>>, order: QueryOrderMap<T>[], request: PageRequest,
): Promise<Page<T>> => {
  const after = checkedCursor(request.after, order.length);
  const before = checkedCursor(request.before, order.length);
  const found = await session.findByCursor(entity, {
    where, orderBy: order, includeCount: false,
    ...(request.backwards ? { last: request.limit } : { first: request.limit }),
    ...(after === null ? {} : { after }), ...(before === null ? {} : { before }),
  });
  return {
    edges: found.items.map((node) => ({ node: node as T, cursor: found.from(node) })),
    hasNextPage: found.hasNextPage,
    hasPreviousPage: found.hasPrevPage,
    totalCount: async () => {
      const rows = session.createQueryBuilder(entity).select(raw('1')).where(where as QBFilterQuery<T>).limit(COUNTED_AT_MOST);
      return totalOf((await session.createQueryBuilder(rows, 'counted').select(raw('count(*) as total')).execute<{ total: unknown }>('get', false)).total);
    },
  };
};
