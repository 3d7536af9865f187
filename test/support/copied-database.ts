import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import type { TestDatabase } from './database.js';

const copySqlite = async (file: string, folder: string): Promise<TestDatabase> => {
  const copy = join(folder, `${randomUUID()}.db`);
  const database = new Database(file, { timeout: 5_000 });
  await database.backup(copy);
  database.close();
  return { url: `sqlite:${copy}`, drop: async () => {} };
};

/** As a dump that is read into another database: every table, row by row. */
const copyTables = async (url: string): Promise<TestDatabase> => {
  const name = `postroom_test_${randomUUID().replaceAll('-', '')}`;
  const connection = await createConnection(url.replace(/^mariadb/, 'mysql'));
  const { pathname } = new URL(url);
  const original = pathname.slice(1);
  await connection.query(`create database ${name} character set utf8mb4 collate utf8mb4_bin`);
  const [tables] = await connection.query('select table_name as name from information_schema.tables where table_schema = ?', [original]);
  for (const { name: table } of tables as { name: string }[]) {
    await connection.query(`create table ${name}.${table} like ${original}.${table}`);
    await connection.query(`insert into ${name}.${table} select * from ${original}.${table}`);
  }
  await connection.end();
  return {
    url: url.replace(original, name),
    drop: async () => {
      const last = await createConnection(url.replace(/^mariadb/, 'mysql'));
      await last.query(`drop database ${name}`);
      await last.end();
    },
  };
};

/** Copies a database as a backup does, also while it is in use; on SQLite into a file in the folder given. */
export const copiedDatabase = async (url: string, folder: string): Promise<TestDatabase> =>
  await (url.startsWith('sqlite:') ? copySqlite(url.slice('sqlite:'.length), folder) : copyTables(url));
