import type { SmtpAccountRef } from '../../domain/account.js';
import { refOf } from '../../domain/account.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { Problem } from '../../domain/errors.js';
import { may } from '../../domain/permission.js';
import type { RateUnit } from '../../domain/rate-limits.js';
import { takenNow } from '../../domain/rate-limits.js';
import type { Bars, MailBar } from '../../domain/statistics.js';
import { barsFilled, barsOf, madeAt, tallied } from '../../domain/statistics.js';
import { accountsByIds, limitedAccounts } from '../../storage/account.store.js';
import type { Session } from '../../storage/orm.js';
import { quotaGroupsByIds } from '../../storage/quota-group.store.js';
import { countersOf } from '../../storage/rate-counter.store.js';
import { countsByBar, latencies, topDiagnoses, waitingByQueue } from '../../storage/statistics.store.js';
import { rateLimitsOf } from '../delivery/rate-limits-of.js';
import { visibilityOf } from '../emails/visibility.js';
import type { House } from '../house.js';

const HOURS_MAX = 31 * 24;
const DIAGNOSES_MAX = 10;

export interface AccountTally extends Omit<MailBar, 'at'> { readonly account: SmtpAccountRef; readonly meanLatencyMs: number | null; readonly bars: readonly MailBar[] }
export interface MailQueue { readonly account: SmtpAccountRef | null; readonly area: string | null; readonly due: number; readonly parked: number; readonly oldestAt: number }
export interface LimitUse { readonly account: SmtpAccountRef; readonly unit: RateUnit; readonly most: number; readonly taken: number }

/** How mail goes, as far as the caller may know of emails; limits only with SMTP_ACCOUNTS access. */
export interface MailStatistics {
  readonly bars: Bars;
  readonly filled: readonly MailBar[];
  readonly accounts: readonly AccountTally[];
  readonly queues: readonly MailQueue[];
  readonly diagnoses: readonly { readonly diagnosisId: string; readonly count: number }[];
  readonly limits: readonly LimitUse[];
}

const limitsUsed = async (house: House, session: Session): Promise<LimitUse[]> => {
  const accounts = await limitedAccounts(session);
  const limits = rateLimitsOf(accounts, await quotaGroupsByIds(session, [...new Set(accounts.flatMap(({ quotaGroupId }) => quotaGroupId ?? []))]));
  const counters = await countersOf(session, [...new Set([...limits.values()].flat().map(({ holderId }) => holderId))]);
  return accounts.flatMap((account) => (limits.get(account.id) ?? []).map((limit) => ({
    account: refOf(account), unit: limit.unit, most: limit.most, taken: takenNow(limit.unit, counters.of(limit), house.now()).taken,
  })));
};

/** What went, what waits and what was wrong in the last so many hours. Throws BAD_REQUEST for hours out of 1 to 744. */
export const mailStatistics = async (house: House, caller: SignedInCaller, hours: number): Promise<MailStatistics> => {
  if (!Number.isInteger(hours) || hours < 1 || hours > HOURS_MAX) throw new Problem('BAD_REQUEST', `hours: from 1 to ${HOURS_MAX}`);
  const session = house.storage.read();
  const visibility = visibilityOf(caller);
  const bars = barsOf(hours, house.now());
  const [found, means, queues, diagnoses] = [
    await countsByBar(session, bars, visibility), await latencies(session, bars, visibility), await waitingByQueue(session, visibility),
    await topDiagnoses(session, bars, visibility, DIAGNOSES_MAX),
  ];
  const accounts = await accountsByIds(session, [...new Set([...found, ...queues].flatMap(({ accountId }) => accountId ?? []))]);
  const tallies = [...Map.groupBy(found, ({ accountId }) => accountId)].flatMap(([id, counts]) => {
    const account = id === null ? undefined : accounts.get(id);
    return account === undefined ? [] : [{ account: refOf(account), ...tallied(counts), meanLatencyMs: means.get(account.id) ?? null, bars: barsFilled(bars, counts) }];
  });
  return {
    bars, filled: barsFilled(bars, found), diagnoses,
    accounts: tallies.toSorted((one, other) => other.accepted - one.accepted),
    queues: queues.map(({ accountId, area, due, parked, oldestId }) => {
      const account = accountId === null ? undefined : accounts.get(accountId);
      return { account: account === undefined ? null : refOf(account), area, due, parked, oldestAt: madeAt(oldestId) };
    }).toSorted((one, other) => one.oldestAt - other.oldestAt),
    limits: may(caller.rights, 'SMTP_ACCOUNTS', 'access') ? await limitsUsed(house, session) : [],
  };
};
