import 'reflect-metadata';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { getNamedType, isObjectType, lexicographicSortSchema } from 'graphql';
import type { PubSub } from 'type-graphql';
import { buildSchema } from 'type-graphql';
import { guardOf, hasRule, PERMISSIONS } from './permissions.js';
import { Problem } from '../domain/errors.js';
import { RESOLVERS } from './resolvers.js';
import { applyMiddleware, deny, shield } from './shield.js';

const ROOTS = ['Query', 'Mutation', 'Subscription'];

const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'));

/** Whether a field is a way in: a root field, one that the map names, or one that leads into a record under another guard than its own type's. */
export const isWayIn = (type: GraphQLObjectType, field: string): boolean => {
  if (ROOTS.includes(type.name) || hasRule(type.name, field)) return true;
  const guard = guardOf(getNamedType(type.getFields()[field]?.type)?.name ?? '');
  return guard !== null && guard !== guardOf(type.name);
};

/**
 * Lays the map over the schema, and takes it off again where it only costs: shield wraps every field of every type, which
 * halves the rate of a page of records, though only ways in need a rule. A subscription's rule must stand before
 * `subscribe`, which shield guards only where there is no `resolve`: it is taken off meanwhile and put back after.
 */
export const underGuard = (bare: GraphQLSchema): GraphQLSchema => {
  const subscriptions = Object.values(bare.getSubscriptionType()?.getFields() ?? {});
  const resolves = new Map(subscriptions.map((field) => [field.name, field.resolve]));
  for (const field of subscriptions) delete field.resolve;
  const originals = new Map(objectTypes(bare).flatMap((type) =>
    Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field.resolve] as const)));
  const guarded = applyMiddleware(bare, shield(PERMISSIONS, {
    fallbackRule: deny, allowExternalErrors: true, fallbackError: new Problem('FORBIDDEN', 'Not allowed'),
  }));
  for (const type of objectTypes(guarded)) {
    for (const field of Object.values(type.getFields())) {
      if (isWayIn(type, field.name)) continue;
      const original = originals.get(`${type.name}.${field.name}`);
      if (original === undefined) delete field.resolve;
      else field.resolve = original;
    }
  }
  for (const field of Object.values(guarded.getSubscriptionType()?.getFields() ?? {})) {
    const resolve = resolves.get(field.name);
    if (resolve !== undefined) field.resolve = resolve;
  }
  return guarded;
};

/** TypeGraphQL wants one as soon as there is a subscription, though each of ours brings its own `subscribe`. */
const NO_PUB_SUB: PubSub = {
  publish: () => { throw new Error('Announcements go through the house'); },
  subscribe: () => { throw new Error('A subscription must bring its own subscribe'); },
};

/** The schema without guards: for printing it, and to prove the guards by comparison. */
export const bareSchema = async (): Promise<GraphQLSchema> =>
  lexicographicSortSchema(await buildSchema({ resolvers: RESOLVERS, validate: false, pubSub: NO_PUB_SUB }));

/** The schema that is served. */
export const guardedSchema = async (): Promise<GraphQLSchema> => underGuard(await bareSchema());
