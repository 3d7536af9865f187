import Database from 'better-sqlite3';
import type { DatabaseConnection, Dialect, Driver, SqliteDatabase } from 'kysely';
import { CompiledQuery, SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';

/**
 * Every transaction takes the write lock when it begins. A deferred begin reads first and asks for the lock later,
 * when another writer may have made its snapshot stale: "database is locked", whatever the timeout.
 */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** Prepared statements that are kept; all that is asked over and over are fewer. */
const STATEMENTS_KEPT = 300;

/**
 * The database with its prepared statements kept: to prepare one costs more than to run it. Kept are those that take
 * their values apart; MikroORM writes values into the text, which so is another one each time.
 */
const withKeptStatements = (database: Database.Database): SqliteDatabase => {
  const kept = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    if (!sql.includes('?')) return database.prepare(sql);
    const known = kept.get(sql);
    const statement = known ?? database.prepare(sql);
    // Put behind the others again, so that the first is the one not used for longest.
    if (known !== undefined) kept.delete(sql);
    else if (kept.size >= STATEMENTS_KEPT) for (const oldest of kept.keys()) { kept.delete(oldest); break; }
    kept.set(sql, statement);
    return statement;
  };
  return { prepare, close: () => { database.close(); } };
};

/** Kysely's SQLite dialect with a driver of our choice. */
const dialectOf = (createDriver: () => Driver): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver,
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});

/** Room for the pages of indexes that every email touches; SQLite's own 2 MiB are too few once there is history. */
const WRITER_CACHE_KIB = 16 * 1024;
/** SQLite empties it whenever another connection has written, so much of it is never full. */
const READER_CACHE_KIB = 4 * 1024;
/**
 * 40 MiB of log between checkpoints, ten times SQLite's own: a page that a hundred commits changed is then carried over, and
 * the database synced, once and not ten times (https://www.sqlite.org/wal.html#avoiding_excessively_large_wal_files).
 */
const PAGES_BETWEEN_CHECKPOINTS = 10_000;

/**
 * The one connection that writes. WAL lets readers go on meanwhile. A commit must survive a loss of power before anybody is told of it:
 * `synchronous=NORMAL` leaves out the sync of each commit, and {@link LogSync} makes up for it beside the thread.
 */
export const sqliteWriter = (file: string): Dialect => dialectOf(() => {
  const database = new Database(file);
  const journal = database.pragma('journal_mode = WAL', { simple: true });
  if (journal !== 'wal') throw new Error(`SQLite cannot keep a write-ahead log beside ${file}: it must be on a disk of this machine`);
  database.pragma('synchronous = NORMAL');
  database.pragma(`cache_size = -${WRITER_CACHE_KIB}`);
  database.pragma(`wal_autocheckpoint = ${PAGES_BETWEEN_CHECKPOINTS}`);
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 5000');
  return new ImmediateSqliteDriver({ database: withKeptStatements(database) });
});

/** A connection that cannot write: queries are served from it while the writer is in a transaction. */
export const sqliteReader = (file: string): Dialect => dialectOf(() => {
  const database = new Database(file, { readonly: true });
  database.pragma(`cache_size = -${READER_CACHE_KIB}`);
  database.pragma('busy_timeout = 5000');
  return new SqliteDriver({ database: withKeptStatements(database) });
});

/** The part of MikroORM's platform that turns a value into a literal. */
interface Escaping { escape(value: unknown): string }

/**
 * MikroORM writes values into the statement as literals, and SQLite's tokenizer ends a statement at NUL: a text with one,
 * which a caller may send anywhere, would be a broken statement. Such a text is written as bytes instead.
 */
export const escapeNul = (platform: Escaping): void => {
  const escape = platform.escape.bind(platform);
  platform.escape = (value) => (typeof value === 'string' && value.includes('\0')
    ? `cast(X'${Buffer.from(value, 'utf8').toString('hex')}' as text)` : escape(value));
};
