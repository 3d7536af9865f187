/** The server's words are kept up to here, in characters. */
export const REPLY_LENGTH_MAX = 1_000;

const MASK = '••••••';

/** An error's own words, else its code: Node joins the failures of several addresses in an error without words. */
export const wordsOf = (error: unknown): string => {
  const { message, code, errors } = Object(error) as { message?: unknown; code?: unknown; errors?: unknown };
  if (typeof message === 'string' && message !== '') return message;
  if (Array.isArray(errors) && errors.length > 0) return errors.map(wordsOf).join('; ');
  return typeof code === 'string' ? code : 'An error without words';
};

/** The code of a reply (RFC 5321 section 4.2.1); null where it begins with none, and so is no reply. */
export const codeOf = (reply: string): number | null => Number(/^[2-5]\d\d(?!\d)/.exec(reply)?.[0]) || null;

/** The enhanced status code of a reply (RFC 3463, RFC 2034), such as `5.7.1`; null where there is none. */
export const enhancedCodeOf = (reply: string): string | null =>
  /^(?:[2-5]\d\d[ -])?\s{0,3}#?([245]\.\d{1,3}\.\d{1,3})(?=\s|$)/.exec(reply)?.[1] ?? null;

/** Every spelling in which a log-on sends a secret (RFC 4616, RFC 4954), longest first; none without a secret. */
export const secretsOf = (accountName: string | null, secret: string | null): readonly string[] => {
  if (secret === null || secret === '') return [];
  const sent = [`\0${accountName ?? ''}\0${secret}`, secret];
  const encoded = sent.map((text) => Buffer.from(text).toString('base64').replace(/=+$/, ''));
  return [...encoded, secret].sort((one, other) => other.length - one.length);
};

/**
 * A reply or an error's words as they may be kept: one line, later lines without the code that they repeat, control
 * characters gone, secrets masked (the mask has one length), at most 1,000 characters.
 */
export const inOneLine = (words: string, secrets: readonly string[]): string => {
  const [first = '', ...rest] = words.split(/\r?\n/);
  const repeated = /^([2-5]\d\d)[ -](\d\.\d{1,3}\.\d{1,3}(?=\s|$))?/;
  const joined = [first.replace(/^([2-5]\d\d)-/, '$1 '), ...rest.map((line) => line.replace(repeated, ''))].join(' ');
  const clean = secrets.reduce((text, secret) => text.replaceAll(secret, MASK), joined);
  return clean.replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, REPLY_LENGTH_MAX);
};
