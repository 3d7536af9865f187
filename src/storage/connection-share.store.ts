import { grantedBeside } from '../domain/connection-shares.js';
import type { Session } from './orm.js';
import { held, outbox, outboxToRead } from './outbox.js';
import type { ConnectionShareRow } from './outbox-tables.js';

/** Who shares the connections of some accounts at this moment. */
export const liveShares = async (session: Session, accountIds: readonly string[], now: number): Promise<ConnectionShareRow[]> => (accountIds.length === 0 ? []
  : await outboxToRead(session).selectFrom('connection_share').where('account_id', 'in', accountIds).where('expires_at', '>', now).selectAll().execute());

/**
 * Says that a process wants connections of an account. Committed before any are granted: whoever grants itself some looks at
 * all that want and holds their rows, so that of two that come at once the second sees what the first took.
 */
export const askForShare = async (session: Session, accountId: string, holder: string, expiresAt: number): Promise<void> => {
  const db = outbox(session);
  const asked = await db.updateTable('connection_share').set({ expires_at: expiresAt }).where('account_id', '=', accountId).where('holder', '=', holder).executeTakeFirst();
  if (asked.numUpdatedRows > 0n) return;
  if (await db.selectFrom('connection_share').where('account_id', '=', accountId).where('holder', '=', holder).select('holder').executeTakeFirst() !== undefined) return;
  await db.insertInto('connection_share').values({ account_id: accountId, holder, connections: 0, expires_at: expiresAt }).execute();
};

/** Grants the process its part of what is free, and answers it; none where it has not asked. What ran out is dropped. */
export const takeShare = async (session: Session, accountId: string, holder: string, most: number, now: number, expiresAt: number): Promise<number> => {
  const db = outbox(session);
  const rows = await held(session, db.selectFrom('connection_share').where('account_id', '=', accountId).orderBy('holder').selectAll()).execute();
  if (!rows.some((row) => row.holder === holder)) return 0;
  const others = rows.filter((row) => row.holder !== holder && row.expires_at > now).map(({ connections }) => connections);
  const connections = grantedBeside(most, others);
  await db.updateTable('connection_share').set({ connections, expires_at: expiresAt }).where('account_id', '=', accountId).where('holder', '=', holder).execute();
  const dead = rows.filter((row) => row.holder !== holder && row.expires_at <= now).map((row) => row.holder);
  if (dead.length > 0) await db.deleteFrom('connection_share').where('account_id', '=', accountId).where('holder', 'in', dead).execute();
  return connections;
};

/** Keeps what a process has of some accounts. */
export const renewShares = async (session: Session, accountIds: readonly string[], holder: string, expiresAt: number): Promise<void> => {
  if (accountIds.length === 0) return;
  await outbox(session).updateTable('connection_share').set({ expires_at: expiresAt }).where('account_id', 'in', accountIds).where('holder', '=', holder).execute();
};

/** Gives back what a process has of an account. */
export const giveShareBack = async (session: Session, accountId: string, holder: string): Promise<void> => {
  await outbox(session).deleteFrom('connection_share').where('account_id', '=', accountId).where('holder', '=', holder).execute();
};

/** Gives back all that some processes have, which are ending or known to be dead. */
export const giveAllSharesBack = async (session: Session, holders: readonly string[]): Promise<void> => {
  if (holders.length > 0) await outbox(session).deleteFrom('connection_share').where('holder', 'in', holders).execute();
};
