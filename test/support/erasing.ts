import Database from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { eventually } from './eventually.js';
import { execute } from './rows.js';
import type { TestServer } from './server.js';

/** An account that somebody is erasing: it is deleted, and not yet for others. */
export interface Erasing {
  /** Resolves when a transaction of the server waits to learn whether the account is still there. */
  waitedFor(): Promise<void>;
  commit(): Promise<void>;
}

const DELETE = 'delete from smtp_account where id = ?';

/** Begins to erase an account, past the server. On SQLite nobody else can write meanwhile, so nothing need be waited for. */
export const beginErasing = async (server: TestServer, accountId: string): Promise<Erasing> => {
  const url = server.environment['POSTROOM_DATABASE_URL'] ?? '';
  if (url.startsWith('sqlite:')) {
    const database = new Database(url.slice('sqlite:'.length), { timeout: 5000 });
    database.exec('begin immediate');
    database.prepare(DELETE).run(accountId);
    return { waitedFor: async () => {}, commit: async () => { database.exec('commit'); database.close(); } };
  }
  const connection = await createConnection(url.replace(/^mariadb/, 'mysql'));
  await connection.beginTransaction();
  await connection.execute(DELETE, [accountId]);
  const locking = async () => await execute(server, `select id from information_schema.processlist
    where db = database() and id <> connection_id() and info like '%smtp_account%' and (info like '%for share%' or info like '%lock in share mode%')`);
  return {
    waitedFor: async () => { await eventually(locking, (found) => found.length > 0); },
    commit: async () => { await connection.commit(); await connection.end(); },
  };
};
