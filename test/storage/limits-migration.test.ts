import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { BLANK_SETTINGS } from '../../src/domain/account-settings.js';
import { BLANK_OAUTH } from '../../src/domain/oauth-settings.js';
import { parseDatabaseUrl } from '../../src/storage/address.js';
import { accountByNumber } from '../../src/storage/account.store.js';
import { openOrm } from '../../src/storage/orm.js';
import { testDatabase } from '../support/database.js';
import { reachableBackEnds } from '../support/reachable.js';

test.each((await reachableBackEnds()).map((kind) => [kind] as const))('on %s accounts from before limits keep their settings, and have none of the new ones', async (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'postroom-limits-'));
  const database = await testDatabase(folder, kind);
  const orm = await openOrm(parseDatabaseUrl(database.url));
  try {
    await orm.migrator.up({ to: '0001-first' });
    const before = { server: 'mail.münchen.example', port: 587, allowedFrom: ['example.com'], useSendGrid: false };
    const insert = async (number: string, settings: string | null) => await orm.em.fork().execute(
      `insert into smtp_account (id, number, number_key, number_sort, name, name_key, settings, search_key, created_at, updated_at, version)
       values (?, ?, ?, ?, ?, ?, ?, '', 0, 0, 1)`, [`00000000-0000-7000-8000-00000000000${number}`, number, number, number, number, number, settings]);
    await insert('1', JSON.stringify(before));
    await insert('2', null);
    await orm.migrator.up();
    const [posted, bare] = [await accountByNumber(orm.em.fork(), '1'), await accountByNumber(orm.em.fork(), '2')];
    const { messagesPerMinute, connectionsMax, fallbackAccountId } = BLANK_SETTINGS;
    expect(posted).toMatchObject({ settings: { ...before, ...BLANK_OAUTH, messagesPerMinute, connectionsMax, fallbackAccountId }, limited: false, fallbackId: null, quotaGroupId: null });
    expect(bare?.settings).toBeNull();
  } finally {
    await orm.close(true);
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
});
