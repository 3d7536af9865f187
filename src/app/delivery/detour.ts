import type { SmtpAccount } from '../../domain/account.js';
import { mayStandInFrom, refOf } from '../../domain/account.js';
import { fallbackChain } from '../../domain/fallback.js';
import { LONGEST_WAIT_MS, nextTryAt, retryPolicyOf } from '../../domain/retry-policy.js';
import type { RouteAnswer } from '../../domain/routing.js';
import type { accountsByIds } from '../../storage/account.store.js';
import { accountsHeld } from '../../storage/account.store.js';
import type { Session } from '../../storage/orm.js';

/** Some accounts and all that step in for them in turn, by id. */
export const withFallbacks = async (session: Session, accounts: readonly SmtpAccount[], read: typeof accountsByIds): Promise<Map<string, SmtpAccount>> => {
  const known = new Map(accounts.map((account) => [account.id, account]));
  for (;;) {
    const next = [...new Set([...known.values()].flatMap(({ fallbackId }) => (fallbackId === null || known.has(fallbackId) ? [] : [fallbackId])))];
    const found = next.length === 0 ? new Map<string, SmtpAccount>() : await read(session, next);
    if (found.size === 0) return known;
    for (const [id, account] of found) known.set(id, account);
  }
};

/** The accounts that step in for one, nearest first, as far as they may carry this From now. */
export const usableFor = (from: string, account: SmtpAccount, known: ReadonlyMap<string, SmtpAccount>): SmtpAccount[] =>
  fallbackChain(account.id, (id) => known.get(id)?.fallbackId ?? null).flatMap((id) => known.get(id) ?? [])
    .filter(({ usable, sandbox, settings }) => usable && !sandbox && settings !== null && mayStandInFrom(settings, from));

/** An email that is to go by a fallback, and the route that it would take by itself. */
export interface FailedOver { readonly account: SmtpAccount; readonly fallbackId: string; readonly route: RouteAnswer }

/** The way through a fallback: its account, and the From that the email has by its own. */
export interface Detour { readonly account: SmtpAccount; readonly route: RouteAnswer }

/**
 * The ways of emails that failed over, as they hold until the transaction ends. None for one whose fallback was changed,
 * paused or may not carry its From any more: it goes by its own account.
 */
export const detoursOf = async (session: Session, all: readonly FailedOver[]): Promise<(Detour | null)[]> => {
  if (all.length === 0) return [];
  const known = await withFallbacks(session, all.map(({ account }) => account), accountsHeld);
  return all.map(({ account, fallbackId, route }) => {
    const fallback = route.from === null ? undefined : usableFor(route.from.address, account, known).find(({ id }) => id === fallbackId);
    if (fallback === undefined) return null;
    const reason = `${route.reason}; SMTP account ${account.number} ${account.name} cannot take it for now, so its fallback steps in`;
    return { account: fallback, route: { ...route, account: refOf(fallback), reason } };
  });
};

/** What an email does whose fallback has no token left: as when that had failed too, it waits and begins with its own account. */
export const waitsForItsOwn = ({ tries }: { readonly tries: number }, { settings }: SmtpAccount, now: number): { fallback_id: null; due_at: number } => {
  const policy = settings === null ? {} : { policy: retryPolicyOf(settings) };
  const dueAt = nextTryAt({ verdict: 'BACKOFF', tries, firstTryAt: now, now, parkedMs: 0, hintSeconds: null, chance: 1, ...policy });
  return { fallback_id: null, due_at: dueAt ?? now + LONGEST_WAIT_MS };
};
