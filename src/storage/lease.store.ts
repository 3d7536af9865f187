import { giveAllSharesBack } from './connection-share.store.js';
import { outbox } from './outbox.js';
import type { Session } from './orm.js';

/** Takes or renews a lease; false while another holder's still lives. Its fence grows with each change of holder. */
export const takeLease = async (session: Session, name: string, holder: string, now: number, leaseMs: number): Promise<boolean> => {
  const db = outbox(session);
  const expiresAt = now + leaseMs;
  const taken = await db.updateTable('lease')
    .set((set) => ({ holder, expires_at: expiresAt, fence: set('fence', '+', 1) }))
    .where('name', '=', name).where((row) => row.or([row('holder', '=', holder), row('expires_at', '<=', now)])).executeTakeFirst();
  if (taken.numUpdatedRows > 0n) return true;
  if (await db.selectFrom('lease').where('name', '=', name).select('name').executeTakeFirst() !== undefined) return false;
  await db.insertInto('lease').values({ name, holder, fence: 1, expires_at: expiresAt }).execute();
  return true;
};

/** Gives a lease back, so that the next holder need not wait for its end. */
export const giveLeaseBack = async (session: Session, name: string, holder: string): Promise<void> => {
  await outbox(session).updateTable('lease').set({ expires_at: 0 }).where('name', '=', name).where('holder', '=', holder).execute();
};

/** Ends every lease of holders that are known to be dead: their emails need not wait for the leases' ends. */
export const endLeasesOf = async (session: Session, holders: readonly string[]): Promise<void> => {
  if (holders.length === 0) return;
  const db = outbox(session);
  await db.updateTable('lease').set({ expires_at: 0 }).where('holder', 'in', holders).execute();
  await giveAllSharesBack(session, holders);
  await db.updateTable('dispatch').set({ lease_expires_at: 0 }).where('state', '=', 'CLAIMED').where('lease_holder', 'in', holders).execute();
};

/** Ends every claim and every share of connections, whoever holds them: nothing is sent now, and what the marks decide is decided at once. */
export const endEveryHold = async (session: Session): Promise<void> => {
  const db = outbox(session);
  await db.updateTable('dispatch').set({ lease_expires_at: 0 }).where('state', '=', 'CLAIMED').execute();
  await db.updateTable('connection_share').set({ expires_at: 0 }).execute();
};
