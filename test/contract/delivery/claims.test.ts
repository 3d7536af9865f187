import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SmtpAccount } from '../../../src/domain/account.js';
import { SmtpConfiguration } from '../../../src/domain/configuration.js';
import { parseDatabaseUrl } from '../../../src/storage/address.js';
import { addAccount, setAccountKeys } from '../../../src/storage/account.store.js';
import { claim, giveClaimsBack, markHandOvers } from '../../../src/storage/dispatch.store.js';
import { GroupCommit } from '../../../src/storage/group-commit.js';
import { JointWriter } from '../../../src/storage/joint-writer.js';
import { openOrm } from '../../../src/storage/orm.js';
import { outbox } from '../../../src/storage/outbox.js';
import { Storage } from '../../../src/storage/storage.js';
import type { TestDatabase } from '../../support/database.js';
import { testDatabase } from '../../support/database.js';
import { outboxEntry } from '../../support/outbox-entry.js';
import { reachableBackEnds } from '../../support/reachable.js';

const NOW = 1_800_000_000_000;
const LEASE_MS = 60_000;

describe.each((await reachableBackEnds()).map((kind) => [kind] as const))('claims on %s', (kind) => {
  let folder: string;
  let database: TestDatabase;
  let storage: Storage;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'postroom-claims-'));
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

  const waiting = async (): Promise<string> => {
    const entry = outboxEntry();
    await new GroupCommit(new JointWriter(storage)).post([{ idempotency: null, area: null, pinnedAccountId: null, sizeBytes: 100, draft: () => entry }]);
    return entry.email.id;
  };
  const claimed = async (id: string) => await storage.transaction(async (session) => await claim(session, [id], 'me', NOW, LEASE_MS));
  const marked = async (marks: readonly { emailId: string; fence: number }[], accountId: string = randomUUID()) =>
    await storage.transaction(async (session) => await markHandOvers(session, marks.map((mark) => ({ ...mark, account: { id: accountId } })), NOW));

  test('of two claims of one holder within one millisecond one gets the email', async () => {
    const id = await waiting();
    expect([(await claimed(id)).length, (await claimed(id)).length]).toEqual([1, 0]);
  });

  test('of two marks of one email in one transaction the one with the right fence is granted, and only once', async () => {
    const id = await waiting();
    const fence = (await claimed(id))[0]?.fence ?? 0;
    expect(await marked([{ emailId: id, fence: fence - 1 }, { emailId: id, fence }, { emailId: id, fence }])).toEqual([false, true, false]);
    expect(await marked([{ emailId: id, fence }])).toEqual([false]);
  });

  test('an older claim cannot give a newer one back', async () => {
    const id = await waiting();
    const fence = (await claimed(id))[0]?.fence ?? 0;
    await storage.transaction(async (session) => await giveClaimsBack(session, [{ emailId: id, fence: fence - 1 }]));
    expect(await claimed(id)).toEqual([]);
    await storage.transaction(async (session) => await giveClaimsBack(session, [{ emailId: id, fence }]));
    expect(await claimed(id)).toMatchObject([{ email_id: id, fence: fence + 1 }]);
  });

  test('a marked claim is given back only by whom it is certain for that nothing left, and only under its fence', async () => {
    const id = await waiting();
    const fence = (await claimed(id))[0]?.fence ?? 0;
    await marked([{ emailId: id, fence }]);
    const givenBack = async (of: number, certain?: boolean): Promise<number> =>
      (await storage.transaction(async (session) => await giveClaimsBack(session, [{ emailId: id, fence: of }], certain))).length;
    expect([await givenBack(fence), await givenBack(fence - 1, true), await givenBack(fence, true)]).toEqual([0, 0, 1]);
    expect(await claimed(id)).toMatchObject([{ email_id: id, fence: fence + 1 }]);
    expect(await marked([{ emailId: id, fence: fence + 1 }])).toEqual([true]);
  });

  test('no mark is granted while mail is switched off', async () => {
    const id = await waiting();
    const fence = (await claimed(id))[0]?.fence ?? 0;
    const switched = async (enabled: 0 | 1) =>
      await storage.transaction(async (session) => { await outbox(session).updateTable('smtp_configuration').set({ enabled }).execute(); });
    await switched(0);
    expect(await marked([{ emailId: id, fence }])).toEqual([false]);
    await switched(1);
    expect(await marked([{ emailId: id, fence }])).toEqual([true]);
  });

  test('no mark is granted while the account that the email goes through stands still, whatever account is its own', async () => {
    const [id, accountId] = [await waiting(), randomUUID()];
    const account = new SmtpAccount({ id: accountId, number: '1', name: 'Stands still', createdAt: 0, updatedAt: 0, pausedAt: NOW, pauseReason: 'BY_HAND' });
    setAccountKeys(account);
    await storage.transaction(async (session) => addAccount(session, account));
    const fence = (await claimed(id))[0]?.fence ?? 0;
    expect(await marked([{ emailId: id, fence }], accountId)).toEqual([false]);
    expect(await marked([{ emailId: id, fence }])).toEqual([true]);
  });

  test('ids that lead nowhere claim nothing', async () => {
    expect(await claimed(randomUUID())).toEqual([]);
  });
});
