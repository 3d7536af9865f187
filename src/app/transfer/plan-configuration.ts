import { changesBetween } from '../../domain/audit-event.js';
import type { Override, SmtpConfiguration } from '../../domain/configuration.js';
import type { Fault } from '../../domain/errors.js';
import { textKey } from '../../domain/normalise.js';
import type { ImportEntry, TransferConfiguration } from '../../domain/transfer.js';
import type { World } from './plan.js';
import { invalid, repeated } from './plan.js';

const KIND = 'smtpConfiguration';

/** What a number in the configuration leads to: an account, or one that was left out of the import. */
export interface AccountsByNumber { readonly ids: ReadonlyMap<string, string>; readonly leftOut: ReadonlySet<string> }

export interface ConfigurationPlan {
  readonly faults: readonly Fault[];
  readonly remarks: readonly string[];
  readonly entry: ImportEntry;
  readonly write: () => void;
}

const readable = (configuration: { enabled: boolean; defaultAccountId: string | null; overrides: readonly Override[] }, numbers: ReadonlyMap<string, string>) => ({
  enabled: configuration.enabled,
  defaultAccount: configuration.defaultAccountId === null ? null : numbers.get(configuration.defaultAccountId),
  ...Object.fromEntries(configuration.overrides.map(({ area, accountId }) => [`override ${area}`, numbers.get(accountId)])),
});

/** The configuration is replaced as a whole, as a post in the console would. */
export const planConfiguration = (item: TransferConfiguration, world: World, accounts: AccountsByNumber, areaCodes: ReadonlySet<string>): ConfigurationPlan => {
  const faults: Fault[] = [];
  const remarks: string[] = [];
  const idOf = (number: string, use: string, ...path: (string | number)[]): string | null => {
    const id = accounts.ids.get(textKey(number));
    if (id !== undefined) return id;
    if (accounts.leftOut.has(textKey(number))) remarks.push(`${use} was left out with account ${number}; choose another account`);
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
  const numbers = new Map([...accounts.ids].map(([number, id]) => [id, number]));
  const after: Pick<SmtpConfiguration, 'enabled' | 'defaultAccountId' | 'overrides'> = { enabled: item.enabled, defaultAccountId, overrides };
  const changes = changesBetween(readable(configuration, numbers), readable(after, numbers));
  return {
    faults, remarks,
    entry: { kind: 'SMTP_CONFIGURATION', label: 'SMTP configuration', action: changes.length > 0 ? 'UPDATED' : 'UNCHANGED', changes },
    write: () => { Object.assign(configuration, after, { version: configuration.version + 1, updatedAt: world.now }); },
  };
};
