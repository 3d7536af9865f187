import { randomUUID } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import type { BackEnd } from './back-end.js';
import { backEnd, SERVERS } from './back-end.js';

/** A database of its own for one test file. */
export interface TestDatabase { readonly url: string; drop(): Promise<void> }

const administer = async (port: number, sql: string): Promise<void> => {
  const connection = await createConnection({ host: '127.0.0.1', port, user: 'postroom', password: 'postroom' });
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
};

/** Makes an empty database on the back end of this project, or the one named; on SQLite a file in the folder given. */
export const testDatabase = async (folder: string, kind: BackEnd = backEnd()): Promise<TestDatabase> => {
  if (kind === 'sqlite') return { url: `sqlite:${folder}/postroom.db`, drop: async () => {} };
  const { port } = SERVERS[kind];
  const name = `postroom_test_${randomUUID().replaceAll('-', '')}`;
  await administer(port, `create database ${name} character set utf8mb4 collate utf8mb4_bin`);
  return {
    url: `${kind}://postroom:postroom@127.0.0.1:${port}/${name}`,
    drop: async () => await administer(port, `drop database ${name}`),
  };
};
