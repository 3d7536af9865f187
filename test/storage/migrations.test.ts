import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseDatabaseUrl } from '../../src/storage/address.js';
import { openOrm } from '../../src/storage/orm.js';
import { Storage } from '../../src/storage/storage.js';
import type { TestDatabase } from '../support/database.js';
import { testDatabase } from '../support/database.js';
import { reachableBackEnds } from '../support/reachable.js';

const MIGRATIONS = join(import.meta.dirname, '../../migrations');
const namesIn = (dialect: string): string[] => readdirSync(join(MIGRATIONS, dialect)).toSorted();

test('both dialects have migrations of the same names', () => {
  expect(namesIn('sqlite')).toEqual(namesIn('mysql'));
  expect(namesIn('sqlite').length).toBeGreaterThan(0);
});

describe.each((await reachableBackEnds()).map((kind) => [kind] as const))('on %s', (kind) => {
  let folder: string;
  let database: TestDatabase;
  let storage: Storage;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'postroom-storage-'));
    database = await testDatabase(folder, kind);
    storage = new Storage(await openOrm(parseDatabaseUrl(database.url)));
  });
  afterAll(async () => {
    await storage.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('migrations run from empty, in order and once, and leave nothing between the tables and the entities', async () => {
    expect(await storage.migrate()).toEqual(namesIn('sqlite').map((file) => file.replace(/\.sql$/, '')));
    expect(await storage.migrate()).toEqual([]);
    expect(await storage.drift()).toBe('');
  });

  test('every text column compares byte by byte, so that ü is not u and A is not a', async () => {
    await storage.migrate();
    const columns = kind === 'sqlite'
      ? await storage.read().execute<{ collation: string }[]>("select sql as collation from sqlite_master where sql like '%collate%'")
      : await storage.read().execute<{ collation: string }[]>('select distinct collation_name as collation from information_schema.columns '
        + "where table_schema = database() and table_name <> 'migration' and collation_name is not null");
    expect(columns.map(({ collation }) => collation).filter((collation) => !collation.endsWith('_bin'))).toEqual([]);
    expect(columns.length > 0).toBe(kind !== 'sqlite');
  });
});
