import type { AccountSettings, SecretField } from '../../domain/account-settings.js';
import { BLANK_SETTINGS, SECRET_FIELDS } from '../../domain/account-settings.js';
import { sealedColumnOf, SmtpAccount } from '../../domain/account.js';
import type { Change } from '../../domain/audit-event.js';
import { changesBetween, secretChange } from '../../domain/audit-event.js';
import type { Fault } from '../../domain/errors.js';
import { textKey } from '../../domain/normalise.js';
import type { SettingsInput } from '../../domain/settings-input.js';
import { layOver, postFaults, secretBinding, settingsFaults } from '../../domain/settings-input.js';
import type { ImportEntry, Reenter, TransferAccount } from '../../domain/transfer.js';
import { secretsMissing } from '../../domain/transfer.js';
import { setAccountKeys } from '../../storage/account.store.js';
import { nameFaults, numberFaults } from '../accounts/number-and-name.js';
import { referencesOf } from './account-references.js';
import type { Plan, Planned, World } from './plan.js';
import { invalid, nameClashes, repeated } from './plan.js';

const KIND = 'smtpAccounts';

/** An account that is planned, and whether it will have settings in force. */
export interface PlannedAccount extends Planned<SmtpAccount> { readonly posted: boolean }

/** An account of the file, with the id that it has or will have, and with ids for what its settings name. */
type Item = Omit<TransferAccount, 'settings'> & { readonly id: string; readonly settings: SettingsInput | null };

/** The settings in force after the import; null: still none. What the file does not say stays as it is. */
const settingsAfter = (item: Item, existing: SmtpAccount | undefined): AccountSettings | null =>
  (item.settings === null ? existing?.settings ?? null : layOver(existing?.settings ?? BLANK_SETTINGS, item.settings));

/** A real account never turns into the sandbox or back: mail that should leave would be caught, or the other way round. */
const sandboxFaults = (item: Item, existing: SmtpAccount | undefined, at: number): Fault[] => {
  if (existing === undefined || existing.sandbox === item.sandbox) return [];
  const message = existing.sandbox
    ? `Number ${existing.number} is the sandbox here; give the account another number`
    : `Number ${existing.number} is the sandbox in the file and a real account here; take it out of the file`;
  return [invalid(message, KIND, at, 'number')];
};

const faultsOf = (item: Item, existing: SmtpAccount | undefined, at: number): Fault[] => {
  const path = [KIND, String(at)];
  const after = settingsAfter(item, existing);
  return [
    ...numberFaults(item.number, [...path, 'number']), ...nameFaults(item.name, [...path, 'name']), ...sandboxFaults(item, existing, at),
    // No file carries a secret, so one that is missing is no fault: it is listed as to be entered.
    ...(after === null ? [] : [...settingsFaults(after, {}, [...path, 'settings']), ...postFaults(after, () => true, [...path, 'settings'])]),
  ];
};

/** Stored secrets that the new settings may not use, since what they are bound to changed. */
const secretsDropped = (existing: SmtpAccount | undefined, after: AccountSettings | null): SecretField[] => {
  if (existing === undefined || after === null) return [];
  const before = existing.settings ?? BLANK_SETTINGS;
  return SECRET_FIELDS.filter((field) => existing[sealedColumnOf(field)] !== null
    && secretBinding(existing.id, field, before) !== secretBinding(existing.id, field, after));
};

const planOne = (item: Item, existing: SmtpAccount | undefined, world: World): PlannedAccount => {
  const record = existing ?? new SmtpAccount({ id: item.id, number: item.number, sandbox: item.sandbox, createdAt: world.now, version: 0 });
  const name = item.name.trim();
  const after = settingsAfter(item, existing);
  const dropped = secretsDropped(existing, after);
  const changes: Change[] = [
    ...(existing === undefined ? [{ field: 'number', before: null, after: item.number }] : []),
    ...changesBetween({ name: existing?.name, ...existing?.settings }, { name, ...after }), ...dropped.map(secretChange),
  ];
  const action = existing === undefined ? 'NEW' : changes.length > 0 ? 'UPDATED' : 'UNCHANGED';
  const entry: ImportEntry = { kind: 'SMTP_ACCOUNT', label: `SMTP account ${record.number} ${name}`, action, changes };
  return {
    entry, record, posted: after !== null, renamed: existing !== undefined && existing.nameKey !== textKey(name),
    write: () => {
      record.name = name;
      record.settings = after;
      for (const field of dropped) record[sealedColumnOf(field)] = null;
      if (existing === undefined && item.paused) Object.assign(record, { pausedAt: world.now, pauseReason: 'BY_HAND' });
      record.version += 1;
      record.updatedAt = world.now;
      setAccountKeys(record);
    },
  };
};

/** The secrets that somebody has to enter once the import is through: those that are missing then, and those it drops. */
const secretsToEnter = (item: Item, existing: SmtpAccount | undefined): Reenter[] => {
  const settings = settingsAfter(item, existing);
  const dropped = secretsDropped(existing, settings);
  const kept = (field: SecretField): string | null => (dropped.includes(field) ? null : existing?.[sealedColumnOf(field)] ?? null);
  const after = new SmtpAccount({
    number: existing?.number ?? item.number, name: item.name.trim(), settings,
    ...Object.fromEntries(SECRET_FIELDS.map((field) => [sealedColumnOf(field), kept(field)])),
  });
  const missing = secretsMissing(after);
  const others = dropped.filter((field) => !missing.some((one) => one.field === field));
  return [...missing, ...others.map((field) => ({ account: after.number, name: after.name, field }))];
};

/**
 * Accounts are matched by number. An import changes names and settings, never a secret: see docs/decisions. `quotaGroups`
 * are those of the file, which accounts may name by theirs.
 */
export const planAccounts = (
  transfers: readonly TransferAccount[], quotaGroups: readonly { readonly id: string; readonly name: string }[], world: World,
): Plan<SmtpAccount, PlannedAccount> => {
  const byNumber = new Map(world.accounts.map((account) => [account.numberKey, account]));
  const existingOf = ({ number }: Pick<TransferAccount, 'number'>): SmtpAccount | undefined => byNumber.get(textKey(number));
  const leftOut = (item: Pick<TransferAccount, 'number' | 'sandbox'>): boolean => item.sandbox && !world.sandboxOn && existingOf(item) === undefined;
  const identified = transfers.map((item, at) => ({ id: existingOf(item)?.id ?? world.newId(), at, item }));
  const references = referencesOf(world, {
    accounts: identified.filter(({ item }) => !leftOut(item)), quotaGroups, leftOut: new Set(transfers.filter(leftOut).map(({ number }) => textKey(number))),
  });
  const items = identified.map((one): Item => ({ ...one.item, id: one.id, settings: references.settingsOf(one) }));
  const plans = items.filter((item) => !leftOut(item))
    .map((item) => ({ item, existing: existingOf(item), planned: planOne(item, existingOf(item), world) }));
  return {
    faults: [
      ...repeated(items.map(({ number }) => number)).map((at) => invalid(`Number ${items[at]?.number} is in the file twice`, KIND, at, 'number')),
      ...nameClashes(KIND, items.map((item) => ({ name: item.name, self: existingOf(item)?.id ?? null })), world.accounts),
      ...items.flatMap((item, at) => faultsOf(item, existingOf(item), at)), ...references.faults,
    ],
    planned: plans.map(({ planned }) => planned),
    reenter: plans.flatMap(({ item, existing }) => secretsToEnter(item, existing)),
    remarks: [
      ...items.filter(leftOut).map((item) => `SMTP account ${item.number} ${item.name} was left out: it is the sandbox, which is off here`),
      ...references.remarks,
    ],
  };
};
