import type { Security } from '../domain/account-settings.js';
import { ProbeFault } from './fault.js';
import type { SmtpSession } from './smtp-session.js';
import type { Seen } from './stage-log.js';
import type { TlsFindings } from './result.js';
import { describe, handshake, inspect } from './tls.js';

/** Encrypted, or in the clear by choice or for want of an offer. */
export type Encryption = TlsFindings | null;

/**
 * Shakes hands and judges the certificate. `verify: false` is for OPPORTUNISTIC alone (RFC 7435): encryption without
 * proof of who is there is still better than none, and the detail says so.
 */
export const encrypt = async (
  session: SmtpSession, server: string, verify: boolean, resources: DisposableStack,
): Promise<Seen<TlsFindings>> => {
  const socket = await session.secure((plain) => handshake(plain, server));
  resources.defer(() => socket.destroy());
  const found = inspect(socket, server);
  if (verify && found.distrustCode !== null) {
    throw new ProbeFault(found.distrustCode, found.distrustMessage ?? '', { detail: describe(found), certificate: found });
  }
  return { value: found, detail: describe(found), certificate: found };
};

/** STARTTLS (RFC 3207) as the account's security asks for it. */
export const startTls = async (
  session: SmtpSession, server: string, security: Security, capabilities: readonly string[], resources: DisposableStack,
): Promise<Seen<Encryption>> => {
  if (security === 'NONE') return { value: null, skipped: true, detail: 'Encryption is switched off in the settings' };
  const required = security === 'STARTTLS';
  if (!capabilities.some((line) => line.toUpperCase() === 'STARTTLS')) {
    if (required) throw new ProbeFault('EREQUIRETLS', 'Encryption is required and the server does not offer STARTTLS');
    return { value: null, skipped: true, detail: 'The server does not offer STARTTLS: nothing is encrypted' };
  }
  const answer = await session.command('STARTTLS');
  if (answer.code === 220) return encrypt(session, server, required, resources);
  if (required) throw new ProbeFault('ETLS', 'The server refused STARTTLS', { answer });
  return { value: null, answer, skipped: true, detail: 'The server refused STARTTLS: nothing is encrypted' };
};
