import { Problem } from './errors.js';

/** What a caller asks of a list, as the Relay connection specification has it. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** A checked request: `limit` rows after or before a cursor, from the list's beginning or its end. */
export interface PageRequest {
  readonly limit: number;
  readonly backwards: boolean;
  readonly after: string | null;
  readonly before: string | null;
}

/** A page of records, each with its cursor. `totalCount` counts when it is called, for who reads on needs no total: exact to 10,000, then null. */
export interface Page<T> {
  readonly edges: readonly { readonly node: T; readonly cursor: string }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly totalCount: () => Promise<number | null>;
}

export const PAGE_DEFAULT = 20;
export const PAGE_MAX = 200;
/** Beyond this a total is not counted: counting costs as much as reading. */
export const COUNT_MAX = 10_000;

/** Checks paging arguments; throws BAD_REQUEST, for a query has no payload to put a user error in. */
export const pageRequest = ({ first, after, last, before }: PageArguments): PageRequest => {
  if (first != null && last != null) throw new Problem('BAD_REQUEST', 'Give `first` or `last`, not both');
  const limit = first ?? last ?? PAGE_DEFAULT;
  if (!Number.isInteger(limit) || limit < 1 || limit > PAGE_MAX) {
    throw new Problem('BAD_REQUEST', `\`${first == null ? 'last' : 'first'}\` must be a whole number from 1 to ${PAGE_MAX}`);
  }
  return { limit, backwards: last != null, after: after ?? null, before: before ?? null };
};

/** The same page with each record turned into something else. */
export const mapPage = <T, U>(page: Page<T>, map: (node: T) => U): Page<U> =>
  ({ ...page, edges: page.edges.map(({ node, cursor }) => ({ node: map(node), cursor })) });
