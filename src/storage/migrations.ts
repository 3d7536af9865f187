import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Constructor } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import type { DatabaseKind } from './address.js';

/** The folder of one dialect's migrations: MariaDB takes those of MySQL. */
const folderOf = (kind: DatabaseKind): string =>
  join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'migrations', kind === 'sqlite' ? 'sqlite' : 'mysql');

/** Statements end with a semicolon at a line's end; none of ours holds one inside a text. */
const statementsOf = (sql: string): string[] =>
  sql.split(/;\s*$/m).map((statement) => statement.trim()).filter((statement) => statement !== '');

/**
 * The migrations of a dialect, oldest first: plain SQL files, read by people and diffed by git, run and recorded by
 * MikroORM's migrator. Both dialects have files of the same names.
 */
export const migrationsFor = (kind: DatabaseKind): { name: string; class: Constructor<Migration> }[] =>
  readdirSync(folderOf(kind)).filter((file) => file.endsWith('.sql')).toSorted().map((file) => ({
    name: file.replace(/\.sql$/, ''),
    class: class extends Migration {
      override up(): void {
        for (const statement of statementsOf(readFileSync(join(folderOf(kind), file), 'utf8'))) this.addSql(statement);
      }
    },
  }));
