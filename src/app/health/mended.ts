import type { AccountSettings } from '../../domain/account-settings.js';
import { AFTER_MENDING, afterPost } from '../../domain/standing-fault.js';
import { changeHealth } from '../../storage/health.store.js';
import type { Desk } from '../change.js';

/** Somebody did something about an account: it is looked at soon, to be seen working, or not. Within a change that has locked the account. */
export const lookSoon = async ({ session, now }: Pick<Desk, 'session' | 'now'>, accountId: string): Promise<void> => {
  await changeHealth(session, accountId, () => ({ ...AFTER_MENDING, nextCheckAt: now }));
};

/** As {@link lookSoon}, where other settings or another client secret may make what was seen before untrue. */
export const lookAtWhatIsPosted = async (
  { session, now }: Pick<Desk, 'session' | 'now'>, accountId: string, [before, after]: readonly [AccountSettings, AccountSettings], otherClientSecret: boolean,
): Promise<void> => {
  await changeHealth(session, accountId, (health) => ({ ...afterPost(health, before, after, otherClientSecret), nextCheckAt: now }));
};
