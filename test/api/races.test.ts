import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom(); });
afterAll(async () => { await server.stop(); });

interface Payload { smtpAccount: { id: string; number: string; version: number } | null; userErrors: { code: string; path: string[] }[] }
const CREATE = 'mutation($input: CreateSmtpAccountInput!) { createSmtpAccount(input: $input) { smtpAccount { id number version } userErrors { code path } } }';
const RENAME = 'mutation($id: ID!, $name: String!, $version: Int!) { renameSmtpAccount(id: $id, name: $name, version: $version) { smtpAccount { id number version } userErrors { code path } } }';
const create = async (input: { number?: string; name: string }): Promise<Payload> => await server.admin.get<Payload>(CREATE, { input });
/** More than a transaction has tries: who loses must not have to try until nobody is left. */
const AT_ONCE = 12;
const atOnce = async <T>(work: (index: number) => Promise<T>): Promise<T[]> => await Promise.all(Array.from({ length: AT_ONCE }, async (_, index) => await work(index)));

test('of those who want the same number at once one gets it, and the others are told that it is taken', async () => {
  for (const round of [1, 2, 3]) {
    const answers = await atOnce(async (index) => await create({ number: `RACE-${round}`, name: `Race ${round} ${index}` }));
    expect(answers.filter(({ smtpAccount }) => smtpAccount !== null)).toHaveLength(1);
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual(Array.from({ length: AT_ONCE - 1 }, () => ({ code: 'NUMBER_TAKEN', path: ['input', 'number'] })));
  }
});

test('those who take the offered number at once all get one, and each another', async () => {
  const answers = await atOnce(async (index) => await create({ name: `Offered ${index}` }));
  expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  expect(new Set(answers.map(({ smtpAccount }) => smtpAccount?.number)).size).toBe(AT_ONCE);
});

test('of those who change the same version at once one does, and the others are stale', async () => {
  const { smtpAccount } = await create({ name: 'Changed at once' });
  const answers = await atOnce(async (index) => await server.admin.get<Payload>(RENAME, { id: smtpAccount?.id, name: `Changed by ${index}`, version: 1 }));
  expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(Array.from({ length: AT_ONCE - 1 }, () => 'STALE_VERSION'));
});
