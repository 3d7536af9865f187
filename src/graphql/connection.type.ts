import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { Page } from '../domain/page.js';

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'How many from the beginning, or after `after`: 1 to 200, 20 if unsaid.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many from the end, or before `before`: 1 to 200.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor before which the page ends.' })
  before?: string | null;
}

@ArgsType()
export class ForwardPageArgs {
  @Field(() => Int, { nullable: true, description: 'How many from the beginning, or after `after`: 1 to 200, 20 if unsaid.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  after?: string | null;
}

@ObjectType('PageInfo', { description: 'Where a page stands in its list, as the Relay specification has it.', simpleResolvers: true })
export class PageInfoType {
  @Field(() => Boolean, { description: 'Whether more follow.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether more come before.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first record of the page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last record of the page.' })
  endCursor!: string | null;
}

/** A connection as GraphQL answers it, which calls what is a function where the field is asked for. */
export interface Connection<T> {
  edges: readonly { node: T; cursor: string }[];
  pageInfo: PageInfoType;
  totalCount: () => Promise<number | null>;
}

/** A page of the domain as a Relay connection. */
export const connectionOf = <T>({ edges, hasNextPage, hasPreviousPage, totalCount }: Page<T>): Connection<T> => ({
  edges, totalCount,
  pageInfo: { hasNextPage, hasPreviousPage, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
});

/** The two types of a connection over a node type; `plural` is used in descriptions. */
export const connectionTypes = <T extends object>(name: string, plural: string, node: () => new () => T) => {
  @ObjectType(`${name}Edge`, { description: `One of the ${plural}, with its place in the list.`, simpleResolvers: true })
  class Edge {
    @Field(node, { description: 'The record.' })
    node!: T;

    @Field(() => String, { description: 'Its place in the list, for `after` and `before`.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${plural}.`, simpleResolvers: true })
  class ConnectionType {
    @Field(() => [Edge], { description: 'The records of this page.' })
    edges!: readonly Edge[];

    @Field(() => PageInfoType, { description: 'Where this page stands.' })
    pageInfo!: PageInfoType;

    @Field(() => Int, { nullable: true, description: 'How many there are in all; null beyond 10,000.' })
    totalCount!: number | null;
  }
  return ConnectionType;
};
