import type { ISchemaGenerator } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { DatabaseAddress } from './address.js';
import { refuseIfNotDurable } from './durability.js';
import { ENTITIES } from './entities/index.js';
import { LogSync } from './log-sync.js';
import { migrationsFor } from './migrations.js';
import { escapeNul, sqliteReader, sqliteWriter } from './sqlite-dialect.js';

/** What a store asks with: inside a transaction all of it belongs to that. */
export type Session = SqlEntityManager;

/** What is needed of MikroORM, alike for every driver. */
export interface Orm {
  readonly em: Session;
  readonly migrator: Migrator;
  readonly schema: ISchemaGenerator;
  /** One process at a time, and no locks of the server's. */
  readonly sqlite: boolean;
  /** What brings commits to the disk, where the database does not do it before it answers. */
  readonly log: LogSync | null;
  close(force?: boolean): Promise<void>;
}

const commonOptions = (address: DatabaseAddress) => ({
  entities: ENTITIES,
  // A plain assignment past the constructor would leave private fields of a domain class unset.
  forceEntityConstructor: true,
  debug: false,
  extensions: [Migrator],
  // MySQL commits at every DDL statement whatever one asks for, so a transaction around them would be a pretence.
  migrations: {
    migrationsList: migrationsFor(address.kind), snapshot: false, transactional: address.kind === 'sqlite', disableForeignKeys: false,
    tableName: 'migration', silent: true,
  },
});

/**
 * Opens the database. Drivers are loaded late, so that who runs on SQLite never loads mysql2. Tables of MySQL and
 * MariaDB compare binary (`utf8mb4_bin`), as SQLite does by itself. On SQLite `em.find` outside a transaction goes to
 * the read-only connection, which MikroORM sees as a replica.
 */
export const openOrm = async (address: DatabaseAddress): Promise<Orm> => {
  if (address.kind === 'sqlite') {
    const { MikroORM } = await import('@mikro-orm/sqlite');
    const file = address.file ?? '';
    const orm = await MikroORM.init({
      ...commonOptions(address), dbName: file, driverOptions: sqliteWriter(file),
      replicas: [{ dbName: file, driverOptions: sqliteReader(file) }],
    });
    escapeNul(orm.em.getPlatform());
    return Object.assign(orm, { sqlite: true, log: new LogSync(file) }) as unknown as Orm;
  }
  const options = {
    ...commonOptions(address), clientUrl: address.url, charset: 'utf8mb4', collate: 'utf8mb4_bin', timezone: 'Z',
    pool: { min: 2, max: 10 },
  };
  const { MikroORM } = address.kind === 'mysql' ? await import('@mikro-orm/mysql') : await import('@mikro-orm/mariadb');
  const orm = Object.assign(await MikroORM.init(options), { sqlite: false, log: null }) as unknown as Orm;
  try {
    await refuseIfNotDurable(orm.em.fork());
  } catch (error) {
    await orm.close(true);
    throw error;
  }
  return orm;
};
