import type { Caller, SignedInCaller } from '../../domain/caller.js';
import { Problem, refuse } from '../../domain/errors.js';
import { may } from '../../domain/permission.js';
import type { ProbeStage } from '../../domain/probe-stage.js';
import { pastTestById } from '../../storage/account-test.store.js';
import type { Outcome } from '../change.js';
import { outcomeOf } from '../change.js';
import type { House } from '../house.js';
import type { AccountTest } from './running-tests.js';
import { starterOf } from './test.js';

/** A test of the caller's own while it runs, and whoever's once it is over, while the history has it. */
export const smtpAccountTest = async (house: House, caller: SignedInCaller, testId: string): Promise<AccountTest | null> =>
  house.tests.ofCaller(testId, starterOf(caller))?.asItStands ?? await pastTestById(house.storage.read(), testId);

/** Ends a test of the caller's own at once, and answers what became of it: one that was over already stays as it was. */
export const cancelSmtpAccountTest = async (house: House, caller: SignedInCaller, testId: string): Promise<Outcome<AccountTest>> => await outcomeOf(async () => {
  const test = house.tests.ofCaller(testId, starterOf(caller)) ?? refuse('NOT_FOUND', ['testId'], 'There is no such test of yours');
  test.cancel();
  await test.over;
  return test.asItStands;
});

/**
 * The stages of a test of the caller's own, from the first, as they end; done after the last. `recheck` looks the caller
 * up anew for each: who has lost the right meanwhile sees no more. Throws FORBIDDEN, also where there is no such test,
 * so that nobody learns of others' tests.
 */
export const testProgress = async (
  house: House, caller: SignedInCaller, testId: string, recheck: () => Promise<Caller>,
): Promise<AsyncGenerator<ProbeStage, void, undefined>> => {
  const test = house.tests.ofCaller(testId, starterOf(caller));
  if (test === null) throw new Problem('FORBIDDEN', 'There is no such test of yours');
  return (async function* stages() {
    for await (const stage of test.progress()) {
      const now = await recheck();
      if (now.kind === 'SIGNED_OUT' || !may(now.rights, 'SMTP_ACCOUNTS', 'modify')) throw new Problem('FORBIDDEN', 'You may not test accounts any more');
      yield stage;
    }
  })();
};
