import { challengeWords, withChallenge, xoauth2Response } from '../../domain/access-token.js';
import type { AccessToken } from '../../domain/access-token.js';

/** The part that is used of what nodemailer gives to a log-on of our own. */
export interface LogOnContext {
  readonly authMethods: readonly string[];
  readonly sendCommand: (command: string) => Promise<{ readonly response: string }>;
}

/**
 * The name under which nodemailer finds the log-on. Not XOAUTH2: under that name it would prefer its own, or a password,
 * where there is no token generator of its own kind.
 */
export const TOKEN_LOG_ON = 'POSTROOM-XOAUTH2';

/** The server said no to a token; its challenge, decoded, stands behind its last reply. */
class TokenRefused extends Error {
  readonly code = 'EXOAUTH2';
  readonly said: string;

  constructor(said: string) {
    super('The access token was refused');
    this.said = said;
  }
}

/** There is no way to log on by a token. */
class NotOffered extends Error {
  readonly code = 'ENOXOAUTH2';
}

/** What a server said at a log-on by token, if this is an error of one. */
export const saidOfToken = (error: unknown): string | null => {
  const { said } = Object(error) as { said?: unknown };
  return typeof said === 'string' ? said : null;
};

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/**
 * Logs on by XOAUTH2. A server that refuses the token answers 334 with its reason, waits for an empty line, and gives its
 * reply then (https://developers.google.com/workspace/gmail/imap/xoauth2-protocol#error_response_2). nodemailer's own
 * would ask for another token in between and throws the reason away.
 */
export const logOnByToken = async ({ authMethods, sendCommand }: LogOnContext, user: string, token: AccessToken): Promise<void> => {
  if (!authMethods.includes('XOAUTH2')) {
    throw new NotOffered(`The server does not offer to log on by OAuth 2.0 (it offers ${authMethods.join(', ') || 'no log-on'})`);
  }
  const first = await sendCommand(`AUTH XOAUTH2 ${base64(xoauth2Response(user, token.value))}`);
  if (first.response.startsWith('235')) return;
  if (!first.response.startsWith('334')) throw new TokenRefused(first.response);
  const challenge = challengeWords(first.response, (encoded) => Buffer.from(encoded, 'base64').toString('utf8'));
  const last = await sendCommand('');
  if (last.response.startsWith('235')) return;
  throw new TokenRefused(withChallenge(last.response, challenge));
};

/** Every spelling in which a log-on sends a token. */
export const tokenSecrets = (user: string | null, token: string): readonly string[] => {
  const encoded = base64(xoauth2Response(user ?? '', token)).replace(/=+$/, '');
  return [encoded, base64(token).replace(/=+$/, ''), token];
};
