import Database from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import type { TestServer } from './server.js';

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

/** Runs one statement in the database of a server, beside it; for states that the API offers no way to. */
export const execute = async (server: TestServer, sql: string, values: readonly Value[] = []): Promise<Row[]> => {
  const url = server.environment['POSTROOM_DATABASE_URL'] ?? '';
  if (url.startsWith('sqlite:')) {
    const database = new Database(url.slice('sqlite:'.length), { timeout: 5000 });
    try {
      const statement = database.prepare(sql);
      if (statement.reader) return statement.all(...values) as Row[];
      statement.run(...values);
      return [];
    } finally {
      database.close();
    }
  }
  const connection = await createConnection(url.replace(/^mariadb/, 'mysql'));
  try {
    const [rows] = await connection.query(sql, [...values]);
    return Array.isArray(rows) ? rows as Row[] : [];
  } finally {
    await connection.end();
  }
};

/** Adds one row. */
export const insert = async (server: TestServer, table: string, row: Row): Promise<void> => {
  const columns = Object.keys(row);
  await execute(server, `insert into ${table} (${columns.map((column) => `\`${column}\``).join(', ')}) values (${columns.map(() => '?').join(', ')})`, Object.values(row));
};
