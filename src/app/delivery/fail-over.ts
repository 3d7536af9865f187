import type { SmtpAccount } from '../../domain/account.js';
import { mayStandInFrom, refOf } from '../../domain/account.js';
import { fallbackChain } from '../../domain/fallback.js';
import { LONGEST_WAIT_MS, nextTryAt, retryPolicyOf } from '../../domain/retry-policy.js';
import type { RouteAnswer } from '../../domain/routing.js';
import { accountsByIds, accountsHeld } from '../../storage/account.store.js';
import type { Session } from '../../storage/orm.js';
import type { JudgedTry } from './settled-email.js';

type ReadAccounts = typeof accountsByIds;

/** Some accounts and all that step in for them in turn, by id. */
const withFallbacks = async (session: Session, accounts: readonly SmtpAccount[], read: ReadAccounts): Promise<Map<string, SmtpAccount>> => {
  const known = new Map(accounts.map((account) => [account.id, account]));
  for (;;) {
    const next = [...new Set([...known.values()].flatMap(({ fallbackId }) => (fallbackId === null || known.has(fallbackId) ? [] : [fallbackId])))];
    const found = next.length === 0 ? new Map<string, SmtpAccount>() : await read(session, next);
    if (found.size === 0) return known;
    for (const [id, account] of found) known.set(id, account);
  }
};

/** The accounts that step in for one, nearest first, as far as they may carry this From now. */
const usableFor = (from: string, account: SmtpAccount, known: ReadonlyMap<string, SmtpAccount>): SmtpAccount[] =>
  fallbackChain(account.id, (id) => known.get(id)?.fallbackId ?? null).flatMap((id) => known.get(id) ?? [])
    .filter(({ usable, sandbox, settings }) => usable && !sandbox && settings !== null && mayStandInFrom(settings, from));

/**
 * A fault that passes by itself, of the server or the account and not of this email; before anything was handed over. An
 * email whose account was chosen by its caller stays with that.
 */
const mayFailOver = ({ tried: { marked, report, toSend }, settlement, diagnosis }: JudgedTry): boolean => !marked && report.outcome === 'REFUSED'
  && settlement.status === 'QUEUED' && toSend.email.pinned_account_id === null && diagnosis?.verdict === 'BACKOFF'
  && (diagnosis.scope === 'SERVER' || diagnosis.scope === 'ACCOUNT');

/**
 * Sends emails whose account fails for now through its fallback at once; where that fails too, through its own, and when
 * none is left, they wait and begin with their own account again. Reads nothing where no account has a fallback.
 */
export const withFailOver = async (session: Session, all: readonly JudgedTry[]): Promise<JudgedTry[]> => {
  const failing = new Set(all.filter((one) => one.tried.claimed.account.fallbackId !== null && mayFailOver(one)));
  if (failing.size === 0) return [...all];
  const known = await withFallbacks(session, [...failing].map(({ tried: { claimed } }) => claimed.account), accountsByIds);
  return all.map((judged) => {
    const { claimed: { account, from }, endedAt } = judged.tried;
    const [next] = failing.has(judged) ? usableFor(from.address, account, known) : [];
    return next === undefined ? judged : { ...judged, fallbackId: next.id, settlement: { ...judged.settlement, retryAtMs: endedAt } };
  });
};

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
