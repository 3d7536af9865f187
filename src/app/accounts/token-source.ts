import { createHash } from 'node:crypto';
import type { AccountSettings, SecretField } from '../../domain/account-settings.js';
import { authenticationInForce, mailboxOf, secretNeeded } from '../../domain/account-settings.js';
import type { SmtpAccount } from '../../domain/account.js';
import { sealedColumnOf } from '../../domain/account.js';
import { secretBinding } from '../../domain/settings-input.js';
import type { TokenSource } from '../../doors/token-source.js';
import type { OpenedSecrets } from './destination.js';
import { SecretMissing } from './secrets.js';

/** Whether emails of these settings log on by an access token. */
export const usesToken = (settings: AccountSettings): boolean => !settings.useSendGrid && authenticationInForce(settings) === 'OAUTH2';

/** As whom tokens are fetched for settings that are complete. Throws SecretMissing. */
export const tokenSourceOf = (settings: AccountSettings, secrets: OpenedSecrets): TokenSource => {
  const needed = (field: SecretField): string => {
    const secret = secrets[field];
    if (secret === null || secret === '') throw new SecretMissing(field);
    return secret;
  };
  return settings.oauthProvider === 'GOOGLE'
    ? { provider: 'GOOGLE', clientEmail: settings.oauthClientEmail ?? '', privateKey: needed('oauthPrivateKey'), mailbox: mailboxOf(settings) ?? '' }
    : { provider: 'MICROSOFT', tenant: settings.oauthTenantId ?? '', clientId: settings.oauthClientId ?? '', clientSecret: needed('oauthClientSecret') };
};

/** What a kept token is sealed for, and what it was fetched with: another secret, or settings that count, make it another's. */
export const tokenSealOf = (account: SmtpAccount, settings: AccountSettings): { readonly binding: string; readonly fingerprint: string } => {
  const field = secretNeeded(settings) ?? 'oauthClientSecret';
  const bound = secretBinding(account.id, field, settings);
  const fingerprint = createHash('sha256').update(`${bound}\n${account[sealedColumnOf(field)] ?? ''}`).digest('hex');
  return { binding: JSON.stringify({ accountId: account.id, field: 'accessToken', fingerprint }), fingerprint };
};
