import { setImmediate } from 'node:timers/promises';
import type { SmtpAccountRef } from '../../domain/account.js';
import { refOf } from '../../domain/account.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { Problem } from '../../domain/errors.js';
import { may } from '../../domain/permission.js';
import type { Bars, MailBar } from '../../domain/statistics.js';
import { barsFilled, barsOf, madeAt, tallied } from '../../domain/statistics.js';
import { accountsByIds } from '../../storage/account.store.js';
import type { EmailVisibility } from '../../storage/email-filter.js';
import type { Acceptances, EmailCount } from '../../storage/statistics.store.js';
import { acceptances, emailCounts, waitingByQueue } from '../../storage/statistics.store.js';
import { visibilityOf } from '../emails/visibility.js';
import type { House } from '../house.js';
import type { LimitUse } from './limits-used.js';
import { limitsUsed } from './limits-used.js';
import { sharedAnswers } from './shared-answers.js';

const HOURS_MAX = 31 * 24;
const DIAGNOSES_MAX = 10;

export interface AccountTally extends Omit<MailBar, 'at'> { readonly account: SmtpAccountRef; readonly meanLatencyMs: number | null; readonly bars: readonly MailBar[] }
export interface MailQueue { readonly account: SmtpAccountRef | null; readonly area: string | null; readonly due: number; readonly parked: number; readonly oldestAt: number }

/** What was counted of the emails that somebody may know of. */
interface Counted {
  readonly bars: Bars;
  readonly filled: readonly MailBar[];
  readonly accounts: readonly AccountTally[];
  readonly queues: readonly MailQueue[];
  readonly diagnoses: readonly { readonly diagnosisId: string; readonly count: number }[];
}

/** How mail goes; limits only with SMTP_ACCOUNTS access. */
export interface MailStatistics extends Counted { readonly limits: readonly LimitUse[] }

type BarCount = EmailCount & { readonly bar: number };

/** Bar by bar: on SQLite a query keeps the whole process waiting, and mail is to go on between any two. */
const countBars = async (house: House, bars: Bars, visibility: EmailVisibility): Promise<{ readonly counts: readonly BarCount[]; readonly accepted: readonly Acceptances[] }> => {
  const session = house.storage.read();
  const counts: BarCount[] = [];
  const accepted: Acceptances[] = [];
  for (let bar = 0; bar < bars.count; bar += 1) {
    const from = bars.from + bar * bars.stepMs;
    const stretch = { from, before: from + bars.stepMs };
    counts.push(...(await emailCounts(session, stretch, visibility)).map((count) => ({ ...count, bar })));
    await setImmediate();
    accepted.push(...await acceptances(session, stretch, visibility));
    await setImmediate();
  }
  return { counts, accepted };
};

const meanOf = (accepted: readonly Acceptances[], id: string): number | null => {
  const own = accepted.filter(({ accountId }) => accountId === id);
  const attempts = own.reduce((sum, one) => sum + one.attempts, 0);
  return attempts === 0 ? null : Math.round(own.reduce((sum, one) => sum + one.milliseconds, 0) / attempts);
};

const topDiagnoses = (counts: readonly EmailCount[]): Counted['diagnoses'] => [...Map.groupBy(counts, ({ diagnosisId }) => diagnosisId)]
  .flatMap(([diagnosisId, those]) => (diagnosisId === null ? [] : [{ diagnosisId, count: those.reduce((sum, { count }) => sum + count, 0) }]))
  .toSorted((one, other) => other.count - one.count || (one.diagnosisId < other.diagnosisId ? -1 : 1)).slice(0, DIAGNOSES_MAX);

const count = async (house: House, visibility: EmailVisibility, hours: number): Promise<Counted> => {
  const session = house.storage.read();
  const bars = barsOf(hours, house.now());
  const { counts, accepted } = await countBars(house, bars, visibility);
  const queues = await waitingByQueue(session, visibility);
  const accounts = await accountsByIds(session, [...new Set([...counts, ...queues].flatMap(({ accountId }) => accountId ?? []))]);
  const refTo = (id: string | null): SmtpAccountRef | null => {
    const account = id === null ? undefined : accounts.get(id);
    return account === undefined ? null : refOf(account);
  };
  const tallies = [...Map.groupBy(counts, ({ accountId }) => accountId)].flatMap(([id, those]) => {
    const account = refTo(id);
    return account === null ? [] : [{ account, ...tallied(those), meanLatencyMs: meanOf(accepted, account.id), bars: barsFilled(bars, those) }];
  });
  return {
    bars, filled: barsFilled(bars, counts), diagnoses: topDiagnoses(counts), accounts: tallies.toSorted((one, other) => other.accepted - one.accepted),
    queues: queues.map(({ accountId, area, due, parked, oldestId }) => ({ account: refTo(accountId), area, due, parked, oldestAt: madeAt(oldestId) }))
      .toSorted((one, other) => one.oldestAt - other.oldestAt),
  };
};

/** So long an answer is good: a dashboard asks again and again, and several people look at one. A long range moves slowly, and costs more. */
const goodForMs = (hours: number): number => (hours <= 24 ? 5_000 : 60_000);
const shared = sharedAnswers<House, Counted>();

/**
 * What went, what waits and what was wrong in the last so many hours; may be as old as some seconds, of long ranges a minute. Throws
 * BAD_REQUEST for hours out of 1 to 744.
 */
export const mailStatistics = async (house: House, caller: SignedInCaller, hours: number): Promise<MailStatistics> => {
  if (!Number.isInteger(hours) || hours < 1 || hours > HOURS_MAX) throw new Problem('BAD_REQUEST', `hours: from 1 to ${HOURS_MAX}`);
  const visibility = visibilityOf(caller);
  // Who sees everything sees its own too: all of these share one answer.
  const key = JSON.stringify([hours, visibility.areas, visibility.areas === 'all' ? null : visibility.senderId]);
  const counted = await shared(house, key, { now: house.now(), goodForMs: goodForMs(hours) }, async () => await count(house, visibility, hours));
  return { ...counted, limits: may(caller.rights, 'SMTP_ACCOUNTS', 'access') ? await limitsUsed(house) : [] };
};
