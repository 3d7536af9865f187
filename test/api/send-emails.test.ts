import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { countOf, emailInput, faults, SEND_MANY } from '../support/sending.js';
import type { Sending } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom({ POSTROOM_SANDBOX: 'off' }); });
afterAll(async () => { await server.stop(); });

interface Answer { readonly results: Sending[]; readonly userErrors: Sending['userErrors'] }
const sendMany = async (inputs: object[]) => await server.admin.get<Answer>(SEND_MANY, { inputs });

test('five hundred emails are answered in their order', async () => {
  const answer = await sendMany(Array.from({ length: 500 }, (_, at) => emailInput({ idempotencyKey: `n${at}`, batch: 'many' })));
  expect(answer.userErrors).toEqual([]);
  expect(answer.results.map(({ email }) => email?.idempotencyKey)).toEqual(Array.from({ length: 500 }, (_, at) => `n${at}`));
  expect(await countOf(server.admin, { batch: 'many' })).toBe(500);
});

test('five hundred and one are too many, and none is stored', async () => {
  const before = await countOf(server.admin);
  const answer = await sendMany(Array.from({ length: 501 }, () => emailInput()));
  expect(answer.results).toEqual([]);
  expect(faults(answer)).toEqual(['INVALID inputs']);
  expect(await countOf(server.admin)).toBe(before);
});

test('each has an answer of its own, and one fault stops no other', async () => {
  const { results } = await sendMany([emailInput({ batch: 'mixed' }), emailInput({ to: [] }), emailInput({ accountId: 'none' }), emailInput({ batch: 'mixed' })]);
  expect(results.map((result) => [result.email !== null, ...faults(result)])).toEqual([
    [true], [false, 'INVALID inputs.1.to'], [false, 'NOT_FOUND inputs.2.accountId'], [true],
  ]);
  expect(await countOf(server.admin, { batch: 'mixed' })).toBe(2);
});

test('no emails at all have no results', async () => {
  expect(await sendMany([])).toEqual({ results: [], userErrors: [] });
});

test('a thousand recipients in each of thirty emails fit into statements of every database', async () => {
  const to = Array.from({ length: 1000 }, (_, at) => `r${at}@b.example`);
  const { results } = await sendMany(Array.from({ length: 30 }, () => emailInput({ to, batch: 'wide' })));
  expect(results.flatMap(faults)).toEqual([]);
  expect(await countOf(server.admin, { batch: 'wide', recipient: 'R999@B.example' })).toBe(30);
});
