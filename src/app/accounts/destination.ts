import type { AccountSettings, SecretField } from '../../domain/account-settings.js';
import { authenticationInForce, logOnNameOf, securityInForce } from '../../domain/account-settings.js';
import type { SmtpAccount } from '../../domain/account.js';
import type { Destination } from '../../domain/delivery-order.js';

/** Secrets in the clear, as far as there are any. */
export type OpenedSecrets = Readonly<Record<SecretField, string | null>>;

/**
 * Where and as whom to hand over, for settings that are complete. The sandbox account always leads to the catcher on this
 * machine, whatever its settings say, so that no settings can use its way through the doors for another local port. Null:
 * the account is the sandbox and no catcher runs.
 */
export const destinationOf = (
  { id, version, sandbox }: SmtpAccount, settings: AccountSettings, secrets: OpenedSecrets, sandboxPort: number | null,
): Destination | null => {
  const account = { accountId: id, accountVersion: version };
  if (sandbox) {
    return sandboxPort === null ? null : {
      ...account, kind: 'SMTP', server: '127.0.0.1', port: sandboxPort, security: 'NONE', authentication: 'NONE', accountName: null, password: null, sandbox,
    };
  }
  if (settings.useSendGrid) return { ...account, kind: 'SENDGRID', apiKey: secrets.sendGridApiKey ?? secrets.password ?? '' };
  const authentication = authenticationInForce(settings);
  return {
    ...account, kind: 'SMTP', server: settings.server ?? '', port: settings.port ?? 0, security: securityInForce(settings), authentication, sandbox,
    accountName: logOnNameOf(settings), password: authentication === 'PASSWORD' ? secrets.password : null,
  };
};
