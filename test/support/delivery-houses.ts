import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstStart } from '../../src/app/first-start.js';
import type { ComposedHouse } from '../../src/compose.js';
import { compose } from '../../src/compose.js';
import { readEnvironment } from '../../src/config/environment.js';
import { SmtpAccount } from '../../src/domain/account.js';
import type { AccountSettings } from '../../src/domain/account-settings.js';
import { BLANK_SETTINGS } from '../../src/domain/account-settings.js';
import { addAccount, setAccountKeys } from '../../src/storage/account.store.js';
import { outbox } from '../../src/storage/outbox.js';
import type { OutboxEntry } from '../../src/storage/outbox-entry.js';
import type { BackEnd } from './back-end.js';
import { testDatabase } from './database.js';
import { outboxEntry } from './outbox-entry.js';

/** Two Postrooms that share a database, each with connections of its own, as two processes have; on SQLite, which takes one process, one twice. */
export interface Houses {
  readonly both: readonly [ComposedHouse, ComposedHouse];
  /** The time that both go by. */
  clock: number;
  stop(): Promise<void>;
}

export const twoHouses = async (kind: BackEnd): Promise<Houses> => {
  const folder = mkdtempSync(join(tmpdir(), 'postroom-houses-'));
  const database = await testDatabase(folder, kind);
  const houses = { clock: Date.UTC(2027, 0, 15) };
  const open = async (): Promise<ComposedHouse> => ({
    ...await compose(readEnvironment({ POSTROOM_DATA_DIR: folder, POSTROOM_DATABASE_URL: database.url, POSTROOM_LOG_LEVEL: 'silent', POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' })), now: () => houses.clock,
  });
  const one = await open();
  await one.storage.migrate();
  await firstStart(one);
  await one.storage.transaction(async (session) => { await outbox(session).updateTable('smtp_configuration').set({ enabled: 1 }).execute(); });
  const other = kind === 'sqlite' ? one : await open();
  return Object.assign(houses, {
    both: [one, other] as const,
    stop: async () => {
      for (const house of new Set([one, other])) await house.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  });
};

/** An account with posted settings, written beside the API. */
export const accountIn = async ({ storage }: ComposedHouse, settings: Partial<AccountSettings> = {}): Promise<SmtpAccount> => {
  const id = randomUUIDv7();
  const account = new SmtpAccount({
    id, number: id.slice(-12), name: id, settings: { ...BLANK_SETTINGS, server: '127.0.0.1', port: 25, emailFrom: 'billing@example.com', ...settings }, createdAt: 0, updatedAt: 0,
  });
  setAccountKeys(account);
  await storage.transaction(async (session) => addAccount(session, account));
  return account;
};

/** Emails that are due through an account, to one recipient each; answers their ids. */
export const waitingFor = async (house: ComposedHouse, accountId: string, count: number, dispatch: Partial<OutboxEntry['dispatch']> = {}): Promise<string[]> => {
  const entries = Array.from({ length: count }, (): OutboxEntry => {
    const { email, ...entry } = outboxEntry({ id: randomUUIDv7(), pinned_account_id: accountId, area: dispatch.area ?? null });
    return {
      ...entry, email, dispatch: { ...entry.dispatch, account_id: accountId, ...dispatch },
      recipients: [{ email_id: email.id, position: 0, kind: 'TO', address: 'jane@customer.example', address_key: 'jane@customer.example', name: null,
        status: 'PENDING', code: null, enhanced_code: null, reply: null, at: null }],
    };
  });
  await house.outbox.post(entries.map((entry) => ({ idempotency: null, area: entry.email.area, pinnedAccountId: accountId, sizeBytes: 1, draft: () => entry })));
  return entries.map(({ email }) => email.id);
};
