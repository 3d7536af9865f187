import { changesBetween } from '../../domain/audit-event.js';
import type { Override } from '../../domain/configuration.js';
import { layOverConfiguration, retentionFaults } from '../../domain/configuration-input.js';
import type { Fault } from '../../domain/errors.js';
import { textKey } from '../../domain/normalise.js';
import type { ImportEntry, TransferConfiguration } from '../../domain/transfer.js';
import type { Edited } from '../configuration/put-in-force.js';
import type { World } from './plan.js';
import { invalid, repeated } from './plan.js';

const KIND = 'smtpConfiguration';

/** What a number in the configuration leads to: an account as it will be, or one that was left out of the import. */
export interface AccountsByNumber {
  readonly accounts: ReadonlyMap<string, { readonly id: string; readonly posted: boolean }>;
  readonly leftOut: ReadonlySet<string>;
}

export interface ConfigurationPlan {
  readonly faults: readonly Fault[];
  readonly remarks: readonly string[];
  readonly entry: ImportEntry;
  readonly edited: Edited;
}

const readable = (configuration: Edited, numbers: ReadonlyMap<string, string>) => ({
  enabled: configuration.enabled,
  defaultAccount: configuration.defaultAccountId === null ? null : numbers.get(configuration.defaultAccountId),
  contentRetentionDays: configuration.contentRetentionDays, emailRetentionDays: configuration.emailRetentionDays,
  ...Object.fromEntries(configuration.overrides.map(({ area, accountId }) => [`override ${area}`, numbers.get(accountId)])),
});

/** The configuration is replaced as a whole, as a post in the console would. */
export const planConfiguration = (item: TransferConfiguration, world: World, { accounts, leftOut }: AccountsByNumber, areaCodes: ReadonlySet<string>): ConfigurationPlan => {
  const faults: Fault[] = [];
  const remarks: string[] = [];
  const idOf = (number: string, use: string, ...path: (string | number)[]): string | null => {
    const account = accounts.get(textKey(number));
    if (account?.posted === false) faults.push({ ...invalid(`Account ${number} has no posted settings yet`, KIND, ...path), code: 'NOT_POSTED' });
    if (account !== undefined) return account.id;
    if (leftOut.has(textKey(number))) remarks.push(`${use} was left out with account ${number}; choose another account`);
    else faults.push(invalid(`There is no SMTP account ${number}, here or in the file`, KIND, ...path));
    return null;
  };
  const defaultAccountId = item.defaultAccount === null ? null : idOf(item.defaultAccount, 'The default account', 'defaultAccount');
  const overrides = item.overrides.flatMap(({ area, account }, at): Override[] => {
    if (!areaCodes.has(area)) faults.push(invalid(`There is no area ${area}, here or in the file`, KIND, 'overrides', at, 'area'));
    const accountId = idOf(account, `The override of ${area}`, 'overrides', at, 'account');
    return accountId === null ? [] : [{ area, accountId }];
  }).toSorted((one, other) => (one.area < other.area ? -1 : 1));
  for (const at of repeated(item.overrides.map(({ area }) => area))) faults.push(invalid('This area has an override already', KIND, 'overrides', at, 'area'));
  const { configuration } = world;
  const numbers = new Map([...accounts].map(([number, { id }]) => [id, number]));
  const retention = { contentRetentionDays: item.contentRetentionDays, emailRetentionDays: item.emailRetentionDays };
  faults.push(...retentionFaults(retention, configuration, [KIND]));
  const { contentRetentionDays, emailRetentionDays } = layOverConfiguration(configuration, retention);
  const edited: Edited = { enabled: item.enabled, defaultAccountId, overrides, contentRetentionDays, emailRetentionDays };
  const changes = changesBetween(readable(configuration, numbers), readable(edited, numbers));
  return {
    faults, remarks, edited,
    entry: { kind: 'SMTP_CONFIGURATION', label: 'SMTP configuration', action: changes.length > 0 ? 'UPDATED' : 'UNCHANGED', changes },
  };
};
