import type { Reenter, Transfer, TransferSettings } from '../../domain/transfer.js';
import { secretsToReenter, TRANSFER_FORMAT } from '../../domain/transfer.js';
import { RECORD_TYPES } from '../../domain/permission.js';
import type { AccountSettings } from '../../domain/account-settings.js';
import type { Installation } from '../../storage/transfer.store.js';
import { installation } from '../../storage/transfer.store.js';
import type { Outcome } from '../change.js';
import { change } from '../change.js';
import { COMMAND } from '../first-start.js';
import type { House } from '../house.js';

/** The file: its version first, then the records, and last the secrets that it does not carry. */
export interface Exported extends Transfer {
  readonly postroom: typeof TRANSFER_FORMAT;
  readonly exportedAt: string;
  readonly reenter: readonly Reenter[];
}

/** The installation as records that name one another by number, code and name. */
export const transferOf = ({ areas, accounts, configuration, roles, quotaGroups }: Installation): Transfer => {
  const numberOf = (id: string | null): string | null => accounts.find((account) => account.id === id)?.number ?? null;
  const settingsOf = ({ fallbackAccountId, quotaGroupId, ...settings }: AccountSettings): TransferSettings => ({
    ...settings, fallbackAccount: numberOf(fallbackAccountId), quotaGroup: quotaGroups.find(({ id }) => id === quotaGroupId)?.name ?? null,
  });
  return {
    areas: areas.map(({ code, name, description, discovered }) => ({ code, name, description, discovered })),
    quotaGroups: quotaGroups.map(({ name, messagesPerMinute, messagesPerHour, messagesPerDay }) => ({ name, messagesPerMinute, messagesPerHour, messagesPerDay })),
    smtpAccounts: accounts.map(({ number, name, sandbox, pauseReason, settings }) =>
      ({ number, name, sandbox, paused: pauseReason === 'BY_HAND', settings: settings === null ? null : settingsOf(settings) })),
    smtpConfiguration: {
      enabled: configuration.enabled, defaultAccount: numberOf(configuration.defaultAccountId),
      contentRetentionDays: configuration.contentRetentionDays, emailRetentionDays: configuration.emailRetentionDays,
      overrides: configuration.overrides.map(({ area, accountId }) => ({ area, account: numberOf(accountId) ?? '' })),
    },
    roles: roles.map(({ role, grants }) => ({
      name: role.name, description: role.description,
      accessRecords: grants.toSorted((one, other) => RECORD_TYPES.indexOf(one.recordType) - RECORD_TYPES.indexOf(other.recordType))
        .map(({ recordType, access, modify, add, erase, areas: limitedTo }) => ({ recordType, access, modify, add, erase, areas: limitedTo })),
    })),
  };
};

/**
 * Writes down how the installation is set up: areas, quota groups, accounts, configuration, roles with their access records. No secret
 * is in it, nor anybody's name; `reenter` lists the secrets that a copy needs typed in. The audit knows of every export.
 */
export const exportInstallation = async (house: House): Promise<Outcome<Exported>> => await change(house, COMMAND, async (desk) => {
  const found = await installation(desk.session);
  desk.audit('EXPORTED', { type: 'INSTALLATION', id: null, name: null });
  return {
    postroom: TRANSFER_FORMAT, exportedAt: new Date(desk.now).toISOString(), ...transferOf(found),
    reenter: found.accounts.flatMap(secretsToReenter),
  };
});
