import type { AccountSettings, SecretField } from '../../domain/account-settings.js';
import { SECRET_FIELDS } from '../../domain/account-settings.js';
import type { SmtpAccount } from '../../domain/account.js';
import type { SecretBox } from '../../storage/secret-box.js';
import type { OpenedSecrets } from '../accounts/destination.js';
import { openSecret, SECRET_WORDS } from '../accounts/secrets.js';

/** A stored secret was there and could not be opened: the email must not go without, nor be taken for one without. */
export class SecretUnreadable extends Error {
  override readonly name = 'SecretUnreadable';
}

/** Opens the stored secrets of these fields; the others are null. Throws SecretUnreadable. */
export const openForUse = (box: SecretBox, account: SmtpAccount, settings: AccountSettings, fields: readonly SecretField[]): OpenedSecrets => {
  const opened = (field: SecretField): string | null => {
    if (!fields.includes(field)) return null;
    const secret = openSecret(box, account, field, settings);
    if (secret.state === 'UNREADABLE') throw new SecretUnreadable(`The stored ${SECRET_WORDS[field]} cannot be decrypted`);
    return secret.state === 'OPENED' ? secret.secret : null;
  };
  return Object.fromEntries(SECRET_FIELDS.map((field) => [field, opened(field)])) as unknown as OpenedSecrets;
};
