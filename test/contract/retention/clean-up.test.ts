import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { firstStart } from '../../../src/app/first-start.js';
import type { House } from '../../../src/app/house.js';
import { cleanUp } from '../../../src/app/retention/clean-up.js';
import { Janitor } from '../../../src/app/retention/janitor.js';
import type { ComposedHouse } from '../../../src/compose.js';
import { compose } from '../../../src/compose.js';
import { readEnvironment } from '../../../src/config/environment.js';
import type { EmailStatus } from '../../../src/domain/email.js';
import { outbox } from '../../../src/storage/outbox.js';
import { purgeOverdue, removeOverdue } from '../../../src/storage/retention.store.js';
import type { TestDatabase } from '../../support/database.js';
import { testDatabase } from '../../support/database.js';
import { eventually } from '../../support/eventually.js';
import { outboxEntry } from '../../support/outbox-entry.js';
import { reachableBackEnds } from '../../support/reachable.js';

const DAY_MS = 86_400_000;
const NOW = Date.now() + 1_000 * DAY_MS;
const always = async (): Promise<boolean> => true;

describe.each((await reachableBackEnds()).map((kind) => [kind] as const))('retention on %s', (kind) => {
  let folder: string;
  let database: TestDatabase;
  let composed: ComposedHouse;
  let house: House;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'postroom-retention-'));
    database = await testDatabase(folder, kind);
    composed = await compose(readEnvironment({ POSTROOM_DATA_DIR: folder, POSTROOM_DATABASE_URL: database.url, POSTROOM_LOG_LEVEL: 'silent' }));
    await composed.storage.migrate();
    await firstStart(composed);
    house = { ...composed, now: () => NOW };
  });
  afterAll(async () => {
    await composed.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await keep(90, 730);
    await cleanUp(house, always);
  });

  const db = () => outbox(house.storage.read());
  const keep = async (content_retention_days: number | null, email_retention_days: number | null): Promise<void> => {
    await house.storage.read().execute('update smtp_configuration set content_retention_days = ?, email_retention_days = ?', [content_retention_days, email_retention_days]);
  };
  /** A UUIDv7 as it was made so many days ago. */
  const idFrom = (daysAgo: number): string => {
    const hex = (NOW - daysAgo * DAY_MS).toString(16).padStart(12, '0');
    return `${hex.slice(0, 8)}-${hex.slice(8)}-7${randomUUID().slice(15)}`;
  };
  interface Past { readonly status?: EmailStatus; readonly settledDaysAgo?: number | null; readonly sha256?: string }
  /** An email that was accepted so many days ago, and settled then unless said otherwise. */
  const emailFrom = async (daysAgo: number, { status = 'SENT', settledDaysAgo = daysAgo, sha256 }: Past = {}): Promise<string> => {
    const entry = outboxEntry({ id: idFrom(daysAgo), status, settled_at: settledDaysAgo === null ? null : NOW - settledDaysAgo * DAY_MS });
    const { id } = entry.email;
    const attachments = sha256 === undefined ? [] : [{
      email_id: id, position: 0, file_name: 'a', content_type: 'a/b', content_id: null, inline_part: 0 as const, sha256, size_bytes: 1,
    }];
    const recipients = [{
      email_id: id, position: 0, kind: 'TO' as const, address: 'a@b.example', address_key: 'a@b.example', name: null, status: 'ACCEPTED' as const,
      code: null, enhanced_code: null, reply: null, at: null,
    }];
    await house.outbox.post([{ idempotency: null, area: null, pinnedAccountId: null, sizeBytes: 1, draft: () => ({ ...entry, attachments, recipients }) }]);
    return id;
  };
  const stands = async (id: string): Promise<string> => {
    const email = await db().selectFrom('email').where('id', '=', id).select('content_purged_at').executeTakeFirst();
    const body = await db().selectFrom('email_body').where('email_id', '=', id).select('email_id').executeTakeFirst();
    const file = await db().selectFrom('email_attachment').where('email_id', '=', id).select('email_id').executeTakeFirst();
    const recipient = await db().selectFrom('recipient').where('email_id', '=', id).select('email_id').executeTakeFirst();
    const fallback = await db().selectFrom('email_fallback').where('email_id', '=', id).select('email_id').executeTakeFirst();
    return [email && 'row', email?.content_purged_at === NOW && 'purged', body && 'body', file && 'file', recipient && 'recipient', fallback && 'fallback'].filter(Boolean).join(' ');
  };
  const steppedIn = async (id: string): Promise<void> => {
    await db().insertInto('email_fallback').values({ email_id: id, account_id: randomUUID(), account_number: '2', account_name: 'Second', at: NOW }).execute();
  };
  const audits = async (): Promise<unknown[]> => (await house.storage.read()
    .execute<{ changes: string }[]>("select changes from audit_event where action = 'PURGED' order by id")).map(({ changes }) => JSON.parse(changes) as unknown);

  test('bodies and attachments go after their days, and the row says so; younger ones stay', async () => {
    const sha256 = await house.blobs.put(randomBytes(9));
    const [old, young] = [await emailFrom(91, { sha256 }), await emailFrom(89, { sha256 })];
    expect(await cleanUp(house, always)).toMatchObject({ contents: 1, emails: 0, files: 0 });
    expect([await stands(old), await stands(young)]).toEqual(['row purged recipient', 'row body file recipient']);
    expect(house.blobs.has(sha256)).toBe(true);
  });

  test('whole emails go after theirs, with all that belongs to them, and the file that nothing else names', async () => {
    const sha256 = await house.blobs.put(randomBytes(9));
    const [old, young] = [await emailFrom(731, { sha256 }), await emailFrom(729)];
    await steppedIn(old);
    await steppedIn(young);
    expect(await cleanUp(house, always)).toMatchObject({ emails: 1, files: 1 });
    expect([await stands(old), await stands(young)]).toEqual(['', 'row purged recipient fallback']);
    expect(house.blobs.has(sha256)).toBe(false);
  });

  test('days count from when an email was settled, and what is not final stays for ever', async () => {
    const late = await emailFrom(800, { settledDaysAgo: 1 });
    const waiting = await Promise.all((['SCHEDULED', 'QUEUED', 'SENDING', 'PARKED', 'UNKNOWN'] as const)
      .map(async (status) => await emailFrom(800, { status, settledDaysAgo: status === 'UNKNOWN' ? 800 : null })));
    const over = await Promise.all((['SENT', 'CAPTURED', 'FAILED', 'CANCELLED'] as const).map(async (status) => await emailFrom(800, { status })));
    await cleanUp(house, always);
    expect(await Promise.all([late, ...waiting].map(stands))).toEqual(Array(6).fill('row body recipient'));
    expect(await Promise.all(over.map(stands))).toEqual(Array(4).fill(''));
  });

  test('null keeps for ever, and expired uploads go all the same', async () => {
    await keep(null, null);
    const old = await emailFrom(900);
    const sha256 = await house.blobs.put(randomBytes(9));
    const upload = { holder: 'A:1', file_name: 'a', content_type: 'a/b', sha256, size_bytes: 1, used: 0 as const, created_at: 0 };
    await db().insertInto('upload').values([{ ...upload, id: randomUUID(), expires_at: NOW }, { ...upload, id: randomUUID(), expires_at: NOW + 1 }]).execute();
    expect(await cleanUp(house, always)).toEqual({ contents: 0, emails: 0, capturedEmails: 0, uploads: 1, files: 0 });
    expect([await stands(old), house.blobs.has(sha256)]).toEqual(['row body recipient', true]);
    await db().updateTable('upload').set({ expires_at: NOW }).execute();
    expect(await cleanUp(house, always)).toMatchObject({ uploads: 1, files: 1 });
    expect(house.blobs.has(sha256)).toBe(false);
  });

  test('captured emails go with the content of their days', async () => {
    const [gone, kept] = [await house.blobs.put(randomBytes(9)), await house.blobs.put(randomBytes(9))];
    for (const [daysAgo, sha256] of [[91, gone], [89, kept]] as const) {
      await house.storage.read().execute('insert into captured_email (id, received_at, envelope_from, recipients, subject, sha256, size_bytes) values (?, 1, ?, ?, ?, ?, 1)',
        [idFrom(daysAgo), 'a', '[]', 's', sha256]);
    }
    expect(await cleanUp(house, always)).toMatchObject({ capturedEmails: 1, files: 1 });
    expect([house.blobs.has(gone), house.blobs.has(kept)]).toEqual([false, true]);
  });

  test('a run is audited once, with its counts, and one that found nothing not at all', async () => {
    const before = (await audits()).length;
    for (let at = 0; at < 130; at += 1) await emailFrom(100);
    await emailFrom(800);
    expect(await cleanUp(house, always)).toMatchObject({ contents: 131, emails: 1 });
    await cleanUp(house, always);
    expect((await audits()).slice(before)).toEqual([[{ field: 'contents', before: null, after: '131' }, { field: 'emails', before: null, after: '1' }]]);
  });

  test('a run that ends early keeps what it did with its audit, and the next goes on', async () => {
    for (let at = 0; at < 130; at += 1) await emailFrom(100);
    let portions = 0;
    const { contents } = await cleanUp(house, async () => (portions += 1) <= 1);
    expect(contents > 0 && contents <= 100).toBe(true);
    expect((await audits()).at(-1)).toEqual([{ field: 'contents', before: null, after: String(contents) }]);
    expect((await cleanUp(house, always)).contents).toBe(130 - contents);
  });

  test('an email that somebody tried again since it was found keeps all it has', async () => {
    const again = await emailFrom(800, { status: 'QUEUED', settledDaysAgo: null });
    await house.storage.transaction(async (session) => {
      expect(await purgeOverdue(session, [again], NOW, NOW)).toBe(0);
      expect(await removeOverdue(session, [again], NOW, NOW)).toBe(0);
    });
    expect(await stands(again)).toBe('row body recipient');
  });

  test('what a killed process left half written goes after a day', async () => {
    const blobs = join(folder, 'blobs');
    await house.blobs.put(randomBytes(9));
    for (const [name, ageDays] of [['draft-old', 2], ['draft-young', 0.5]] as const) {
      writeFileSync(join(blobs, name), 'x');
      utimesSync(join(blobs, name), new Date(NOW), new Date(NOW - ageDays * DAY_MS));
    }
    await cleanUp(house, always);
    expect(readdirSync(blobs).filter((name) => name.startsWith('draft-'))).toEqual(['draft-young']);
  });

  test('of several processes one cleans up at a time', async () => {
    const old = await emailFrom(100);
    await house.storage.read().execute("delete from lease where name = 'janitor'");
    await db().insertInto('lease').values({ name: 'janitor', holder: 'another', fence: 1, expires_at: NOW + 1 }).execute();
    const second = new Janitor(house, 'second');
    second.start();
    await second.stop();
    expect(await stands(old)).toBe('row body recipient');
    await db().updateTable('lease').set({ expires_at: NOW }).where('name', '=', 'janitor').execute();
    const third = new Janitor(house, 'third');
    third.start();
    await eventually(async () => await stands(old), (one) => one === 'row purged recipient');
    await third.stop();
    expect((await db().selectFrom('lease').where('name', '=', 'janitor').select('holder').executeTakeFirstOrThrow()).holder).toBe('third');
  });
});
