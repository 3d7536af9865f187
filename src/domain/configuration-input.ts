import type { SmtpAccount } from './account.js';
import type { Override } from './configuration.js';
import { SmtpConfiguration } from './configuration.js';
import type { Fault } from './errors.js';

/** A configuration as a form or a program gives it: a field left out keeps what is posted, null clears it. */
export interface ConfigurationInput {
  readonly enabled?: boolean | null | undefined;
  readonly defaultAccountId?: string | null | undefined;
  /** See SmtpConfiguration; null: kept for ever. */
  readonly contentRetentionDays?: number | null | undefined;
  readonly emailRetentionDays?: number | null | undefined;
  /** All of them, in place of those posted. */
  readonly overrides?: readonly Override[] | null | undefined;
}

/** Each area has at most one override; no installation has as many areas. */
const MAX_OVERRIDES = 1_000;
/** A century: more is for ever, and is said so. */
const MAX_RETENTION_DAYS = 36_500;

/** The configuration with the input laid over it, as a copy; nothing is judged, see {@link configurationFaults}. */
export const layOverConfiguration = (posted: SmtpConfiguration, input: ConfigurationInput): SmtpConfiguration => new SmtpConfiguration({
  updatedAt: posted.updatedAt,
  version: posted.version,
  copyReason: posted.copyReason,
  enabled: input.enabled === undefined ? posted.enabled : input.enabled ?? false,
  defaultAccountId: input.defaultAccountId === undefined ? posted.defaultAccountId : input.defaultAccountId,
  contentRetentionDays: input.contentRetentionDays === undefined ? posted.contentRetentionDays : input.contentRetentionDays,
  emailRetentionDays: input.emailRetentionDays === undefined ? posted.emailRetentionDays : input.emailRetentionDays,
  overrides: input.overrides === undefined ? posted.overrides
    : (input.overrides ?? []).map(({ area, accountId }) => ({ area, accountId })).toSorted((one, other) => (one.area < other.area ? -1 : 1)),
});

/** The ids of the accounts and the codes of the areas that an input names. */
export const namedIn = (input: ConfigurationInput): { readonly accountIds: string[]; readonly areas: string[] } => {
  const overrides = (input.overrides ?? []).slice(0, MAX_OVERRIDES);
  return {
    accountIds: [...new Set([...(input.defaultAccountId == null ? [] : [input.defaultAccountId]), ...overrides.map(({ accountId }) => accountId)])],
    areas: [...new Set(overrides.map(({ area }) => area))],
  };
};

/** What exists of what an input names. */
export interface KnownRecords { readonly accounts: ReadonlyMap<string, SmtpAccount>; readonly areas: ReadonlySet<string> }

const RETENTIONS = ['contentRetentionDays', 'emailRetentionDays'] as const;

/** An email cannot be removed before its content; what is posted and what is not named again are judged together. */
export const retentionFaults = (input: ConfigurationInput, posted: SmtpConfiguration, path: readonly string[]): Fault[] => {
  const faults = RETENTIONS.flatMap((field): Fault[] => {
    const days = input[field] ?? 1;
    return Number.isInteger(days) && days >= 1 && days <= MAX_RETENTION_DAYS ? []
      : [{ code: 'INVALID', path: [...path, field], message: `Give 1 to ${MAX_RETENTION_DAYS} days, or null to keep for ever` }];
  });
  const after = layOverConfiguration(posted, input);
  if (faults.length > 0 || (after.emailRetentionDays ?? Infinity) >= (after.contentRetentionDays ?? Infinity)) return faults;
  const field = input.emailRetentionDays === undefined ? 'contentRetentionDays' : 'emailRetentionDays';
  return [{ code: 'INVALID', path: [...path, field], message: 'An email is kept at least as long as its content' }];
};

/** Every fault of the input, together. What was posted before and is not named again is not judged. */
export const configurationFaults = (input: ConfigurationInput, posted: SmtpConfiguration, known: KnownRecords, path: readonly string[]): Fault[] => {
  const faults = retentionFaults(input, posted, path);
  const judgeAccount = (id: string, where: readonly string[]): void => {
    const account = known.accounts.get(id);
    if (account === undefined) faults.push({ code: 'NOT_FOUND', path: where, message: 'There is no such SMTP account' });
    else if (account.settings === null) {
      faults.push({ code: 'NOT_POSTED', path: where, message: `Account ${account.number} ${account.name} has no posted settings yet` });
    }
  };
  if (input.defaultAccountId != null) judgeAccount(input.defaultAccountId, [...path, 'defaultAccountId']);
  const overrides = input.overrides ?? [];
  if (overrides.length > MAX_OVERRIDES) {
    return [...faults, { code: 'TOO_LARGE', path: [...path, 'overrides'], message: `There are more than ${MAX_OVERRIDES} overrides` }];
  }
  const seen = new Set<string>();
  overrides.forEach(({ area, accountId }, at) => {
    const where = [...path, 'overrides', String(at)];
    if (!known.areas.has(area)) faults.push({ code: 'NOT_FOUND', path: [...where, 'area'], message: 'There is no such area' });
    else if (seen.has(area)) faults.push({ code: 'INVALID', path: [...where, 'area'], message: `Area ${area} stands here twice` });
    seen.add(area);
    judgeAccount(accountId, [...where, 'accountId']);
  });
  return faults;
};
