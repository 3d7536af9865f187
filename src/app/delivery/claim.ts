import type { SmtpAccount } from '../../domain/account.js';
import type { Mailbox, ParkedReason } from '../../domain/email.js';
import type { RouteAnswer } from '../../domain/routing.js';
import { chooseRoute } from '../../domain/routing.js';
import type { ClaimedRow, Held, RouteColumns } from '../../storage/dispatch.store.js';
import { claim, writeParked, writeSending, writeWaiting } from '../../storage/dispatch.store.js';
import { postingWorld } from '../../storage/posting-world.js';
import type { House } from '../house.js';
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
}

/** What a claim came to. Ids that were somebody else's, not due, or beyond a limit stand in neither list. */
export interface Claims { readonly claimed: readonly Claimed[]; readonly parked: readonly string[] }

interface Judged { readonly row: ClaimedRow; readonly route: RouteAnswer; readonly account: SmtpAccount | null; readonly reason: ParkedReason | null }

const columnsOf = ({ account, reason, deliversOutside, from }: RouteAnswer): RouteColumns => ({
  account_id: account?.id ?? null, account_number: account?.number ?? null, account_name: account?.name ?? null,
  route_reason: reason.slice(0, 300), delivers_outside: deliversOutside ? 1 : 0, from_address: from?.address ?? null, from_name: from?.name ?? null,
});

/** The catcher is the only server that the sandbox account has: where it is switched off there is no way to go. */
const withoutCatcher = (route: RouteAnswer): RouteAnswer =>
  ({ ...route, parkedReason: 'NO_ROUTE', reason: `${route.reason}; the sandbox is switched off` });

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
    const judged = rows.map((row): Judged => {
      const from = row.asked_from_address === null ? null : { address: row.asked_from_address, name: row.asked_from_name };
      const found = chooseRoute({ area: row.area, pinnedAccountId: row.pinned_account_id, from }, world);
      const account = found.account === null ? null : world.accountById(found.account.id) ?? null;
      const route = account?.sandbox && found.parkedReason === null && house.sandboxPort() === null ? withoutCatcher(found) : found;
      return { row, route, account, reason: route.parkedReason ?? (account === null || route.from === null ? 'NO_ROUTE' : null) };
    });
    const { granted } = await takeTokens(session, judged.flatMap(({ row, account, reason }) => (reason !== null || account === null ? []
      : [{ id: row.email_id, priority: row.priority, area: row.area, dueAt: row.due_at, account }])), now);
    const waits = ({ row, reason }: Judged): boolean => reason === null && !granted.has(row.email_id);
    for (const group of Map.groupBy(judged, (one) => JSON.stringify([one.route, one.reason, waits(one)])).values()) {
      const [first] = group;
      const groupIds = group.map(({ row }) => row.email_id);
      if (first === undefined) continue;
      if (waits(first)) await writeWaiting(session, groupIds, columnsOf(first.route));
      else if (first.reason === null) await writeSending(session, groupIds, columnsOf(first.route));
      else await writeParked(session, groupIds, first.reason, now, columnsOf(first.route));
    }
    return {
      claimed: judged.flatMap(({ row, route: { from }, account }) => {
        const tokens = granted.get(row.email_id);
        return tokens === undefined || account === null || from === null ? []
          : [{ emailId: row.email_id, fence: row.fence, account, from, sizeBytes: row.size_bytes, tokens }];
      }),
      parked: judged.flatMap(({ row, reason }) => (reason === null ? [] : [row.email_id])),
    };
  });
