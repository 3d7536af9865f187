import type { AccessToken } from '../../domain/access-token.js';
import { refusesToken } from '../../domain/access-token.js';
import type { SmtpAccount } from '../../domain/account.js';
import type { DeliveryReport } from '../../domain/delivery-order.js';
import type { AccessTokens } from './access-tokens.js';

const tokenRefused = ({ outcome, evidence: { errorCode, code } }: DeliveryReport): boolean =>
  outcome === 'REFUSED' && errorCode === 'EXOAUTH2' && refusesToken(code);

/**
 * Sends with an access token. One that the server refuses is fetched anew once, since it may have been revoked before its
 * end; a second no stands. Nothing of a message can have left by then: a refused log-on comes before MAIL. Throws TokenFault.
 */
export const sendByToken = async (
  tokens: AccessTokens, account: SmtpAccount, send: (token: AccessToken, again: boolean) => Promise<DeliveryReport>,
): Promise<DeliveryReport> => {
  const token = await tokens.of(account);
  const report = await send(token, false);
  return tokenRefused(report) ? await send(await tokens.of(account, token.value), true) : report;
};
