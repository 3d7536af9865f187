import { sealedColumnOf } from './account.js';
import type { SmtpAccount } from './account.js';
import { SECRET_FIELDS, secretNeeded } from './account-settings.js';
import type { SecretField } from './account-settings.js';
import type { Change } from './audit-event.js';
import type { MessageLimits } from './carriage-settings.js';
import type { Fault } from './errors.js';
import type { Grant } from './permission.js';
import type { SettingsInput } from './settings-input.js';

/**
 * What `postroom export` writes and `postroom import` reads: how an installation is set up, without secrets, people or
 * emails. Records name one another by what people call them (number, code, name), since ids differ between installations.
 */

/** The version of the format: the value of `postroom` in the file. */
export const TRANSFER_FORMAT = 1;

export interface TransferArea { readonly code: string; readonly name: string; readonly description: string | null; readonly discovered: boolean }

export interface TransferQuotaGroup extends MessageLimits { readonly name: string }

/** Settings as in the API, but for records that they name: an account by its number, a quota group by its name. */
export interface TransferSettings extends Omit<SettingsInput, 'fallbackAccountId' | 'quotaGroupId'> {
  readonly fallbackAccount?: string | null | undefined;
  readonly quotaGroup?: string | null | undefined;
}

/** `settings: null`: never posted, or nothing to say about them. A setting that is left out stays as it is. */
export interface TransferAccount {
  readonly number: string;
  readonly name: string;
  /** The account that points at the catcher; it exists only where the sandbox is on. */
  readonly sandbox: boolean;
  /** Paused by hand. Counts for new accounts only. */
  readonly paused: boolean;
  readonly settings: TransferSettings | null;
}

export interface TransferConfiguration {
  readonly enabled: boolean;
  /** Numbers of accounts. */
  readonly defaultAccount: string | null;
  readonly overrides: readonly { readonly area: string; readonly account: string }[];
  /** Left out, as in files of an older version: stays as it is. */
  readonly contentRetentionDays?: number | null | undefined;
  readonly emailRetentionDays?: number | null | undefined;
}

export interface TransferRole { readonly name: string; readonly description: string | null; readonly accessRecords: readonly Grant[] }

export interface Transfer {
  readonly areas: readonly TransferArea[];
  readonly quotaGroups: readonly TransferQuotaGroup[];
  readonly smtpAccounts: readonly TransferAccount[];
  readonly smtpConfiguration: TransferConfiguration | null;
  readonly roles: readonly TransferRole[];
}

/** A secret that somebody has to type in again: a file never carries one. */
export interface Reenter { readonly account: string; readonly name: string; readonly field: SecretField }

/** A file as read: what could be read of it, its faults, and how to say where in the file something stands. */
export interface Reading {
  readonly transfer: Transfer;
  readonly faults: readonly Fault[];
  /** From a path into {@link Transfer} to words for whoever edits the file: `line 3, column Port`. */
  readonly where: (path: readonly string[]) => string;
}

export type TransferKind = 'AREA' | 'QUOTA_GROUP' | 'SMTP_ACCOUNT' | 'SMTP_CONFIGURATION' | 'ROLE';

/** One record of an import: what it is to people, and what becomes of it. */
export interface ImportEntry {
  readonly kind: TransferKind;
  readonly label: string;
  readonly action: 'NEW' | 'UPDATED' | 'UNCHANGED';
  readonly changes: readonly Change[];
}

/** What an import came to, or would come to. */
export interface ImportReport {
  readonly entries: readonly ImportEntry[];
  readonly reenter: readonly Reenter[];
  /** Anything else that a person should read. */
  readonly remarks: readonly string[];
}

/** The secrets of an account that a copy of it would need: those that are stored, and the one that is missing already. */
export const secretsToReenter = (account: SmtpAccount): Reenter[] => {
  const fields = new Set(SECRET_FIELDS.filter((field) => account[sealedColumnOf(field)] !== null));
  for (const { field } of secretsMissing(account)) fields.add(field);
  return [...fields].map((field) => ({ account: account.number, name: account.name, field }));
};

/** The secret that an account lacks, as {@link secretsToReenter} lists them; empty when it lacks none. */
export const secretsMissing = (account: SmtpAccount): Reenter[] => {
  const needed = account.settings === null ? null : secretNeeded(account.settings);
  return account.missesSecret && needed !== null ? [{ account: account.number, name: account.name, field: needed }] : [];
};
