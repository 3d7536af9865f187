import { startPostfix } from '../../support/postfix.js';
import { INSIDE, LOG_ON, type CompanyMail, type Setup } from './company-mail.js';

/** Postfix in the words of the matrix. `refusal` is how it says that it does not relay; 454 is what it does by itself. */
export const startPostfixAs = (refusal: 'denied 554' | 'deferred 454') => async (setup: Setup): Promise<CompanyMail> => await startPostfix({
  tls: setup.tls, implicitTls: setup.implicitTls, submissionTlsRequired: setup.tlsRequired, clientsMustLogOn: setup.logOnRequired,
  sasl: setup.logOn ? { [LOG_ON.accountName]: LOG_ON.password } : null, relay: setup.openToUs ? 'open to us' : refusal,
  localUsers: [INSIDE, LOG_ON.accountName],
  ...(setup.messageBytesMax === null ? {} : { messageSizeLimit: setup.messageBytesMax }),
  ...(setup.ownSenderOnly ? { senderLogins: { [LOG_ON.accountName]: LOG_ON.accountName, 'boss@example.com': 'boss@example.com' } } : {}),
});
