import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { SmtpConfiguration } from '../../src/domain/configuration.js';
import { parseDatabaseUrl } from '../../src/storage/address.js';
import { collect, collectable, enterBlobs, linkableBlobs } from '../../src/storage/blob-register.store.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { purgeContent } from '../../src/storage/content.store.js';
import { GroupCommit } from '../../src/storage/group-commit.js';
import { JointWriter } from '../../src/storage/joint-writer.js';
import type { Session } from '../../src/storage/orm.js';
import { openOrm } from '../../src/storage/orm.js';
import type { Posted } from '../../src/storage/outbox-entry.js';
import { insertEntries } from '../../src/storage/outbox-insert.js';
import { outbox } from '../../src/storage/outbox.js';
import { Storage } from '../../src/storage/storage.js';
import { addUpload } from '../../src/storage/upload.store.js';
import type { TestDatabase } from '../support/database.js';
import { testDatabase } from '../support/database.js';
import { outboxEntry } from '../support/outbox-entry.js';
import { reachableBackEnds } from '../support/reachable.js';

const HOUR_MS = 3_600_000;

describe.each((await reachableBackEnds()).map((kind) => [kind] as const))('kept content on %s', (kind) => {
  let folder: string;
  let database: TestDatabase;
  /** Who accepts emails, and who collects: on a server two processes, on SQLite the one writer that there is. */
  let accepting: Storage;
  let collecting: Storage;
  let blobs: BlobStore;
  let now = 1_800_000_000_000;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'postroom-register-'));
    database = await testDatabase(folder, kind);
    const open = async (): Promise<Storage> => new Storage(await openOrm(parseDatabaseUrl(database.url)));
    accepting = await open();
    collecting = kind === 'sqlite' ? accepting : await open();
    blobs = new BlobStore(join(folder, 'blobs'), async (blob) => await accepting.transaction(async (session) => await enterBlobs(session, [blob], now)));
    await accepting.migrate();
    await accepting.transaction(async (session) => { session.persist(new SmtpConfiguration({ updatedAt: 0, enabled: true })); });
  });
  afterAll(async () => {
    await accepting.close();
    if (collecting !== accepting) await collecting.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const withFile = (sha256: string) => {
    const entry = outboxEntry({ status: 'CANCELLED' });
    return { ...entry, attachments: [{
      email_id: entry.email.id, position: 0, file_name: 'a', content_type: 'a/b', content_id: null, inline_part: 0 as const, sha256, size_bytes: 1,
    }] };
  };
  const posted = async (sha256: string): Promise<{ posted: Posted | undefined; id: string }> => {
    const entry = withFile(sha256);
    const files = { sha256s: [sha256], uploadIds: [], hasFile: (one: string) => blobs.has(one) };
    const [answer] = await new GroupCommit(new JointWriter(accepting)).post([{ idempotency: null, area: null, pinnedAccountId: null, sizeBytes: 1, files, draft: () => entry }]);
    return { posted: answer, id: entry.email.id };
  };
  const purged = async (id: string): Promise<void> => await accepting.transaction(async (session) => await purgeContent(session, [id], now));
  const collectAll = async (session: Session): Promise<number> => await collect(session, await collectable(session, now, 100), now, (sha256) => blobs.remove(sha256));
  const collected = async (): Promise<number> => await collecting.transaction(collectAll);
  /** Time for another connection to do all that it can. */
  const manyTurns = async (session: Session): Promise<void> => { for (let turn = 0; turn < 30; turn += 1) await session.execute('select 1'); };
  const put = async (): Promise<string> => await blobs.put(randomBytes(20));

  test('content stays while anything names it, and goes with the last that did', async () => {
    const sha256 = await put();
    const [one, other] = [await posted(sha256), await posted(sha256)];
    now += 2 * HOUR_MS;
    await purged(one.id);
    await collected();
    expect(blobs.has(sha256)).toBe(true);
    await purged(other.id);
    await collected();
    expect(blobs.has(sha256)).toBe(false);
    expect(await collectable(accepting.read(), now, 100)).toEqual([]);
  });

  test('an upload and a captured email keep content too', async () => {
    const [uploadedHash, captured] = [await put(), await put()];
    await accepting.transaction(async (session) => {
      await addUpload(session, {
        id: crypto.randomUUID(), holder: 'A:1', file_name: 'a', content_type: 'a/b', sha256: uploadedHash, size_bytes: 1, used: 0, created_at: now, expires_at: now,
      });
      await session.execute('insert into captured_email (id, received_at, envelope_from, recipients, subject, sha256, size_bytes) values (?, 1, ?, ?, ?, ?, 1)',
        [crypto.randomUUID(), 'a', '[]', 's', captured]);
    });
    now += 2 * HOUR_MS;
    await collected();
    expect([blobs.has(uploadedHash), blobs.has(captured)]).toEqual([true, true]);
  });

  test('content that was put and never named goes after the grace time, not before', async () => {
    const sha256 = await put();
    await collected();
    expect(blobs.has(sha256)).toBe(true);
    now += 2 * HOUR_MS;
    await collected();
    expect(blobs.has(sha256)).toBe(false);
  });

  test('content that is put again has its grace time anew', async () => {
    const bytes = randomBytes(20);
    const sha256 = await blobs.put(bytes);
    now += HOUR_MS - 1;
    await blobs.put(bytes);
    now += HOUR_MS / 2;
    await collected();
    expect(blobs.has(sha256)).toBe(true);
  });

  test('content that is put again while it is collected is in the register again', async () => {
    const bytes = randomBytes(20);
    const sha256 = await blobs.put(bytes);
    now += 2 * HOUR_MS;
    const putting: Promise<string>[] = [];
    await collecting.transaction(async (session) => {
      expect(await collect(session, [sha256], now, (one) => blobs.remove(one))).toBe(1);
      putting.push(blobs.put(bytes));
      await manyTurns(session);
    });
    await Promise.all(putting);
    expect((await posted(sha256)).posted?.kind).toBe('WRITTEN');
  });

  test('who links first keeps the file: the collector waits for its commit', async () => {
    const sha256 = await put();
    now += 2 * HOUR_MS;
    const entry = withFile(sha256);
    const meanwhile: Promise<number>[] = [];
    await accepting.transaction(async (session) => {
      expect((await linkableBlobs(session, [sha256], (one) => blobs.has(one))).has(sha256)).toBe(true);
      meanwhile.push(collected());
      await manyTurns(session);
      expect(blobs.has(sha256)).toBe(true);
      await insertEntries(session, [entry]);
    });
    await Promise.all(meanwhile);
    expect(blobs.has(sha256)).toBe(true);
  });

  test('who collects first is seen by who links: nothing is written that names the file', async () => {
    const bytes = randomBytes(20);
    const sha256 = await blobs.put(bytes);
    now += 2 * HOUR_MS;
    const posting: ReturnType<typeof posted>[] = [];
    await collecting.transaction(async (session) => {
      expect(await collectAll(session)).toBe(1);
      posting.push(posted(sha256));
      await manyTurns(session);
    });
    expect((await Promise.all(posting)).map((late) => late.posted)).toEqual([{ kind: 'FILES_GONE' }]);
    await blobs.put(bytes);
    expect((await posted(sha256)).posted?.kind).toBe('WRITTEN');
    expect(blobs.has(sha256)).toBe(true);
  });

  test('a file that is there, and in no register, is not linked: whoever removed it may be about to', async () => {
    const sha256 = await put();
    await accepting.transaction(async (session) => { await outbox(session).deleteFrom('kept_blob').where('sha256', '=', sha256).execute(); });
    expect((await posted(sha256)).posted).toEqual({ kind: 'FILES_GONE' });
  });

  test('accepting, purging and collecting the same content at once never leave an email whose file is gone', async () => {
    const bytes = randomBytes(20);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    let [rounds, written, removed] = [0, 0, 0];
    const sweeps: Promise<void>[] = [];
    /** As if the grace time of everything were over, at any moment of what the others do. */
    const perhapsCollect = (): void => {
      if (Math.random() < 0.75) return;
      const later = now + 2 * HOUR_MS;
      sweeps.push(collecting.transaction(async (session) => await collect(session, [sha256], later, (one) => blobs.remove(one))).then((count) => { removed += count; }));
    };
    const sender = async (): Promise<void> => {
      for (; rounds < 1_000 && (written < 10 || removed < 10); rounds += 1) {
        perhapsCollect();
        await blobs.put(bytes);
        perhapsCollect();
        const { posted: answer, id } = await posted(sha256);
        perhapsCollect();
        if (answer?.kind !== 'WRITTEN') continue;
        written += 1;
        expect(blobs.has(sha256)).toBe(true);
        await purged(id);
      }
    };
    await Promise.all([sender(), sender(), sender()]);
    await Promise.all(sweeps);
    expect(Math.min(written, removed)).toBeGreaterThanOrEqual(10);
  });
});

test('what was kept before there was a register is in it after the migration, and stays', async () => {
  const database = new Database(':memory:');
  const run = (name: string): unknown => database.exec(readFileSync(join(import.meta.dirname, '../../migrations/sqlite', `${name}.sql`), 'utf8'));
  run('0001-first');
  database.exec("insert into email_attachment values ('e1', 0, 'a', 'a/b', null, 0, 'one', 5), ('e2', 0, 'a', 'a/b', null, 0, 'one', 5)");
  database.exec("insert into captured_email values ('c1', 1, 'a', '[]', null, null, 's', 'two', 7)");
  run('0003-uploads-and-retention');
  expect(database.prepare('select * from kept_blob order by sha256').all()).toEqual([
    { sha256: 'one', size_bytes: 5, collect_at: null }, { sha256: 'two', size_bytes: 7, collect_at: null },
  ]);
  database.close();
});
