import type { SignedInCaller } from '../../domain/caller.js';
import { estimateDoneAt } from '../../domain/email-batch.js';
import type { EmailStatus } from '../../domain/email.js';
import type { Page, PageArguments } from '../../domain/page.js';
import { pageRequest } from '../../domain/page.js';
import type { EmailFilter } from '../../storage/email-filter.js';
import { accountsOfBatch, batchTallies, emailPage, emailsByIds as rowsByIds } from '../../storage/email.store.js';
import { limitedQueues } from '../delivery/limited-queues.js';
import type { House } from '../house.js';
import type { EmailView } from './view.js';
import { emailViews } from './view.js';
import { isVisible, visibilityOf } from './visibility.js';

/** A page of the emails that the caller may know of, newest first. */
export const emails = async (house: House, caller: SignedInCaller, filter: EmailFilter, page: PageArguments): Promise<Page<EmailView>> => {
  const found = await emailPage(house.storage.read(), filter, visibilityOf(caller), pageRequest(page));
  const views = emailViews(house, found.edges.map(({ node }) => node));
  return { ...found, edges: found.edges.flatMap(({ cursor }, at) => {
    const node = views[at];
    return node === undefined ? [] : [{ node, cursor }];
  }) };
};

/** Those of some emails that the caller may know of, by id. */
export const emailsById = async (house: House, caller: SignedInCaller, ids: readonly string[]): Promise<Map<string, EmailView>> => {
  const visibility = visibilityOf(caller);
  const rows = (await rowsByIds(house.storage.read(), [...new Set(ids)])).filter((row) => isVisible(visibility, row));
  return new Map(emailViews(house, rows).map((view) => [view.id, view]));
};

/** One email; null where there is none, or none that the caller may know of. */
export const email = async (house: House, caller: SignedInCaller, id: string): Promise<EmailView | null> =>
  (await emailsById(house, caller, [id])).get(id) ?? null;

/** How the emails that share a `batch` stand. Times are UTC milliseconds. */
export interface EmailBatch {
  readonly id: string;
  readonly counts: readonly { readonly status: EmailStatus; readonly count: number }[];
  readonly acceptedAt: number;
  readonly estimatedDoneAt: number | null;
}

/** A batch, as far as the caller may know of its emails; null where it may know of none. */
export const emailBatch = async (house: House, caller: SignedInCaller, id: string): Promise<EmailBatch | null> => {
  const session = house.storage.read();
  const tallies = await batchTallies(session, id, visibilityOf(caller));
  if (tallies.length === 0) return null;
  const now = house.now();
  const until = Math.max(now, ...tallies.map(({ lastSendAt }) => lastSendAt ?? 0));
  const queues = await limitedQueues(session, await accountsOfBatch(session, id, visibilityOf(caller)), until);
  return {
    id, counts: tallies.map(({ status, count }) => ({ status, count })),
    acceptedAt: Math.min(...tallies.map(({ firstAcceptedAt }) => firstAcceptedAt)),
    estimatedDoneAt: estimateDoneAt(tallies, now, queues),
  };
};
