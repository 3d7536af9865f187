import { randomUUID } from 'node:crypto';
import { createConnection } from 'mysql2/promise';

/** Where `.ci/services` and `compose.yaml` put it. */
const SERVER = { host: '127.0.0.1', port: 3306, user: 'postroom', password: 'postroom' };

/** A database of its own on MariaDB. Dropped when disposed. */
export interface MariaDb extends AsyncDisposable {
  readonly url: string;
  /** Emails that are not settled. */
  waiting(): Promise<number>;
}

export const openMariaDb = async (): Promise<MariaDb> => {
  const name = `postroom_bench_${randomUUID().replaceAll('-', '')}`;
  const connection = await createConnection(SERVER);
  await connection.query(`create database ${name} character set utf8mb4 collate utf8mb4_bin`);
  return {
    url: `mariadb://${SERVER.user}:${SERVER.password}@${SERVER.host}:${SERVER.port}/${name}`,
    waiting: async () => {
      const [rows] = await connection.query(`select count(*) as n from ${name}.dispatch`);
      return Number((rows as { n: number }[])[0]?.n);
    },
    [Symbol.asyncDispose]: async () => {
      await connection.query(`drop database ${name}`);
      await connection.end();
    },
  };
};
