import type { Expression, Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Session } from './orm.js';
import type { Bit, ConnectionShareRow, KeptBlobRow, OutboxTables, RateCounterRow, UploadRow } from './outbox-tables.js';

/** The tables that carrying emails touches. */
export interface DeliveryTables extends OutboxTables {
  email_area: { code: string };
  area_override: { area: string; account_id: string };
  smtp_configuration: { id: string; enabled: Bit; default_account_id: string | null; copy_reason: string | null };
  installation: { key: string; value: string };
  smtp_account: { id: string; fallback_id: string | null; limited: Bit; number_sort: string; name_key: string; search_key: string; version: number; updated_at: number; paused_at: number | null };
  rate_counter: RateCounterRow;
  connection_share: ConnectionShareRow;
  lease: { name: string; holder: string; fence: number; expires_at: number };
  kept_blob: KeptBlobRow;
  upload: UploadRow;
  captured_email: { id: string; sha256: string };
  oauth_token: {
    account_id: string; fingerprint: string | null; sealed: string | null; renew_from: number; expires_at: number;
    lease_holder: string | null; lease_expires_at: number;
  };
}

/** The outbox to write to, in the session's transaction where there is one. */
export const outbox = (session: Session): Kysely<DeliveryTables> => session.getKysely<DeliveryTables>();

/** The outbox to read from: outside a transaction on SQLite, beside the writer. */
export const outboxToRead = (session: Session): Kysely<DeliveryTables> => session.getKysely<DeliveryTables>({ type: 'read' });

const isSqlite = (session: Session): boolean => session.getPlatform().constructor.name.includes('Sqlite');

/** A query that can hold rows until its transaction ends. */
interface Lockable<T> { forUpdate(): T }

/**
 * Holds the rows that a query reads until the transaction ends, so that what was read is still so when it is written. On
 * SQLite a transaction is alone from its beginning (see sqlite-dialect.ts), and there is no such clause.
 */
export const held = <T extends Lockable<T>>(session: Session, query: T): T =>
  (isSqlite(session) ? query : query.forUpdate());

/** A query that can be given an end of its own. */
interface Endable<T> { modifyEnd(end: Expression<unknown>): T }

/**
 * As {@link held}, but others may read and hold the rows so too; only who would change them waits. In the older spelling,
 * which MariaDB and MySQL both know (https://dev.mysql.com/doc/refman/8.4/en/innodb-locking-reads.html).
 */
export const shared = <T extends Endable<T>>(session: Session, query: T): T =>
  (isSqlite(session) ? query : query.modifyEnd(sql`lock in share mode`));
