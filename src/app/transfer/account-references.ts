import type { Fault } from '../../domain/errors.js';
import { runsInCircle } from '../../domain/fallback.js';
import { textKey } from '../../domain/normalise.js';
import type { SettingsInput } from '../../domain/settings-input.js';
import type { TransferAccount } from '../../domain/transfer.js';
import { fallbackFault } from '../accounts/carriage-references.js';
import type { World } from './plan.js';
import { invalid } from './plan.js';

/** An account of the file, with the id that it has here or will have. */
export interface Identified { readonly id: string; readonly at: number; readonly item: TransferAccount }

/** What accounts of a file name: fallbacks by number, quota groups by name. */
export interface References {
  readonly faults: readonly Fault[];
  readonly remarks: readonly string[];
  /** The settings of an account with ids for what it names; what is not found is not named. */
  settingsOf(identified: Identified): SettingsInput | null;
}

/** What fallbacks and quota groups can be found among: the records here, and those of the file. */
export interface Findable {
  readonly accounts: readonly Identified[];
  /** Accounts of the file that are not brought in. */
  readonly leftOut: ReadonlySet<string>;
  readonly quotaGroups: readonly { readonly id: string; readonly name: string }[];
}

/** Finds what accounts of the file name, here or in the file, and refuses circles of fallbacks as they would be after it. */
export const referencesOf = (world: World, { accounts, leftOut, quotaGroups }: Findable): References => {
  const faults: Fault[] = [];
  const remarks: string[] = [];
  const present = world.accounts.map(({ numberKey, id, sandbox }) => [numberKey, { id, sandbox }] as const);
  const byNumber = new Map([...present, ...accounts.map(({ id, item: { number, sandbox } }) => [textKey(number), { id, sandbox }] as const)]);
  const groupIds = new Map([...world.quotaGroups, ...quotaGroups].map(({ id, name }) => [textKey(name), id]));
  const fallbacks = new Map(world.accounts.map(({ id, fallbackId }) => [id, fallbackId]));
  const groups = new Map<string, string | null>();
  const complain = (at: number, field: string, message: string): void => { faults.push(invalid(message, 'smtpAccounts', at, 'settings', field)); };
  const fallbackOf = ({ id, at, item }: Identified, number: string): string | null => {
    const fallback = byNumber.get(textKey(number));
    const message = fallback === undefined ? `There is no SMTP account ${number}, here or in the file` : fallbackFault({ id }, fallback);
    if (fallback === undefined && leftOut.has(textKey(number))) remarks.push(`The fallback of SMTP account ${item.number} was left out with account ${number}`);
    else if (message !== null) complain(at, 'fallbackAccount', message);
    return message === null ? fallback?.id ?? null : null;
  };
  for (const one of accounts) {
    const { fallbackAccount, quotaGroup } = one.item.settings ?? {};
    if (fallbackAccount !== undefined) fallbacks.set(one.id, fallbackAccount === null ? null : fallbackOf(one, fallbackAccount));
    if (quotaGroup === undefined) continue;
    const group = quotaGroup === null ? null : groupIds.get(textKey(quotaGroup));
    if (group === undefined) complain(one.at, 'quotaGroup', `There is no quota group ${quotaGroup}, here or in the file`);
    groups.set(one.id, group ?? null);
  }
  for (const { id, at, item } of accounts) {
    if (item.settings?.fallbackAccount != null && runsInCircle(id, (next) => fallbacks.get(next) ?? null)) {
      complain(at, 'fallbackAccount', 'These fallbacks lead round in a circle; an email could be passed on for ever');
    }
  }
  return {
    faults, remarks,
    settingsOf: ({ id, item: { settings } }) => {
      if (settings === null) return null;
      const { fallbackAccount, quotaGroup, ...rest } = settings;
      return {
        ...rest, ...(fallbackAccount === undefined ? {} : { fallbackAccountId: fallbacks.get(id) ?? null }),
        ...(quotaGroup === undefined ? {} : { quotaGroupId: groups.get(id) ?? null }),
      };
    },
  };
};
