import { SignInFailureRow } from './entities/people.entity.js';
import type { Session } from './orm.js';

const keyed = (key: string): string => key.slice(0, 400);

/** How many failures a key has in its window; null when it has none or the window is over. */
export const failuresOf = async (session: Session, key: string, now: number): Promise<SignInFailureRow | null> => {
  const row = await session.findOne(SignInFailureRow, { key: keyed(key) }, { disableIdentityMap: true });
  return row === null || row.windowEndsAt <= now ? null : row;
};

/**
 * Counts a failure; the first of a window opens it. The database adds, so that of two at one time none is lost. Windows
 * that ended a whole window ago are swept: a guesser leaves a row for each account that it tries.
 */
export const countFailure = async (session: Session, key: string, now: number, windowSeconds: number): Promise<void> => {
  const ends = now + windowSeconds * 1000;
  await session.nativeDelete(SignInFailureRow, { windowEndsAt: { $lt: now - windowSeconds * 1000 } });
  await session.createQueryBuilder(SignInFailureRow).insert({ key: keyed(key), count: 0, windowEndsAt: ends }).onConflict('key').ignore().execute();
  // MySQL assigns from left to right and sees what it has assigned: the count must be set while the old window stands.
  await session.execute(
    'update sign_in_failure set count = case when window_ends_at <= ? then 1 else count + 1 end, '
    + 'window_ends_at = case when window_ends_at <= ? then ? else window_ends_at end where `key` = ?', [now, now, ends, keyed(key)], 'run');
};

/** A right password clears the account's own count, and never the address's: else guessing could be washed off with one known account. */
export const clearFailures = async (session: Session, key: string): Promise<void> => {
  await session.nativeDelete(SignInFailureRow, { key: keyed(key) });
};
