import { isIP, type Socket } from 'node:net';
import { checkServerIdentity, connect, type TLSSocket } from 'node:tls';
import { ProbeFault } from './fault.js';
import type { TlsFindings } from './result.js';

/** `DNS:mail.example.com` as certificates write it, without the kind, which the name shows by itself. */
const ALT_NAME = /^(?:DNS|IP Address):/;
/** A certificate may hold any number of names; more than these nobody reads. */
const NAMES_MAX = 100;

/**
 * Shakes hands over an open connection, TLS 1.2 at least, asking for the server by its name although the connection is
 * to its checked address. The certificate is judged afterwards by {@link inspect}: a handshake broken off would not
 * show the certificate that a person has to mend. Nothing is sent before it is judged.
 */
export const handshake = (socket: Socket, server: string): Promise<TLSSocket> => {
  const done = Promise.withResolvers<TLSSocket>();
  const servername = isIP(server) === 0 ? { servername: server } : {};
  const secured = connect({ socket, host: server, minVersion: 'TLSv1.2', rejectUnauthorized: false, ...servername });
  secured.once('secureConnect', () => {
    secured.removeListener('error', done.reject);
    done.resolve(secured);
  });
  secured.once('error', done.reject);
  secured.once('close', () => done.reject(new ProbeFault('ECONNECTION', 'Connection closed unexpectedly')));
  return done.promise;
};

const nameIn = (part: { readonly CN?: unknown; readonly O?: unknown } | undefined): string => {
  const [name]: unknown[] = [part?.CN ?? part?.O].flat();
  return typeof name === 'string' ? name : '(no name)';
};

/** Node types the reason as an Error, and gives the code of one. */
const distrustOf = (socket: TLSSocket, server: string): { code: string | null; message: string | null } => {
  if (socket.authorized) return { code: null, message: null };
  const reason: unknown = socket.authorizationError;
  const code = typeof reason === 'string' ? reason : 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';
  const words = code.toLowerCase().replaceAll('_', ' ');
  if (code !== 'ERR_TLS_CERT_ALTNAME_INVALID') return { code, message: words };
  return { code, message: checkServerIdentity(server, socket.getPeerCertificate())?.message ?? words };
};

const timeOf = (text: string): number | null => {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
};

/** Reads off a finished handshake what it agreed on, and whose certificate it saw. */
export const inspect = (socket: TLSSocket, server: string): TlsFindings => {
  const certificate = socket.getPeerCertificate();
  const distrust = distrustOf(socket, server);
  return {
    protocol: socket.getProtocol() ?? 'unknown',
    cipherSuite: socket.getCipher().standardName,
    subject: nameIn(certificate.subject),
    names: (certificate.subjectaltname ?? '').split(', ').filter((name) => name !== '').slice(0, NAMES_MAX)
      .map((name) => name.replace(ALT_NAME, '')),
    issuer: nameIn(certificate.issuer),
    validFrom: timeOf(certificate.valid_from),
    validUntil: timeOf(certificate.valid_to),
    trusted: distrust.code === null,
    distrustCode: distrust.code,
    distrustMessage: distrust.message,
  };
};

/** The findings in one line for a person. */
export const describe = (found: TlsFindings): string => [
  `${found.protocol}, ${found.cipherSuite}`,
  `certificate of ${found.subject}${found.names.length > 0 ? ` (${found.names.join(', ')})` : ''}`,
  `issued by ${found.issuer}`,
  `valid until ${found.validUntil === null ? 'unknown' : new Date(found.validUntil).toISOString()}`,
  found.trusted ? 'trusted' : `not trusted: ${found.distrustMessage} (${found.distrustCode})`,
].join('; ');
