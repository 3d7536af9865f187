import Database from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import type { TestServer } from './server.js';

/** Runs one statement on the database of a running test server, past it: for what only time would bring about. */
export const sql = async ({ environment }: TestServer, statement: string, values: readonly (string | number)[]): Promise<void> => {
  const url = environment['POSTROOM_DATABASE_URL'] ?? '';
  if (url.startsWith('sqlite:')) {
    const database = new Database(url.slice('sqlite:'.length), { timeout: 5000 });
    database.prepare(statement).run(...values);
    database.close();
    return;
  }
  const connection = await createConnection(url.replace(/^mariadb/, 'mysql'));
  await connection.execute(statement, [...values]);
  await connection.end();
};
