import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SmtpConfiguration } from '../../src/domain/configuration.js';
import { parseDatabaseUrl } from '../../src/storage/address.js';
import { emailsByIds } from '../../src/storage/email.store.js';
import { GroupCommit } from '../../src/storage/group-commit.js';
import { JointWriter } from '../../src/storage/joint-writer.js';
import { openOrm } from '../../src/storage/orm.js';
import type { OutboxEntry, Posting } from '../../src/storage/outbox-entry.js';
import { Storage } from '../../src/storage/storage.js';
import { outboxEntry as entry } from '../support/outbox-entry.js';

const folder = mkdtempSync(join(tmpdir(), 'postroom-'));
let storage: Storage;
beforeAll(async () => {
  storage = new Storage(await openOrm(parseDatabaseUrl(`sqlite:${folder}/test.db`)));
  await storage.migrate();
  await storage.transaction(async (session) => { session.persist(new SmtpConfiguration({ updatedAt: 0 })); });
});
afterAll(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

/** Counts the transactions that are begun. */
const counted = (): { storage: Storage; transactions: () => number } => {
  let transactions = 0;
  const counting = Object.create(storage, { commit: { value: async (work: Parameters<Storage['commit']>[0]) => {
    transactions += 1;
    return await storage.commit(work);
  } } }) as Storage;
  return { storage: counting, transactions: () => transactions };
};

const posting = (draft: Posting['draft'], sizeBytes = 100): Posting => ({ idempotency: null, area: null, pinnedAccountId: null, sizeBytes, draft });
const stored = async (ids: readonly string[]): Promise<number> => (await emailsByIds(storage.read(), ids)).length;

test('calls that come together share one commit, and each is answered with its own', async () => {
  const { storage: counting, transactions } = counted();
  const outbox = new GroupCommit(new JointWriter(counting));
  const entries = Array.from({ length: 40 }, () => entry());
  const posted = await Promise.all(entries.map(async (one) => await outbox.post([posting(() => one)])));
  expect(posted.flat()).toEqual(entries.map(({ email }) => ({ kind: 'WRITTEN', id: email.id, row: email })));
  expect(transactions()).toBe(1);
});

test('an answer comes after the commit: what it names can be read', async () => {
  const outbox = new GroupCommit(new JointWriter(storage));
  await Promise.all(Array.from({ length: 20 }, async () => {
    const one = entry();
    await outbox.post([posting(() => one)]);
    expect(await stored([one.email.id])).toBe(1);
  }));
});

test('a fault of the database reaches only the call that brought it', async () => {
  const outbox = new GroupCommit(new JointWriter(storage));
  const [good, other] = [entry(), entry()];
  const broken = entry({ subject: null as unknown as string });
  const answers = await Promise.allSettled([good, broken, other].map(async (one) => await outbox.post([posting(() => one)])));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await stored([good.email.id, broken.email.id, other.email.id])).toBe(2);
  expect(await outbox.post([posting(() => [])])).toEqual([{ kind: 'REFUSED', faults: [] }]);
});

test('a draft that throws keeps nothing of its own call, and harms no other', async () => {
  const outbox = new GroupCommit(new JointWriter(storage));
  const [mine, other] = [entry(), entry()];
  const failing = outbox.post([posting(() => mine), posting(() => { throw new Error('no draft'); })]);
  const [failed, kept] = await Promise.allSettled([failing, outbox.post([posting(() => other)])]);
  expect([failed.status, kept.status]).toEqual(['rejected', 'fulfilled']);
  expect([await stored([mine.email.id]), await stored([other.email.id])]).toEqual([0, 1]);
});

test('a key that was taken between look-up and insert is found when it is done once more', async () => {
  const key = { holder: 'E:1', key: 'raced', hash: 'same' };
  const columns = { idempotency_holder: key.holder, idempotency_key: key.key, idempotency_hash: key.hash };
  const first = entry(columns);
  await new GroupCommit(new JointWriter(storage)).post([{ ...posting(() => first), idempotency: key }]);
  // A posting without its key skips the look-up the first time, as if the other process had not committed yet.
  let asked = 0;
  const raced: Posting = { ...posting(() => entry(columns)), get idempotency() { asked += 1; return asked <= 2 ? null : key; } };
  expect(await new GroupCommit(new JointWriter(storage)).post([raced])).toEqual([{ kind: 'KNOWN', id: first.email.id }]);
});

test('a connection that is lost while the group commits writes nothing twice: every caller gets the error', async () => {
  const lost = Object.assign(new Error('Connection lost'), { code: 'PROTOCOL_CONNECTION_LOST', fatal: true });
  const losing = Object.create(storage, { commit: { value: async (work: Parameters<Storage['commit']>[0]) => {
    await storage.transaction(work);
    throw lost;
  } } }) as Storage;
  const outbox = new GroupCommit(new JointWriter(losing));
  const drafted: string[] = [];
  const draft = (): OutboxEntry => {
    const one = entry();
    drafted.push(one.email.id);
    return one;
  };
  const answers = await Promise.allSettled(Array.from({ length: 3 }, async () => await outbox.post([posting(draft)])));
  expect(answers).toEqual(Array.from({ length: 3 }, () => ({ status: 'rejected', reason: lost })));
  expect(await stored(drafted)).toBe(3);
});

test('groups stay within what one transaction should hold', async () => {
  const { storage: counting, transactions } = counted();
  const outbox = new GroupCommit(new JointWriter(counting));
  await Promise.all(Array.from({ length: 4 }, async () => {
    const one = entry();
    await outbox.post([posting(() => one, 20 * 1_048_576)]);
  }));
  expect(transactions()).toBe(4);
});
