import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GraphQLField, GraphQLSchema } from 'graphql';
import { parse, subscribe } from 'graphql';
import { effectiveRights, RECORD_TYPES } from '../../src/domain/permission.js';
import { PERMISSIONS } from '../../src/graphql/permissions.js';
import { guardedSchema } from '../../src/graphql/schema.js';
import type { Api } from '../support/api.js';
import { callOf, NOBODY } from '../support/operation-call.js';
import type { Four, Holders, Kind } from '../support/permission-holders.js';
import { KINDS, permissionHolders } from '../support/permission-holders.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

/**
 * Who may call what: every operation, for a signed-out caller, an employee, an employee by a role and an application
 * token, with every combination of the four rights on each record type that the operation's rule names. The table is
 * compared with `permissions.golden.json`; after a change that is meant, write it anew and look at the difference:
 *
 *   POSTROOM_UPDATE_GOLDEN=1 npm test -- --selectProjects sqlite --testPathPatterns test/api/permissions
 *
 * A combination is written by its letters: a access, m modify, d add, e erase, - none. "all" is every one of the sixteen.
 */
const GOLDEN = join(import.meta.dirname, 'permissions.golden.json');

const COMBINATIONS: readonly Four[] = Array.from({ length: 16 }, (_, bits) => ({
  access: (bits & 1) > 0, modify: (bits & 2) > 0, add: (bits & 4) > 0, erase: (bits & 8) > 0,
}));
const lettersOf = (four: Four): string => [four.access ? 'a' : '', four.modify ? 'm' : '', four.add ? 'd' : '', four.erase ? 'e' : ''].join('') || '-';

type Operation = 'query' | 'mutation' | 'subscription';
interface Root { readonly name: string; readonly operation: Operation; readonly call: string; readonly types: readonly string[] }
/** Who passes, by record type: one text where all three kinds of holder pass alike, else a text each. */
type Passing = string | Readonly<Record<Kind, string>>;
interface Entry { readonly rule: string; readonly signedOut: string; readonly passing: Readonly<Record<string, Passing>> }

const MAP: Readonly<Record<string, Readonly<Record<string, { readonly name: string } | undefined>> | undefined>> = PERMISSIONS as never;
const ruleOf = ({ name }: Root): string => {
  const [type = '', field = ''] = name.split('.');
  return MAP[type]?.[field]?.name ?? 'none';
};

/** Signing in and out are looked at by hand: the one is open to all, the other would end what the table is made with. */
const BY_HAND = ['Mutation.signIn', 'Mutation.signOut'];
const rootsOf = (schema: GraphQLSchema): Root[] => ([
  ['query', schema.getQueryType()], ['mutation', schema.getMutationType()], ['subscription', schema.getSubscriptionType()],
] as const).flatMap(([operation, type]) => Object.values(type?.getFields() ?? {}).map((field: GraphQLField<unknown, unknown>) => {
  const root = { name: `${type?.name}.${field.name}`, operation, call: callOf(operation, field), types: [] };
  return { ...root, types: RECORD_TYPES.filter((recordType) => new RegExp(`\\b${recordType}\\b`).test(ruleOf(root))) };
})).filter(({ name }) => !BY_HAND.includes(name));

let server: TestServer;
let schema: GraphQLSchema;
let holders: Holders;
beforeAll(async () => {
  server = await startPostroom();
  schema = await guardedSchema();
  holders = await permissionHolders(server);
});
afterAll(async () => {
  await holders.close();
  await server.stop();
});

/** A refusal's code, or PASSES: anything else that is answered was let in. */
const verdict = (code: unknown): string => (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN' ? code : 'PASSES');

/** What the guard of a subscription says to a caller; nothing listens behind it. */
const verdictOfSubscription = async (call: string, caller: unknown): Promise<string> => {
  const context = { caller, recheck: async () => caller };
  const result = await subscribe({ schema, document: parse(call), contextValue: context });
  if (!(Symbol.asyncIterator in result)) return verdict((result.errors?.[0]?.originalError as { code?: string } | undefined)?.code);
  await result.return(undefined);
  return 'PASSES';
};

const callerOf = (kind: Kind, recordType: string | null, four: Four): unknown => ({
  kind: kind === 'token' ? 'APPLICATION_TOKEN' : 'EMPLOYEE', id: NOBODY, name: 'x', address: '127.0.0.1', sessionId: NOBODY, mustChangePassword: false, areas: null,
  rights: effectiveRights(recordType === null ? [] : [{ recordType: recordType as (typeof RECORD_TYPES)[number], ...four, areas: null }]),
});

const ask = async (root: Root, api: Api, caller: unknown): Promise<string> => (root.operation === 'subscription'
  ? await verdictOfSubscription(root.call, caller) : verdict(await api.code(root.call)));

/** Calls of one combination go out together, but not all at once. */
const AT_ONCE = 8;
const inTurns = async <T>(works: readonly (() => Promise<T>)[]): Promise<T[]> => {
  const done: T[] = [];
  for (let from = 0; from < works.length; from += AT_ONCE) done.push(...await Promise.all(works.slice(from, from + AT_ONCE).map(async (work) => await work())));
  return done;
};

const written = (passed: readonly string[]): string => (passed.length === COMBINATIONS.length ? 'all' : passed.join(' ') || 'none');
const ANY = 'any';

const table = async (): Promise<Record<string, Entry>> => {
  const roots = rootsOf(schema);
  const passed = new Map<string, string[]>();
  const asked = async (recordType: string, four: Four, of: readonly Root[]): Promise<void> => {
    await holders.set(recordType === ANY ? 'AUDIT' : recordType, four);
    await inTurns(of.flatMap((root) => KINDS.map((kind) => async () => {
      const answer = await ask(root, holders.apis[kind], callerOf(kind, recordType === ANY ? null : recordType, four));
      if (answer === 'PASSES') passed.set(`${root.name} ${recordType} ${kind}`, [...passed.get(`${root.name} ${recordType} ${kind}`) ?? [], lettersOf(four)]);
    })));
  };
  for (const recordType of RECORD_TYPES) for (const four of COMBINATIONS) await asked(recordType, four, roots.filter(({ types }) => types.includes(recordType)));
  // A rule that names no record type is asked with no right at all.
  const [nothing] = COMBINATIONS;
  if (nothing !== undefined) await asked(ANY, nothing, roots.filter(({ types }) => types.length === 0));
  const passing = (root: Root, recordType: string): Passing => {
    const by = Object.fromEntries(KINDS.map((kind) => [kind, written(passed.get(`${root.name} ${recordType} ${kind}`) ?? [])])) as Record<Kind, string>;
    return by.employee === by.role && by.role === by.token ? by.employee : by;
  };
  return Object.fromEntries(await inTurns(roots.toSorted((one, other) => (one.name < other.name ? -1 : 1)).map((root) => async () => [root.name, {
    rule: ruleOf(root), signedOut: await ask(root, server.anybody, { kind: 'SIGNED_OUT', address: '127.0.0.1' }),
    passing: Object.fromEntries((root.types.length === 0 ? [ANY] : root.types).map((recordType) => [recordType, passing(root, recordType)])),
  }] as const)));
};

/** An operation a line, so that a difference is read line by line. */
const oneALine = (entries: Readonly<Record<string, Entry>>): string =>
  `{\n${Object.entries(entries).map(([name, entry]) => `  ${JSON.stringify(name)}: ${JSON.stringify(entry)}`).join(',\n')}\n}\n`;

test('every operation lets in exactly those that the golden table says', async () => {
  const found = await table();
  if (process.env['POSTROOM_UPDATE_GOLDEN'] === '1') writeFileSync(GOLDEN, oneALine(found));
  expect(found).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
}, 180_000);

test('in the table nobody signed out passes, and nobody whose modify or erase lacks access', () => {
  const golden = JSON.parse(readFileSync(GOLDEN, 'utf8')) as Record<string, Entry>;
  for (const { signedOut } of Object.values(golden)) expect(signedOut).toBe('UNAUTHENTICATED');
  const worthless = Object.entries(golden).flatMap(([name, { passing }]) => Object.values(passing).flatMap((by) => (typeof by === 'string' ? [by] : Object.values(by)))
    .filter((by) => by !== 'all' && by.split(' ').some((letters) => ['m', 'e', 'me'].includes(letters))).map(() => name));
  expect(worthless).toEqual([]);
});

test('signing in is open to everybody, and signing out to whoever is signed in', async () => {
  expect(await server.anybody.code('mutation { signIn(email: "x", password: "x") { token } }')).toBeNull();
  expect(await server.anybody.code('mutation { signOut { signedOut } }')).toBe('UNAUTHENTICATED');
  for (const kind of KINDS) expect(await holders.apis[kind].code('mutation { signOut { signedOut } }')).toBeNull();
});
