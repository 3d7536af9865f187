import type { DeliveryReport } from '../../domain/delivery-order.js';
import { evidenceAt } from '../report.js';
import { inOneLine, wordsOf } from '../words.js';

/** What an error of @sendgrid/mail came to. */
export type Refusal = Pick<DeliveryReport, 'outcome' | 'evidence' | 'retryAfterSeconds'>;

type Headers = Readonly<Record<string, unknown>>;

/** Errors of @sendgrid/mail (an HTTP status as code) and of axios (Node's code), as far as they are read. */
interface RequestError {
  readonly code?: unknown;
  readonly response?: { readonly status?: unknown; readonly headers?: Headers; readonly body?: unknown };
  readonly syscall?: unknown;
  readonly cause?: unknown;
}

/** Node's and OpenSSL's codes for a connection that never carried a request. */
const NEVER_CONNECTED = new RegExp(`^(?:${[
  'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'EPROTO', 'CERT_',
  'ERR_TLS_', 'ERR_SSL_', 'DEPTH_ZERO_', 'SELF_SIGNED_', 'UNABLE_TO_',
].join('|')})`);

const secondsOf = (headers: Headers, nowMs: number): number | null => {
  const retryAfter = headers['retry-after'];
  const inSeconds = Number(retryAfter ?? Number.NaN);
  // RFC 9110 section 10.2.3: seconds or a date. X-RateLimit-Reset is a UNIX time in seconds.
  const atMs = typeof retryAfter === 'string' ? Date.parse(retryAfter) : Number(headers['x-ratelimit-reset']) * 1_000;
  const seconds = Number.isNaN(inSeconds) ? Math.ceil((atMs - nowMs) / 1_000) : inSeconds;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
};

/** `{ errors: [{ message, field, help }] }` in words, or what a gateway before SendGrid answered in its place. */
const answerOf = (body: unknown): string => {
  const errors: unknown = Object(body).errors;
  if (Array.isArray(errors)) return errors.map((error: unknown) => String(Object(error).message ?? '')).join(' ');
  return typeof body === 'string' ? body : '';
};

/**
 * Translates a failed request. An HTTP answer is a definite no; a connection that was never made too. A connection that
 * was lost, or a timeout, after the request may have been written leaves it unknown whether SendGrid took the email.
 */
export const refusalOf = (error: unknown, host: string, secrets: readonly string[], nowMs: number): Refusal => {
  const { code, response, syscall, cause } = Object(error) as RequestError;
  const status = typeof code === 'number' ? code : response?.status;
  if (typeof status === 'number') {
    const words = `${status} ${answerOf(response?.body) || wordsOf(error)}`;
    return {
      outcome: 'REFUSED',
      evidence: evidenceAt('PROVIDER_API', { code: status, reply: inOneLine(words, secrets), host }),
      retryAfterSeconds: secondsOf(response?.headers ?? {}, nowMs),
    };
  }
  const errorCode = typeof code === 'string' ? code : 'EUNEXPECTED';
  const connecting = ['connect', 'getaddrinfo'].includes(String(syscall ?? Object(cause).syscall));
  return {
    outcome: connecting || NEVER_CONNECTED.test(errorCode) ? 'REFUSED' : 'UNKNOWN',
    evidence: evidenceAt('PROVIDER_API', {
      errorCode, errorMessage: inOneLine(wordsOf(cause ?? error), secrets), host,
    }),
    retryAfterSeconds: null,
  };
};
