import { IsolationLevel } from '@mikro-orm/core';
import type { Orm, Session } from './orm.js';

/** MySQL: duplicate entry (1062), lock wait timeout (1205), deadlock found (1213). */
const UNDONE_ERROR_NUMBERS = new Set([1062, 1205, 1213]);
const UNDONE_SQLITE_CODES = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);
const TRIES_AT_MOST = 5;
/** By the name of the database, which is hashed since names of locks are short (64 characters on MySQL). */
const LOCK = "concat('postroom ', left(sha2(database(), 256), 40))";
const ALONE_WITHIN_SECONDS = 600;

/**
 * Whether the database says by this error that nothing of the transaction is kept, and that the same work may succeed when
 * it is done anew: it was the victim of another, or another took a key after the work had looked for it.
 */
export const isUndone = (error: unknown): boolean => {
  // By its shape: an error that a native driver makes need not be an Error of this realm.
  for (let cause = error; typeof cause === 'object' && cause !== null; cause = 'cause' in cause ? cause.cause : null) {
    if ('errno' in cause && typeof cause.errno === 'number' && UNDONE_ERROR_NUMBERS.has(cause.errno)) return true;
    if ('code' in cause && typeof cause.code === 'string' && UNDONE_SQLITE_CODES.has(cause.code)) return true;
  }
  return false;
};

/** What a transaction came to. It stands for everybody else from here on; whoever asked for it is told once it is `durable`. */
export interface Committed<T> { readonly result: T; readonly durable: Promise<void> }

/** The database as use cases see it: a session to read with, and transactions. */
export class Storage {
  readonly #orm: Orm;
  readonly #rows: Session;

  constructor(orm: Orm) {
    this.#orm = orm;
    this.#rows = orm.em.fork();
  }

  /** A fresh session for queries; on SQLite it reads beside the writer and never waits for it. */
  read(): Session {
    return this.#orm.em.fork();
  }

  /**
   * One session for all who read rows through Kysely, which costs a third of a fresh one's making. No entity may be loaded
   * through it: it would stay in its identity map.
   */
  rows(): Session {
    return this.#rows;
  }

  /**
   * Runs work in one transaction: all of it is kept, or, when it throws, nothing. `work` may run again after a deadlock,
   * so it must have no effect but on the session; and it awaits nothing but SQL, for on SQLite every other write waits.
   * MySQL and MariaDB read committed rows, as SQLite's one writer does: their default would decide by an old snapshot.
   * It answers when the commit is on the disk.
   */
  async transaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const { result, durable } = await this.commit(work);
    await durable;
    return result;
  }

  /** As {@link transaction}, but answers with the commit, so that the next can begin while this one is on its way to the disk. */
  async commit<T>(work: (session: Session) => Promise<T>): Promise<Committed<T>> {
    this.#orm.log?.refuseIfBroken();
    for (let tries = 1; ; tries += 1) {
      try {
        const result = await this.#once(work);
        const durable = this.#onDisk();
        // Whoever waits for it hears of a fault; it may be that nobody does.
        durable.catch(() => {});
        return { result, durable };
      } catch (error) {
        if (tries >= TRIES_AT_MOST || !isUndone(error)) throw error;
      }
    }
  }

  /**
   * Runs work that no other process of this installation may do at the same time, such as migrating: the next one waits. On
   * SQLite there is one process. MySQL gives such locks by server, so processes must share one for it, not two of a cluster.
   */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    if (this.#orm.sqlite) return await work();
    // The lock belongs to a connection; a transaction keeps one for as long as the work runs on others.
    return await this.#orm.em.fork().transactional(async (session) => {
      const [row] = await session.execute<{ taken: number | null }[]>(`select get_lock(${LOCK}, ${ALONE_WITHIN_SECONDS}) as taken`);
      if (Number(row?.taken) !== 1) throw new Error(`Another process has kept the database to itself for ${ALONE_WITHIN_SECONDS} seconds`);
      try {
        return await work();
      } finally {
        await session.execute(`select release_lock(${LOCK})`);
      }
    });
  }

  async #onDisk(): Promise<void> {
    await this.#orm.log?.reached();
  }

  /** One try. MikroORM's own `transactional` makes a second session for it, which costs more than a small transaction. */
  async #once<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.#orm.em.fork();
    await session.begin({ isolationLevel: IsolationLevel.READ_COMMITTED });
    try {
      const result = await work(session);
      await session.commit();
      return result;
    } catch (error) {
      // Why it failed is what counts; a connection that was lost takes the transaction with it.
      await session.rollback().catch(() => {});
      throw error;
    }
  }

  /** Brings the tables up to date; answers the names of the migrations that were run. */
  async migrate(): Promise<string[]> {
    const run = await this.#orm.migrator.up();
    if (run.length > 0) await this.#onDisk();
    return run.map((migration) => migration.name);
  }

  /** The names of migrations that are still to be run. */
  async pending(): Promise<string[]> {
    return (await this.#orm.migrator.getPending()).map((migration) => migration.name);
  }

  /** SQL that would bring the database in line with the entities; empty when migrations and entities agree. */
  async drift(): Promise<string> {
    return await this.#orm.schema.getUpdateSchemaSQL({ wrap: false, safe: false });
  }

  /** Throws when the database does not answer, or cannot write any more. */
  async ping(): Promise<void> {
    this.#orm.log?.refuseIfStuck();
    await this.#orm.em.fork().execute('select 1');
  }

  async close(): Promise<void> {
    try {
      await this.#orm.close(true);
    } finally {
      await this.#orm.log?.close();
    }
  }
}
