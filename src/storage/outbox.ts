import type { Expression, Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Session } from './orm.js';
import type { Bit, KeptBlobRow, OutboxTables, UploadRow } from './outbox-tables.js';

/** The tables that carrying emails touches. */
export interface DeliveryTables extends OutboxTables {
  email_area: { code: string };
  smtp_configuration: { id: string; enabled: Bit };
  lease: { name: string; holder: string; fence: number; expires_at: number };
  kept_blob: KeptBlobRow;
  upload: UploadRow;
  captured_email: { id: string; sha256: string };
}

/** The outbox to write to, in the session's transaction where there is one. */
export const outbox = (session: Session): Kysely<DeliveryTables> => session.getKysely<DeliveryTables>();

/** The outbox to read from: outside a transaction on SQLite, beside the writer. */
export const outboxToRead = (session: Session): Kysely<DeliveryTables> => session.getKysely<DeliveryTables>({ type: 'read' });

/** A query that can hold rows until its transaction ends. */
interface Lockable<T> { forUpdate(): T; modifyEnd(words: Expression<unknown>): T }

const isSqlite = (session: Session): boolean => session.getPlatform().constructor.name.includes('Sqlite');

/**
 * Holds the rows that a query reads until the transaction ends, so that what was read is still so when it is written. On
 * SQLite a transaction is alone from its beginning (see sqlite-dialect.ts), and there is no such clause.
 */
export const held = <T extends Pick<Lockable<T>, 'forUpdate'>>(session: Session, query: T): T => (isSqlite(session) ? query : query.forUpdate());

/** As {@link held}, beside others that hold them so too; in the words that MySQL and MariaDB have in common. */
export const heldShared = <T extends Pick<Lockable<T>, 'modifyEnd'>>(session: Session, query: T): T =>
  (isSqlite(session) ? query : query.modifyEnd(sql`lock in share mode`));
