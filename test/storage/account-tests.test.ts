import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PastTest, TESTS_KEPT } from '../../src/domain/account-test.js';
import { addPastTest, lastTests, pastTestPage } from '../../src/storage/account-test.store.js';
import { parseDatabaseUrl } from '../../src/storage/address.js';
import { openOrm } from '../../src/storage/orm.js';
import { Storage } from '../../src/storage/storage.js';
import type { TestDatabase } from '../support/database.js';
import { testDatabase } from '../support/database.js';
import { reachableBackEnds } from '../support/reachable.js';

const idOf = (at: number): string => `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`;
const pastTest = (at: number, accountId: string): PastTest => new PastTest({
  id: idOf(at), accountId, mode: 'SEND', emailTestTo: 'me@example.net', server: 'mail.example.com:587', asPosted: true,
  startedByKind: 'EMPLOYEE', startedByName: 'Ann', state: 'PASSED', startedAt: at, endedAt: at,
});

describe.each((await reachableBackEnds()).map((kind) => [kind] as const))('the history of tests on %s', (kind) => {
  let folder: string;
  let database: TestDatabase;
  let storage: Storage;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'postroom-tests-'));
    database = await testDatabase(folder, kind);
    storage = new Storage(await openOrm(parseDatabaseUrl(database.url)));
    await storage.migrate();
  });
  afterAll(async () => {
    await storage?.close();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('keeps the last hundred of an account, and leaves the others alone', async () => {
    const [busy, quiet] = ['busy', 'quiet'];
    await storage.transaction(async (session) => { await addPastTest(session, pastTest(1, quiet)); });
    for (let at = 2; at < TESTS_KEPT + 5; at += 1) {
      await storage.transaction(async (session) => { await addPastTest(session, pastTest(at, busy)); });
    }
    const page = await pastTestPage(storage.read(), busy, { limit: 200, backwards: false, after: null, before: null });
    expect(page.edges).toHaveLength(TESTS_KEPT);
    expect([page.edges[0]?.node.id, page.edges.at(-1)?.node.id]).toEqual([idOf(TESTS_KEPT + 4), idOf(5)]);
    const last = await lastTests(storage.read(), [busy, quiet, 'unknown']);
    expect(new Map([...last].map(([account, { id }]) => [account, id]))).toEqual(new Map([[busy, idOf(TESTS_KEPT + 4)], [quiet, idOf(1)]]));
  });
});
