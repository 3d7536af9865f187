import { SignInFailureRow } from './entities/people.entity.js';
import type { Session } from './orm.js';

/** How many failures a key has in its window; zero when the window is over. */
export const failuresOf = async (session: Session, key: string, now: number): Promise<SignInFailureRow | null> => {
  const row = await session.findOne(SignInFailureRow, { key: key.slice(0, 400) });
  return row === null || row.windowEndsAt <= now ? null : row;
};

/** Counts a failure; the first of a window opens it. */
export const countFailure = async (session: Session, key: string, now: number, windowSeconds: number): Promise<void> => {
  const found = await session.findOne(SignInFailureRow, { key: key.slice(0, 400) });
  if (found === null) {
    session.persist(session.create(SignInFailureRow, { key: key.slice(0, 400), count: 1, windowEndsAt: now + windowSeconds * 1000 }));
  } else if (found.windowEndsAt <= now) {
    found.count = 1;
    found.windowEndsAt = now + windowSeconds * 1000;
  } else found.count += 1;
};

/** A right password clears the account's own count, and never the address's: else guessing could be washed off with one known account. */
export const clearFailures = async (session: Session, key: string): Promise<void> => {
  await session.nativeDelete(SignInFailureRow, { key: key.slice(0, 400) });
};
