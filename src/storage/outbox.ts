import type { Kysely } from 'kysely';
import type { Session } from './orm.js';
import type { Bit, ConnectionShareRow, OutboxTables, RateCounterRow } from './outbox-tables.js';

/** The tables that carrying emails touches. */
export interface DeliveryTables extends OutboxTables {
  email_area: { code: string };
  smtp_configuration: { id: string; enabled: Bit };
  rate_counter: RateCounterRow;
  connection_share: ConnectionShareRow;
  lease: { name: string; holder: string; fence: number; expires_at: number };
}

/** The outbox to write to, in the session's transaction where there is one. */
export const outbox = (session: Session): Kysely<DeliveryTables> => session.getKysely<DeliveryTables>();

/** The outbox to read from: outside a transaction on SQLite, beside the writer. */
export const outboxToRead = (session: Session): Kysely<DeliveryTables> => session.getKysely<DeliveryTables>({ type: 'read' });

/** A query that can hold rows until its transaction ends. */
interface Lockable<T> { forUpdate(): T }

/**
 * Holds the rows that a query reads until the transaction ends, so that what was read is still so when it is written. On
 * SQLite a transaction is alone from its beginning (see sqlite-dialect.ts), and there is no such clause.
 */
export const held = <T extends Lockable<T>>(session: Session, query: T): T =>
  session.getPlatform().constructor.name.includes('Sqlite') ? query : query.forUpdate();
