import { sql } from 'kysely';
import type { Session } from './orm.js';
import { held, outbox } from './outbox.js';

/** A token as it is kept: sealed, with what it was fetched with, and its times in UTC milliseconds. */
export interface KeptToken { readonly fingerprint: string; readonly sealed: string; readonly renewFrom: number; readonly expiresAt: number }

/** What stands of an account's token: the kept one, and whether somebody is fetching another. */
export interface TokenState { readonly kept: KeptToken | null; readonly leaseMine: boolean }

/** Who asks, and for how long it may take to fetch. `wants`: whether what is kept does not do, so that the lease is asked for. */
export interface LeaseRequest {
  readonly accountId: string;
  readonly holder: string;
  readonly now: number;
  readonly leaseMs: number;
  readonly wants: (kept: KeptToken | null) => boolean;
}

/**
 * Reads the token of an account and, where it does not do, takes the lease to fetch another. The row is held until the
 * transaction ends, so of two processes that ask at once the second sees what the first took.
 */
export const tokenOrLease = async (session: Session, { accountId, holder, now, leaseMs, wants }: LeaseRequest): Promise<TokenState> => {
  const db = outbox(session);
  const read = async () => await held(session, db.selectFrom('oauth_token').where('account_id', '=', accountId).selectAll()).executeTakeFirst();
  let row = await read();
  if (row === undefined) {
    // Another that inserts the same first makes this transaction be done anew, and it finds it then.
    await db.insertInto('oauth_token').columns(['account_id', 'renew_from', 'expires_at', 'lease_expires_at'])
      .expression(db.selectFrom('smtp_account').where('id', '=', accountId).select(['id', sql`0`.as('renew'), sql`0`.as('expires'), sql`0`.as('lease')])).execute();
    row = await read();
  }
  // An account that was erased with an email in hand: what is fetched for that is kept nowhere.
  if (row === undefined) return { kept: null, leaseMine: true };
  const kept = row.fingerprint === null || row.sealed === null ? null
    : { fingerprint: row.fingerprint, sealed: row.sealed, renewFrom: Number(row.renew_from), expiresAt: Number(row.expires_at) };
  if (!wants(kept) || Number(row.lease_expires_at) > now) return { kept, leaseMine: false };
  await db.updateTable('oauth_token').set({ lease_holder: holder, lease_expires_at: now + leaseMs }).where('account_id', '=', accountId).execute();
  return { kept, leaseMine: true };
};

/** Keeps a token and gives the lease back; nothing where the lease was lost, or the tokens were dropped meanwhile. */
export const keepToken = async (session: Session, accountId: string, holder: string, token: KeptToken): Promise<void> => {
  await outbox(session).updateTable('oauth_token').set({
    fingerprint: token.fingerprint, sealed: token.sealed, renew_from: token.renewFrom, expires_at: token.expiresAt, lease_holder: null, lease_expires_at: 0,
  }).where('account_id', '=', accountId).where('lease_holder', '=', holder).execute();
};

/** Gives the lease back without a token, so that the next need not wait for its end. */
export const giveTokenLeaseBack = async (session: Session, accountId: string, holder: string): Promise<void> => {
  await outbox(session).updateTable('oauth_token').set({ lease_holder: null, lease_expires_at: 0 })
    .where('account_id', '=', accountId).where('lease_holder', '=', holder).execute();
};

/** Drops what is kept for an account, and whatever is on its way: the settings or the secret that fetched it changed, or it is erased. */
export const forgetToken = async (session: Session, accountId: string): Promise<void> => {
  await outbox(session).deleteFrom('oauth_token').where('account_id', '=', accountId).execute();
};
