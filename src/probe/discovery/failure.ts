import { ConnectRefused } from '../../doors/connect.js';
import { AnswerRefused } from '../../doors/https-get.js';

const WORDS: Readonly<Record<string, string>> = {
  ESERVFAIL: 'the DNS server failed', EREFUSED: 'the DNS server refused to answer', ETIMEOUT: 'the DNS server did not answer in time', ECONNREFUSED: 'the connection was refused',
  EAI_AGAIN: 'the DNS server did not answer', ECONNRESET: 'the connection was cut off', ETIMEDOUT: 'there was no connection in time', EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it', EBADNAME: 'the name is too long to be asked for', ECANCELLED: 'it took too long',
};

/**
 * Why a place could not be asked, in words. What a certificate holds is not among them: a name of somebody's choosing may lead to a
 * server that is none of the caller's business.
 */
export const failureInWords = (error: unknown): string => {
  if (error instanceof ConnectRefused || error instanceof AnswerRefused) return error.message;
  const { code, name } = Object(error) as { code?: unknown; name?: unknown };
  if (name === 'TimeoutError' || name === 'AbortError') return 'it took too long';
  const words = Object.hasOwn(WORDS, String(code)) ? WORDS[String(code)] : undefined;
  if (words !== undefined) return words;
  return /CERT|TLS|SSL|ALTNAME|SIGNATURE|EPROTO/.test(String(code)) ? 'no trusted encrypted connection could be made' : 'it could not be asked';
};

/** Whether an error only says that there is no such name: most domains have no web server for this. */
export const isNoSuchName = (error: unknown): boolean => ['ENOTFOUND', 'ENODATA'].includes(String(Object(error).code));
