import type { Caller } from '../../domain/caller.js';
import { networkOf } from '../../domain/network.js';
import { Problem } from '../../domain/errors.js';
import { clearFailures, countFailure, failuresOf } from '../../storage/sign-in-failure.store.js';
import { emailKeyOf } from '../../domain/people.js';
import type { Session } from '../../storage/orm.js';
import { change } from '../change.js';
import type { House } from '../house.js';
import type { GuessGuard } from './password.js';

/** Guessing is limited by address, and by address with account: never by account alone, or anybody could lock IT out. */
const keysFor = (email: string, address: string) => ({
  // Not the email alone after the address: without one, MySQL would take it for the address itself, blanks at the end not counting.
  both: `${address} as ${emailKeyOf(email)}`, address,
});

const addressOf = (caller: Caller): string => (caller.kind === 'COMMAND' ? 'command' : networkOf(caller.address));

/** The guard over guesses of one employee's password by one caller: throws RATE_LIMITED, counts and audits wrong ones. */
export const guessGuard = (house: House, caller: Caller, email: string): GuessGuard => {
  const { signInFailuresPerAccountAndAddress, signInFailuresPerAddress, signInWindowSeconds } = house.config.limits;
  const keys = keysFor(email, addressOf(caller));
  return {
    before: async () => {
      const now = house.now();
      for (const [key, most] of [[keys.both, signInFailuresPerAccountAndAddress], [keys.address, signInFailuresPerAddress]] as const) {
        const failures = await failuresOf(house.storage.read(), key, now);
        if (failures !== null && failures.count >= most) {
          throw new Problem('RATE_LIMITED', 'Too many failed sign-ins; try again later', Math.ceil((failures.windowEndsAt - now) / 1000));
        }
      }
    },
    wrong: async () => {
      await change(house, caller, async (desk) => {
        for (const key of [keys.both, keys.address]) await countFailure(desk.session, key, desk.now, signInWindowSeconds);
        desk.audit('SIGN_IN_REFUSED', { type: 'SESSION', id: null, name: email });
      });
    },
  };
};

/** Forgets the wrong guesses of an account from the caller's address, after a right one. */
export const forgetGuesses = async (session: Session, caller: Caller, email: string): Promise<void> =>
  await clearFailures(session, keysFor(email, addressOf(caller)).both);
