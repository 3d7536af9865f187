import { TokenFault } from '../../domain/access-token.js';
import type { SmtpAccount } from '../../domain/account.js';
import type { DeliveryReport } from '../../domain/delivery-order.js';
import type { Stage } from '../../domain/stage.js';
import { SecretMissing } from '../accounts/secrets.js';
import { SecretUnreadable } from './open-secrets.js';
import { ContentPurged } from './order.js';

/** How far it came, and what the words of a fault of ours are known by. */
const placeOf = (error: unknown): { readonly stage: Stage; readonly errorCode: string } => {
  if (error instanceof TokenFault || error instanceof SecretMissing) return { stage: 'AUTH', errorCode: error.code };
  if (error instanceof SecretUnreadable) return { stage: 'AUTH', errorCode: 'SECRET_UNREADABLE' };
  return { stage: 'DNS', errorCode: error instanceof ContentPurged ? 'ECONTENTPURGED' : 'EORDER' };
};

/** Whether an error says why there is no token to log on with: anything else while one is found, as of the database, is a failure of ours and no fault of the account. */
export const isTokenLack = (error: unknown): boolean => error instanceof TokenFault || error instanceof SecretMissing || error instanceof SecretUnreadable;

/** A try that ended before the mail server was called. */
export const notTried = (error: unknown, { settings }: Pick<SmtpAccount, 'settings'>): DeliveryReport => ({
  outcome: 'REFUSED', recipients: [], retryAfterSeconds: error instanceof TokenFault ? error.retryAfterSeconds : null, latencyMs: 0, providerMessageId: null,
  evidence: {
    ...placeOf(error), code: null, enhancedCode: null, reply: null, errorMessage: error instanceof Error ? error.message : String(error),
    host: settings?.server ?? null, port: settings?.port ?? null, banner: null, capabilities: [],
  },
});
