import type { SmtpAccount } from '../../domain/account.js';
import type { Mailbox, ParkedReason } from '../../domain/email.js';
import type { RetryPolicy } from '../../domain/retry-policy.js';
import { retryPolicyOf } from '../../domain/retry-policy.js';
import type { RouteAnswer } from '../../domain/routing.js';
import { chooseRoute } from '../../domain/routing.js';
import type { ClaimedRow, Held, RouteChanges, RouteColumns } from '../../storage/dispatch.store.js';
import { claim, writeParked, writeSending, writeWaiting } from '../../storage/dispatch.store.js';
import { postingWorld } from '../../storage/posting-world.js';
import { forgetFallbacks, writeFallbacks } from '../../storage/email-fallback.store.js';
import type { Session } from '../../storage/orm.js';
import type { House } from '../house.js';
import type { Detour } from './detour.js';
import { detoursOf, waitsForItsOwn } from './detour.js';
import type { Token } from './tokens.js';
import { takeTokens } from './tokens.js';

/** A claim lasts this long unless renewed: longer than any stall of a process that lives, short enough to be waited for. */
export const LEASE_MS = 60_000;

/** An email that is ours to send now, with the account and From found at this moment. */
export interface Claimed extends Held {
  readonly account: SmtpAccount;
  readonly from: Mailbox;
  readonly sizeBytes: number;
  /** What it took of limits; given back when it certainly did not use them. */
  readonly tokens: readonly Token[];
  /** Whether it goes by the fallback of its own account. */
  readonly byFallback: boolean;
  /** How patient its own account is, whichever carries it; null: the default. */
  readonly policy: RetryPolicy | null;
}

const policyOf = ({ settings }: SmtpAccount): RetryPolicy | null => (settings === null ? null : retryPolicyOf(settings));

/** What a claim came to. Ids that were somebody else's, not due, or beyond a limit stand in neither list. */
export interface Claims { readonly claimed: readonly Claimed[]; readonly parked: readonly string[] }

/** `own`: the way that it would go, had it not failed over; null: it goes its own way. */
interface Judged { readonly row: ClaimedRow; readonly route: RouteAnswer; readonly account: SmtpAccount | null; readonly reason: ParkedReason | null; readonly own: Detour | null }

const columnsOf = ({ account, reason, deliversOutside, from }: RouteAnswer): RouteColumns => ({
  account_id: account?.id ?? null, account_number: account?.number ?? null, account_name: account?.name ?? null,
  route_reason: reason.slice(0, 300), delivers_outside: deliversOutside ? 1 : 0, from_address: from?.address ?? null, from_name: from?.name ?? null,
});

/** The catcher is the only server that the sandbox account has: where it is switched off there is no way to go. */
const withoutCatcher = (route: RouteAnswer): RouteAnswer =>
  ({ ...route, parkedReason: 'NO_ROUTE', reason: `${route.reason}; the sandbox is switched off` });

/** What its rows do not say yet: nothing, where the route is that which was found when it was accepted, or tried before. */
const changesOf = ({ row, route, own }: Judged): RouteChanges => {
  const noted = (own ?? { account: route.account }).account?.id ?? null;
  const changed = Object.entries(columnsOf(route)).filter(([column, value]) => row[column as keyof RouteColumns] !== value);
  return { columns: Object.fromEntries(changed), ...(row.noted_account_id === noted ? {} : { noted }) };
};

/** Leads those that failed over through their fallbacks. */
const withDetours = async (session: Session, all: readonly Judged[]): Promise<Judged[]> => {
  const detoured = all.flatMap((one) => (one.row.fallback_id === null || one.reason !== null || one.account === null || one.row.pinned_account_id !== null ? []
    : [{ one, account: one.account, fallbackId: one.row.fallback_id, route: one.route }]));
  const detours = await detoursOf(session, detoured);
  const found = new Map(detoured.map(({ one }, at) => [one, detours[at]]));
  return all.map((one) => {
    const detour = found.get(one);
    return detour == null || one.account === null ? one : { ...one, ...detour, own: { account: one.account, route: one.route } };
  });
};

/** Notes who goes by a fallback, and for which account; nobody else who was tried before does so any more. */
const noteFallbacks = async (session: Session, all: readonly Judged[], goes: (one: Judged) => boolean, now: number): Promise<void> => {
  await forgetFallbacks(session, all.flatMap((one) => (one.row.tries > 0 && (one.own === null || !goes(one)) ? [one.row.email_id] : [])));
  await writeFallbacks(session, all.filter(goes).flatMap(({ row, own }) => (own === null ? []
    : [{ email_id: row.email_id, account_id: own.account.id, account_number: own.account.number, account_name: own.account.name, at: now }])));
};

/**
 * Claims emails and finds their way NOW, in one transaction: an override that was repointed moves what waits, only a
 * pinned account stays. What cannot go is parked at once with its reason, which nobody can take away meanwhile; what is
 * beyond a limit of its account stays due, and keeps its place.
 */
export const claimAndRoute = async (house: House, holder: string, ids: readonly string[]): Promise<Claims> =>
  await house.storage.transaction(async (session) => {
    const now = house.now();
    const rows = await claim(session, ids.toSorted(), holder, now, LEASE_MS);
    if (rows.length === 0) return { claimed: [], parked: [] };
    const world = await postingWorld(session, {
      areas: [...new Set(rows.flatMap((row) => row.area ?? []))], accountIds: rows.flatMap((row) => row.pinned_account_id ?? []),
    });
    const judged = await withDetours(session, rows.map((row): Judged => {
      const from = row.asked_from_address === null ? null : { address: row.asked_from_address, name: row.asked_from_name };
      const found = chooseRoute({ area: row.area, pinnedAccountId: row.pinned_account_id, from }, world);
      const account = found.account === null ? null : world.accountById(found.account.id) ?? null;
      const route = account?.sandbox && found.parkedReason === null && house.sandboxPort() === null ? withoutCatcher(found) : found;
      return { row, route, account, reason: route.parkedReason ?? (account === null || route.from === null ? 'NO_ROUTE' : null), own: null };
    }));
    const granted = await takeTokens(session, judged.flatMap(({ row, account, reason }) => (reason !== null || account === null ? []
      : [{ id: row.email_id, priority: row.priority, area: row.area, dueAt: row.due_at, account }])), now);
    const waits = ({ row, reason }: Judged): boolean => reason === null && !granted.has(row.email_id);
    for (const group of Map.groupBy(judged, (one) => JSON.stringify([one.route, one.reason, waits(one), one.own?.account.id, one.own === null ? 0 : one.row.tries, changesOf(one)])).values()) {
      const [first] = group;
      const groupIds = group.map(({ row }) => row.email_id);
      if (first === undefined) continue;
      if (waits(first)) await writeWaiting(session, groupIds, columnsOf((first.own ?? first).route), first.own === null ? {} : waitsForItsOwn(first.row, first.own.account, now));
      // Its own account stays noted: what is done to that is done to what waits for it.
      else if (first.reason === null) await writeSending(session, groupIds, changesOf(first));
      else await writeParked(session, groupIds, first.reason, now, columnsOf(first.route));
    }
    await noteFallbacks(session, judged, ({ row }) => granted.has(row.email_id), now);
    return {
      claimed: judged.flatMap(({ row, route: { from }, account, own }) => {
        const tokens = granted.get(row.email_id);
        return tokens === undefined || account === null || from === null ? []
          : [{ emailId: row.email_id, fence: row.fence, account, from, sizeBytes: row.size_bytes, tokens, byFallback: own !== null, policy: policyOf(own?.account ?? account) }];
      }),
      parked: judged.flatMap(({ row, reason }) => (reason === null ? [] : [row.email_id])),
    };
  });
