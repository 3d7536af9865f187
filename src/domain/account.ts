import type { AccountSettings, SecretField } from './account-settings.js';
import { addressKey, domainOf } from './address.js';
import { asciiDomain } from './domain-name.js';
import { secretNeeded, senderOf } from './account-settings.js';

/** The property of an account that holds a secret, sealed. */
export const sealedColumnOf = (field: SecretField): `${SecretField}Sealed` => `${field}Sealed`;

/** Why an account stands still: a person paused it, or a fault of log-on or relay did (with the diagnosis' id). */
export type PauseReason = 'BY_HAND' | 'FAULT';

/**
 * An SMTP account record. `settings` are the posted ones, in force; null until the first post. Secrets are held sealed
 * (see storage/secret-box.ts): this class never sees one in the clear. `sandbox` marks the account whose mail the
 * catcher on this machine takes: nothing leaves the house through it.
 */
export class SmtpAccount {
  id!: string;
  number!: string;
  /** The number in lower case: what must be unique. */
  numberKey!: string;
  /** The number so written that text order is natural order (`A2` before `A10`). */
  numberSort!: string;
  name!: string;
  nameKey!: string;
  settings: AccountSettings | null = null;
  /** Number, name, server and From, normalised: what the text filter looks in. */
  searchKey!: string;
  passwordSealed: string | null = null;
  sendGridApiKeySealed: string | null = null;
  oauthClientSecretSealed: string | null = null;
  oauthPrivateKeySealed: string | null = null;
  sandbox = false;
  /** Whether messages are counted: it has limits of its own, or shares a quota. Follows from the settings, as the next two. */
  limited = false;
  fallbackId: string | null = null;
  quotaGroupId: string | null = null;
  pausedAt: number | null = null;
  pauseReason: PauseReason | null = null;
  pauseDiagnosisId: string | null = null;
  createdById: string | null = null;
  createdAt!: number;
  updatedAt!: number;
  version = 1;

  constructor(values: Partial<SmtpAccount> = {}) {
    Object.assign(this, values);
  }

  /** Whether emails may go: posted and not paused. */
  get usable(): boolean {
    return this.settings !== null && this.pausedAt === null;
  }

  /** Whether a needed secret is missing, which the list can be filtered by. */
  get missesSecret(): boolean {
    const needed = this.settings === null ? null : secretNeeded(this.settings);
    if (needed === null || this[sealedColumnOf(needed)] !== null) return false;
    return needed !== 'sendGridApiKey' || this.passwordSealed === null;
  }
}

/** What a log, a route or an override shows of an account: needs no right on SMTP accounts. */
export interface SmtpAccountRef { readonly id: string; readonly number: string; readonly name: string }

export const refOf = (account: SmtpAccount): SmtpAccountRef => ({ id: account.id, number: account.number, name: account.name });

/**
 * Whether an address may stand in From on this account: its own From, an allowed address, or one of an allowed domain.
 * Domains are compared in their ASCII form, so that `münchen.example` and `xn--mnchen-3ya.example` are one.
 */
export const mayStandInFrom = (settings: AccountSettings, address: string): boolean => {
  const wanted = addressKey(address);
  const own = senderOf(settings).address;
  return (own !== null && addressKey(own) === wanted)
    || settings.allowedFrom.some((allowed) => allowed.includes('@') ? addressKey(allowed) === wanted : asciiDomain(allowed) === domainOf(wanted));
};
