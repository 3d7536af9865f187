import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SmtpConfiguration } from '../../../src/domain/configuration.js';
import { GIVE_UP_AFTER_MS, nextTryAt } from '../../../src/domain/retry-policy.js';
import { parseDatabaseUrl } from '../../../src/storage/address.js';
import { GroupCommit } from '../../../src/storage/group-commit.js';
import { JointWriter } from '../../../src/storage/joint-writer.js';
import { standingsHeld, writeMoved } from '../../../src/storage/mending.store.js';
import { openOrm } from '../../../src/storage/orm.js';
import { outbox } from '../../../src/storage/outbox.js';
import type { DispatchRow } from '../../../src/storage/outbox-tables.js';
import { parkCopyPortion, writeFreed } from '../../../src/storage/parked.store.js';
import { Storage } from '../../../src/storage/storage.js';
import type { TestDatabase } from '../../support/database.js';
import { testDatabase } from '../../support/database.js';
import { outboxEntry } from '../../support/outbox-entry.js';
import { reachableBackEnds } from '../../support/reachable.js';

const HOUR_MS = 3_600_000;
const FIRST_TRY = 1_800_000_000_000;

describe.each((await reachableBackEnds()).map((kind) => [kind] as const))('time that an email stands parked, on %s', (kind) => {
  let folder: string;
  let database: TestDatabase;
  let storage: Storage;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'postroom-parked-'));
    database = await testDatabase(folder, kind);
    storage = new Storage(await openOrm(parseDatabaseUrl(database.url)));
    await storage.migrate();
    await storage.transaction(async (session) => { session.persist(new SmtpConfiguration({ updatedAt: 0, enabled: true })); });
  });
  afterAll(async () => {
    await storage.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const waiting = async (firstTryAt: number | null): Promise<string> => {
    const entry = outboxEntry();
    const draft = () => ({ ...entry, dispatch: { ...entry.dispatch, first_try_at: firstTryAt, tries: firstTryAt === null ? 0 : 1 } });
    await new GroupCommit(new JointWriter(storage)).post([{ idempotency: null, area: null, pinnedAccountId: null, sizeBytes: 100, draft }]);
    return entry.email.id;
  };
  const parked = async (id: string, now: number): Promise<void> => {
    expect(await storage.transaction(async (session) => await parkCopyPortion(session, now))).toEqual([id]);
  };
  /** As a mended account frees what waits for it, and as a person releases one email. */
  const WAYS = {
    freed: async (id: string, now: number): Promise<void> => await storage.transaction(async (session) => await writeFreed(session, [id], now)),
    released: async (id: string, now: number): Promise<void> => await storage.transaction(async (session) => {
      for (const standing of await standingsHeld(session, [id])) await writeMoved(session, standing, { status: 'QUEUED', parkedReason: null, handedOver: false }, null, now);
    }),
  } as const;
  const takenOut = async (id: string): Promise<DispatchRow> => await storage.transaction(async (session) => {
    const row = await outbox(session).selectFrom('dispatch').where('email_id', '=', id).selectAll().executeTakeFirstOrThrow();
    await outbox(session).deleteFrom('dispatch').where('email_id', '=', id).execute();
    return row;
  });
  /** Whether the next try after a failure at that moment would be the end of it. */
  const isGivenUp = ({ tries, first_try_at: firstTryAt, parked_ms: parkedMs }: DispatchRow, now: number): boolean => nextTryAt({
    verdict: 'BACKOFF', tries, firstTryAt: firstTryAt ?? now, now, parkedMs, hintSeconds: null, chance: 1,
  }) === null;

  test.each(['freed', 'released'] as const)('does not count towards giving up, however often it is parked and %s', async (way) => {
    const id = await waiting(FIRST_TRY);
    for (const hours of [1, 11]) {
      await parked(id, FIRST_TRY + hours * HOUR_MS);
      await WAYS[way](id, FIRST_TRY + (hours + 5) * HOUR_MS);
    }
    const row = await takenOut(id);
    expect(row).toMatchObject({ state: 'DUE', parked_at: null, parked_ms: 10 * HOUR_MS });
    const end = FIRST_TRY + GIVE_UP_AFTER_MS + 10 * HOUR_MS;
    expect([isGivenUp(row, end - 1), isGivenUp(row, end)]).toEqual([false, true]);
  });

  test.each(['freed', 'released'] as const)('is nothing where it was never tried: its time has not begun when it is %s', async (way) => {
    const id = await waiting(null);
    await parked(id, FIRST_TRY);
    await WAYS[way](id, FIRST_TRY + 100 * HOUR_MS);
    expect(await takenOut(id)).toMatchObject({ first_try_at: null, parked_at: null, parked_ms: 0 });
  });
});
