/** An access token (RFC 6749 section 1.4), and when it ends. Lives in memory only, or sealed. */
export interface AccessToken {
  readonly value: string;
  /** UTC milliseconds. */
  readonly expiresAt: number;
}

/** Ahead of its end a token is fetched anew: ten minutes, or a third of its life where it lives less than half an hour. */
const AHEAD_MS = 10 * 60_000;

/** From when on a token that was fetched at `fetchedAt` should be fetched anew; it can still be used until its end. */
export const renewFrom = ({ expiresAt }: AccessToken, fetchedAt: number): number =>
  expiresAt - Math.min(AHEAD_MS, Math.max(0, expiresAt - fetchedAt) / 3);

/** Why no token came. `passing`: the end point was away or overloaded, and may answer the same request later. */
export class TokenFault extends Error {
  override readonly name = 'TokenFault';
  /** As in evidence. */
  readonly code = 'EOAUTH2';
  readonly passing: boolean;
  readonly retryAfterSeconds: number | null;

  constructor(words: string, passing: boolean, retryAfterSeconds: number | null = null) {
    super(words);
    this.passing = passing;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * The one line that logs on by XOAUTH2, not yet in base64
 * (https://developers.google.com/workspace/gmail/imap/xoauth2-protocol#the_sasl_xoauth2_mechanism).
 */
export const xoauth2Response = (user: string, token: string): string => `user=${user}\u0001auth=Bearer ${token}\u0001\u0001`;

/** Replies that are about the command, and not about what it carries (RFC 5321 section 4.2.2): a mechanism that is not known, a line that is too long. */
export const COMMAND_REFUSALS: readonly number[] = [500, 501, 502, 503, 504];

/** Whether a reply to the log-on says no to the token itself: not that it could not be looked at now (4yz), nor that the command was not understood. */
export const refusesToken = (code: number | null): boolean => code !== null && code >= 500 && code < 600 && !COMMAND_REFUSALS.includes(code);

/** No reply of a server says this much about one log-on. */
const CHALLENGE_CHARACTERS_MAX = 600;

/**
 * The words of the 334 by which a server refuses a token: base64 of `{"status":"400",…}`, or what it is if it is not that.
 * `decode` reads base64 as UTF-8.
 */
export const challengeWords = (line: string, decode: (base64: string) => string): string => {
  const encoded = line.replace(/^334[ -]?/, '').trim();
  const decoded = /^[A-Za-z0-9+/]+={0,2}$/.test(encoded) ? decode(encoded) : encoded;
  return (decoded.trimStart().startsWith('{') ? decoded : encoded).slice(0, CHALLENGE_CHARACTERS_MAX);
};

/** What a server said in the end, with its challenge behind it. */
export const withChallenge = (reply: string, challenge: string | null): string =>
  (challenge === null || challenge === '' ? reply : `${reply} ${challenge}`);
