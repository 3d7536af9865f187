import type { SignedInCaller } from '../../domain/caller.js';
import type { Fault } from '../../domain/errors.js';
import { Problem, refuse } from '../../domain/errors.js';
import { may } from '../../domain/permission.js';
import { accountsHeld } from '../../storage/account.store.js';
import type { EmailFilter, EmailVisibility } from '../../storage/email-filter.js';
import { idsMatching } from '../../storage/email-selection.store.js';
import type { Standing } from '../../storage/mending.store.js';
import { standingsHeld, writePin } from '../../storage/mending.store.js';
import type { Desk } from '../change.js';
import { change } from '../change.js';
import type { House } from '../house.js';
import { refuseInCopy } from '../instance/refuse-in-copy.js';
import { ACTIONS, move, takeBack } from './mend.js';

/** What can be done to many emails at once. REROUTE pins them to an account, or without one lets them follow their areas. */
export const EMAIL_ACTIONS = ['RETRY', 'CANCEL', 'REROUTE', 'RELEASE'] as const;
export type EmailAction = (typeof EMAIL_ACTIONS)[number];

/** How many emails were changed, and how many matched but stood in a state in which the action does not apply. */
export interface EmailsChanged { readonly changed: number; readonly skipped: number; readonly faults: readonly Fault[] }

/** In one transaction: few enough that nobody else waits long. */
const PORTION = 100;

/** Where the caller may change emails; its own sending gives it no right to. */
const reachOf = (caller: SignedInCaller): EmailVisibility => {
  const reach = caller.rights.EMAILS.modify;
  return { areas: reach === 'all' ? 'all' : reach === 'none' ? [] : [...reach], senderId: null };
};

const reroute = async (desk: Desk, standing: Standing, accountId: string | null): Promise<boolean> => {
  const { status } = standing.email;
  if (status !== 'QUEUED' && status !== 'SCHEDULED' && status !== 'PARKED' && status !== 'SENDING') return false;
  if (status === 'SENDING' && !await takeBack(desk.session, standing, desk.now)) return false;
  if (status === 'PARKED' && !await move(desk.session, standing, 'RELEASE', desk.now)) return false;
  await writePin(desk.session, standing.email.id, accountId);
  return true;
};

interface Asked { readonly filter: EmailFilter; readonly action: EmailAction; readonly accountId: string | null }

const changePortion = async (desk: Desk, ids: readonly string[], { filter, action, accountId }: Asked): Promise<string[]> => {
  const account = accountId === null ? null : (await accountsHeld(desk.session, [accountId])).get(accountId) ?? null;
  if (accountId !== null && account === null) refuse('NOT_FOUND', ['accountId'], 'There is no such SMTP account');
  if (action !== 'CANCEL') await refuseInCopy(desk.session, ['action']);
  const changed: string[] = [];
  for (const standing of await standingsHeld(desk.session, ids)) {
    const done = action === 'REROUTE' ? await reroute(desk, standing, accountId) : await move(desk.session, standing, action, desk.now);
    if (done) changed.push(standing.email.id);
  }
  if (changed.length > 0) {
    desk.audit(action === 'REROUTE' ? 'REROUTED' : ACTIONS[action], { type: 'EMAIL', id: null, name: `${changed.length} emails` }, [
      { field: 'filter', before: null, after: JSON.stringify(filter) }, { field: 'emails', before: null, after: changed.join(' ') },
      ...(action === 'REROUTE' ? [{ field: 'account', before: null, after: account?.name ?? null }] : []),
    ]);
  }
  return changed;
};

/**
 * Retries, cancels, reroutes or releases all emails that a filter finds and the caller may change, in portions that are
 * each kept or not as a whole. What comes in meanwhile is left alone.
 */
export const changeEmails = async (house: House, caller: SignedInCaller, asked: Asked): Promise<EmailsChanged> => {
  if (asked.accountId !== null && !may(caller.rights, 'SMTP_ACCOUNTS', 'access')) throw new Problem('FORBIDDEN', 'Needs SMTP_ACCOUNTS access to choose an account');
  if (asked.accountId !== null && asked.action !== 'REROUTE') {
    return { changed: 0, skipped: 0, faults: [{ code: 'INVALID', path: ['accountId'], message: 'Only REROUTE takes an account' }] };
  }
  const startedAt = house.now();
  let [changed, skipped, last] = [0, 0, ''];
  for (;;) {
    const ids = await idsMatching(house.storage.read(), asked.filter, reachOf(caller), { after: last, acceptedUpTo: startedAt, limit: PORTION });
    if (ids.length === 0) break;
    const { value, faults } = await change(house, caller, async (desk) => await changePortion(desk, ids, asked));
    if (value === null) return { changed, skipped, faults };
    for (const id of value) house.announcements.emit('emailChanged', id);
    changed += value.length;
    skipped += ids.length - value.length;
    last = ids.at(-1) ?? last;
  }
  house.wakeDelivery();
  return { changed, skipped, faults: [] };
};
