import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { COUNT_MAX, pageRequest } from '../../src/domain/page.js';
import { parseDatabaseUrl } from '../../src/storage/address.js';
import { auditPage } from '../../src/storage/audit.store.js';
import { openOrm } from '../../src/storage/orm.js';
import { Storage } from '../../src/storage/storage.js';

const folder = mkdtempSync(join(tmpdir(), 'postroom-'));
let storage: Storage;
beforeAll(async () => {
  storage = new Storage(await openOrm(parseDatabaseUrl(`sqlite:${folder}/test.db`)));
  await storage.migrate();
});
afterAll(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

const write = async (from: number, to: number): Promise<void> => await storage.transaction(async (session) => {
  await session.execute(`with recursive n(i) as (select ? union all select i + 1 from n where i < ?)
    insert into audit_event (id, at, actor_kind, actor_name, action, subject, changes, search_key)
    select printf('%036d', i), i, 'SYSTEM', '', 'CREATED', iif(i % 2, 'ROLE', 'EMAIL'), '[]', iif(i % 2, 'role' || char(63), 'email') from n`, [from, to]);
});

test('a total is exact up to the most that is counted, also of a part; beyond that it is not told', async () => {
  await write(1, COUNT_MAX);
  const request = pageRequest({ first: 1 });
  expect(await (await auditPage(storage.read(), {}, request)).totalCount()).toBe(COUNT_MAX);
  await write(COUNT_MAX + 1, COUNT_MAX + 1);
  expect(await (await auditPage(storage.read(), {}, request)).totalCount()).toBeNull();
  expect(await (await auditPage(storage.read(), { subject: 'EMAIL', text: 'EMAIL', from: 3 }, request)).totalCount()).toBe(COUNT_MAX / 2 - 1);
  expect(await (await auditPage(storage.read(), { text: 'ROLE?' }, request)).totalCount()).toBe(COUNT_MAX / 2 + 1);
  expect(await (await auditPage(storage.read(), { from: COUNT_MAX * 2 }, request)).totalCount()).toBe(0);
});

test('neither the rows of a page nor its total are read further than is told, and no total that is not asked for', async () => {
  const session = storage.read();
  const execute = jest.spyOn(session.getConnection('read'), 'execute');
  const page = await auditPage(session, {}, pageRequest({ first: 1 }));
  expect(execute).toHaveBeenCalledTimes(1);
  await page.totalCount();
  const statements = execute.mock.calls.map(([statement]) => (typeof statement === 'string' ? statement : ''));
  execute.mockRestore();
  expect(statements).toEqual([expect.stringContaining(' limit '), expect.stringContaining(' limit ')]);
});
