import { afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { parse, subscribe } from 'graphql';
import { Announcements } from '../../src/app/announcements.js';
import { ChangeQueue } from '../../src/app/emails/change-queue.js';
import type { Grant } from '../../src/domain/permission.js';
import { effectiveRights } from '../../src/domain/permission.js';
import { guardedSchema } from '../../src/graphql/schema.js';

let schema: GraphQLSchema;
beforeAll(async () => { schema = await guardedSchema(); });
afterEach(() => { jest.useRealTimers(); });

const grant = (values: Partial<Grant>): Grant => ({ recordType: 'EMAILS', access: false, modify: false, add: false, erase: false, areas: null, ...values });
const employee = (grants: Grant[], mustChangePassword = false) =>
  ({ kind: 'EMPLOYEE', id: 'e', name: 'E', address: '', sessionId: 's', mustChangePassword, rights: effectiveRights(grants) });

const attach = async (caller: object, variables: object = {}) => {
  const announcements = new Announcements();
  const answer = await subscribe({
    schema, document: parse('subscription($area: String) { emailChanged(area: $area) { id } }'), variableValues: { ...variables },
    contextValue: { caller, house: { announcements, now: Date.now }, recheck: async () => caller },
  });
  return { answer, listeners: () => announcements.listenerCount('emailChanged') };
};

test.each<[string, object, object]>([
  ['signed out', { kind: 'SIGNED_OUT', address: '' }, {}], ['without a right on emails', employee([grant({ recordType: 'EMAIL_CONTENT', access: true })]), {}],
  ['with modify but no access', employee([grant({ modify: true, erase: true })]), {}], ['with a one-time password', employee([grant({ access: true })], true), {}],
  ['for an area out of reach', employee([grant({ access: true, areas: ['INVOICES'] })]), { area: 'ORDERS' }],
])('a subscriber %s never attaches', async (_who, caller, variables) => {
  const { answer, listeners } = await attach(caller, variables);
  expect(answer).toMatchObject({ errors: [{}] });
  expect(listeners()).toBe(0);
});

test('one with the right attaches at once, and lets go when it returns', async () => {
  const { answer, listeners } = await attach(employee([grant({ access: true })]));
  expect(listeners()).toBe(1);
  if (!(Symbol.asyncIterator in answer)) throw new Error('Not subscribed');
  const waiting = answer.next();
  await answer.return(undefined);
  expect(listeners()).toBe(0);
  expect(await waiting).toEqual({ done: true, value: undefined });
});

test('an email is given out at once, then once in a second, however often it changes', async () => {
  jest.useFakeTimers();
  const queue = new ChangeQueue(Date.now);
  queue.add('a');
  queue.add('a');
  expect(await queue.take(10)).toEqual(['a']);
  queue.add('a');
  queue.add('b');
  queue.add('a');
  expect(await queue.take(10)).toEqual(['b']);
  const taken: (string[] | null)[] = [];
  const next = queue.take(10).then((ids) => taken.push(ids));
  await jest.advanceTimersByTimeAsync(999);
  expect(taken).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  await next;
  expect(taken).toEqual([['a']]);
  queue.end();
  expect(await queue.take(10)).toBeNull();
});

test('a slow listener keeps a bounded number of emails, the newest', async () => {
  const queue = new ChangeQueue(Date.now);
  for (let at = 0; at < 10_005; at += 1) queue.add(String(at));
  const ids = await queue.take(20_000);
  expect([ids?.length, ids?.[0], ids?.at(-1)]).toEqual([10_000, '5', '10004']);
});
