import type { AccountSettings, SecretField } from '../../domain/account-settings.js';
import { BLANK_SETTINGS } from '../../domain/account-settings.js';
import type { SmtpAccount } from '../../domain/account.js';
import { sealedColumnOf } from '../../domain/account.js';
import type { SettingsInput } from '../../domain/settings-input.js';
import { secretBinding } from '../../domain/settings-input.js';
import type { Opened, SecretBox } from '../../storage/secret-box.js';

/** What people call the secrets of an account. */
export const SECRET_WORDS: Readonly<Record<SecretField, string>> = {
  password: 'password', sendGridApiKey: 'SendGrid API key', oauthClientSecret: 'OAuth client secret', oauthPrivateKey: 'private key of the service account',
};

/** A secret that is needed is not stored, as after an import. Whatever tries to log on meets it as the code says. */
export class SecretMissing extends Error {
  override readonly name = 'SecretMissing';
  readonly code = 'ENOAUTH';

  constructor(field: SecretField) {
    super(`Missing credentials: no ${SECRET_WORDS[field]} is stored`);
  }
}

/** Opens a stored secret for the given settings; unreadable when they differ in anything that the secret is bound to. */
export const openSecret = (box: SecretBox, account: SmtpAccount, field: SecretField, settings: AccountSettings): Opened =>
  box.open(account[sealedColumnOf(field)], secretBinding(account.id, field, settings));

/** The secret for settings that lie over the posted ones: the one typed, else the stored one where it may be used. */
export const secretFor = (box: SecretBox, account: SmtpAccount, field: SecretField, after: AccountSettings, input: SettingsInput): Opened => {
  const typed = input[field];
  if (typed === null) return { state: 'NONE' };
  // A form that was loaded without the secret posts its field blank: that keeps what is stored.
  return typed === undefined || typed === '' ? openSecret(box, account, field, after) : { state: 'OPENED', secret: typed };
};

/** What is known of a stored secret, for people: whether there is one, and whether it can still be opened. */
export const secretState = (box: SecretBox, account: SmtpAccount, field: SecretField): 'NONE' | 'STORED' | 'UNREADABLE' => {
  const { state } = openSecret(box, account, field, account.settings ?? BLANK_SETTINGS);
  return state === 'OPENED' ? 'STORED' : state;
};
