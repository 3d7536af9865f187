import { beforeAll, expect, test } from '@jest/globals';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { getNamedType, isAbstractType, isObjectType } from 'graphql';
import { guardOf, PERMISSIONS } from '../../src/graphql/permissions.js';
import { bareSchema, underGuard } from '../../src/graphql/schema.js';

const ROOTS = ['Query', 'Mutation', 'Subscription'];
const MAP: Readonly<Record<string, Readonly<Record<string, { readonly name: string } | undefined>> | undefined>> = PERMISSIONS as never;

interface Place { readonly type: GraphQLObjectType; readonly field: GraphQLField<unknown, unknown>; readonly name: string }

const placesOf = (schema: GraphQLSchema): Place[] => Object.values(schema.getTypeMap())
  .filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'))
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field, name: `${type.name}.${field.name}` })));

let schema: GraphQLSchema;
let places: Place[];
/** What the fields resolved by before the map was laid over them. */
let bare: Map<string, { resolve: unknown; subscribe: unknown }>;
beforeAll(async () => {
  const unguarded = await bareSchema();
  bare = new Map(placesOf(unguarded).map(({ name, field }) => [name, { resolve: field.resolve, subscribe: field.subscribe }]));
  schema = underGuard(unguarded);
  places = placesOf(schema);
});

/** The guards of all types that a field may lead into: through a union or an interface, of each member. */
const guardsAhead = ({ field }: Place): string[] => {
  const ahead = getNamedType(field.type);
  const types = isAbstractType(ahead) ? schema.getPossibleTypes(ahead) : [ahead];
  return types.map(({ name }) => guardOf(name)).filter((guard) => guard !== null);
};
const leadsPastAGuard = (place: Place): boolean => guardsAhead(place).some((guard) => guard !== guardOf(place.type.name));
const ruleOf = ({ type, field }: Place): { readonly name: string } | undefined => MAP[type.name]?.[field.name];
const isWayIn = (place: Place): boolean => ROOTS.includes(place.type.name) || leadsPastAGuard(place) || ruleOf(place) !== undefined;

const isWrapped = ({ type, field, name }: Place): boolean => (type.name === 'Subscription'
  ? field.subscribe !== bare.get(name)?.subscribe : field.resolve !== bare.get(name)?.resolve);

test('every root field, and every field that leads into a record under another guard, has a rule of its own', () => {
  expect(places.filter((place) => isWayIn(place) && ruleOf(place) === undefined).map(({ name }) => name)).toEqual([]);
});

/** Fields that lead into a guarded record under another rule than that record's own, each with its reason. */
const BY_ANOTHER_RULE: Readonly<Record<string, string>> = {
  'Viewer.rights': 'everybody may know its own rights',
  'ApplicationToken.accessRecords': 'what a program may do is part of its token',
};

test('a field that leads into a guarded record asks for a right on that very kind of record', () => {
  const wrong = places.filter(leadsPastAGuard).filter(({ name }) => !(name in BY_ANOTHER_RULE))
    .filter((place) => !guardsAhead(place).every((guard) => place.type.name === 'Mutation' || ruleOf(place)?.name.includes(guard)))
    .map((place) => `${place.name}: ${ruleOf(place)?.name}`);
  expect(wrong).toEqual([]);
});

test('every entry of the map stands for a field that exists', () => {
  const named = Object.entries(MAP).flatMap(([type, fields]) => Object.keys(fields ?? {}).map((field) => `${type}.${field}`));
  expect(named.filter((name) => !bare.has(name))).toEqual([]);
});

test('the rule stands before every way in, and costs nothing anywhere else', () => {
  const ways = places.filter(isWayIn);
  expect(ways.length).toBeGreaterThan(10);
  expect(ways.filter((place) => !isWrapped(place)).map(({ name }) => name)).toEqual([]);
  expect(places.filter((place) => !isWayIn(place) && isWrapped(place)).map(({ name }) => name)).toEqual([]);
});

test('a subscription is guarded before it attaches, and still resolves as before', () => {
  for (const { field, name } of places.filter(({ type }) => type.name === 'Subscription')) {
    expect(field.subscribe).not.toBe(bare.get(name)?.subscribe);
    expect(field.resolve).toBe(bare.get(name)?.resolve);
  }
  expect(places.length).toBeGreaterThan(0);
});

test('signed out, the rule of every root field refuses, but for signing in', async () => {
  const context = { caller: { kind: 'SIGNED_OUT', address: '127.0.0.1' } };
  const passed: string[] = [];
  for (const place of places.filter(({ type }) => ROOTS.includes(type.name))) {
    const way = place.type.name === 'Subscription' ? place.field.subscribe : place.field.resolve;
    const answer: unknown = await Promise.resolve(way?.(undefined, {}, context, {} as never)).catch((error: unknown) => error);
    if ((answer as { code?: string }).code !== 'UNAUTHENTICATED') passed.push(place.name);
  }
  expect(passed).toEqual(['Mutation.signIn']);
});
