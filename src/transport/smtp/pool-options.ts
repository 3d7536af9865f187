import { isIP } from 'node:net';
import type { SMTPPoolOptions } from 'nodemailer';
import type { Destination } from '../../domain/delivery-order.js';
import type { SmtpLimits } from './limits.js';
import { TOKEN_LOG_ON, type LogOnContext } from './xoauth2.js';

/** An SMTP server among the destinations. */
export type SmtpDestination = Extract<Destination, { kind: 'SMTP' }>;

/**
 * What each kind of security means to nodemailer. STARTTLS and TLS verify the certificate and never go on without;
 * OPPORTUNISTIC takes any encryption over none (RFC 7435 section 3), and when the server offers STARTTLS and then
 * refuses it goes on in the clear only if there is no password to lose.
 */
const protection = ({ security, authentication }: SmtpDestination): SMTPPoolOptions => {
  if (security === 'TLS') return { secure: true };
  if (security === 'STARTTLS') return { requireTLS: true };
  return security === 'NONE' ? { ignoreTLS: true } : { opportunisticTLS: authentication === 'NONE' };
};

/** Logs one connection on by the token that is the account's at that moment. */
export type TokenLogOn = (context: LogOnContext) => Promise<void>;

/**
 * The options of the pool for one account. Where TLS is certain the log-on is tried even if the server does not offer
 * it, so that its own words come back; in the clear a password goes only to a server that asks for one, and a token never.
 */
export const poolOptions = (
  destination: SmtpDestination, limits: SmtpLimits, ehloName: string | null, logOn: TokenLogOn,
): SMTPPoolOptions => {
  const { security, authentication, accountName, password, server } = destination;
  const verified = security === 'TLS' || security === 'STARTTLS';
  return {
    pool: true,
    host: server,
    port: destination.port,
    secure: false,
    ...protection(destination),
    ...(authentication === 'PASSWORD'
      ? { auth: { user: accountName ?? '', pass: password ?? '' }, forceAuth: verified }
      : {}),
    ...(authentication === 'OAUTH2'
      ? { auth: { type: 'CUSTOM', method: TOKEN_LOG_ON, user: accountName ?? '', pass: '' }, customAuth: { [TOKEN_LOG_ON]: logOn }, forceAuth: true }
      : {}),
    tls: {
      minVersion: 'TLSv1.2',
      rejectUnauthorized: verified,
      // RFC 6066 section 3: a server name is a DNS name. Without one, Node checks the certificate against the address.
      ...(isIP(server) === 0 ? { servername: server } : {}),
    },
    ...(ehloName === null ? {} : { name: ehloName }),
    maxRequeues: 0,
    connectionTimeout: limits.connectMs + 2 * limits.greetingMs,
    greetingTimeout: limits.greetingMs,
    socketTimeout: limits.socketMs,
    maxResponseSize: limits.replyBytesMax,
    socketCloseTimeout: limits.closeMs,
    idleTimeout: limits.idleMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
};
