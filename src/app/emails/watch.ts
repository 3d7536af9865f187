import type { Caller, SignedInCaller } from '../../domain/caller.js';
import { Problem } from '../../domain/errors.js';
import { may, mayInArea } from '../../domain/permission.js';
import type { House } from '../house.js';
import { ChangeQueue } from './change-queue.js';
import { emailsById } from './read.js';
import type { EmailView } from './view.js';

/** Which emails to watch: one, those of an area, those of a batch; all that is given must hold. */
export interface WatchFilter {
  readonly id?: string | null | undefined;
  readonly area?: string | null | undefined;
  readonly batch?: string | null | undefined;
}

/** Emails looked at together. */
const AT_ONCE = 50;

const watches = (caller: Caller): caller is SignedInCaller => caller.kind !== 'SIGNED_OUT'
  && !(caller.kind === 'EMPLOYEE' && caller.mustChangePassword)
  && (may(caller.rights, 'EMAILS', 'access') || may(caller.rights, 'EMAILS', 'add'));

const matches = (filter: WatchFilter, email: EmailView): boolean =>
  (filter.area == null || email.area === filter.area) && (filter.batch == null || email.batch === filter.batch);

/** Each change, as its watcher may see it at that moment: rights are looked up anew for every event, and when they are gone, it ends. */
async function* changesFrom(house: House, queue: ChangeQueue, filter: WatchFilter, recheck: () => Promise<Caller>): AsyncGenerator<EmailView, void> {
  for (let ids = await queue.take(AT_ONCE); ids !== null; ids = await queue.take(AT_ONCE)) {
    for (const id of ids) {
      const caller = await recheck();
      if (!watches(caller)) return;
      const email = (await emailsById(house, caller, [id])).get(id);
      if (email !== undefined && matches(filter, email)) yield email;
    }
  }
}

/**
 * Emails as they change, at most one event for an email in a second. It listens from this call on, so that no change
 * between subscribing and the first event is missed, and lets go when it is returned or its caller's rights are gone.
 */
export const watchEmails = (
  house: House, caller: SignedInCaller, filter: WatchFilter, recheck: () => Promise<Caller>,
): AsyncIterableIterator<EmailView> => {
  if (filter.area != null && !mayInArea(caller.rights, 'EMAILS', 'access', filter.area) && !may(caller.rights, 'EMAILS', 'add')) {
    throw new Problem('FORBIDDEN', `Needs EMAILS access in area ${filter.area}`);
  }
  const queue = new ChangeQueue(house.now);
  const changes = changesFrom(house, queue, filter, recheck);
  const listen = (id: string): void => { if (filter.id == null || filter.id === id) queue.add(id); };
  const letGo = (): void => {
    house.announcements.off('emailChanged', listen);
    queue.end();
  };
  house.announcements.on('emailChanged', listen);
  const next = async (): Promise<IteratorResult<EmailView, void>> => {
    try {
      const result = await changes.next();
      if (result.done) letGo();
      return result;
    } catch (error) {
      letGo();
      throw error;
    }
  };
  return {
    next,
    // The queue must end first: the generator waits for it, and could not return before.
    return: async () => {
      letGo();
      await changes.return();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() { return this; },
  };
};
