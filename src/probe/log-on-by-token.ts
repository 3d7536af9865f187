import { challengeWords, withChallenge, xoauth2Response, type AccessToken } from '../domain/access-token.js';
import { ProbeFault } from './fault.js';
import { offeredIn } from './log-on.js';
import type { Redaction } from './redaction.js';
import type { Reply } from './reply.js';
import type { SmtpSession } from './smtp-session.js';
import type { Seen } from './stage-log.js';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const decoded = (encoded: string): string => Buffer.from(encoded, 'base64').toString('utf8');

/** Whose mailbox, and what fetches a token for it. */
export interface TokenLogOn {
  readonly accountName: string | null;
  readonly fetchToken: (signal: AbortSignal) => Promise<AccessToken>;
}

const hide = (redaction: Redaction, line: string, token: string): void => {
  redaction.hide(token);
  redaction.hideEncoded(base64(token));
  redaction.hideEncoded(line);
};

/** The last reply; a 334 that says why is answered with an empty line, and its words come along. */
const attempt = async (session: SmtpSession, line: string): Promise<Reply> => {
  const first = await session.command(`AUTH XOAUTH2 ${line}`);
  if (first.code !== 334) return first;
  const last = await session.command('');
  return { ...last, text: withChallenge(last.text, challengeWords(first.lines.join(''), decoded)) };
};

/**
 * Logs on by XOAUTH2 with a token that is fetched for it: what is tested is the secret too, not only what is kept of it.
 * ENOXOAUTH2 where the server offers no such log-on, EOAUTH2 with the end point's words where no token came, EXOAUTH2 where
 * the server refused it.
 */
export const logOnByToken = async (
  session: SmtpSession, capabilities: readonly string[], { accountName, fetchToken }: TokenLogOn, redaction: Redaction, signal: AbortSignal,
): Promise<Seen<null>> => {
  const offered = offeredIn(capabilities);
  if (!offered.includes('XOAUTH2')) {
    throw new ProbeFault('ENOXOAUTH2', `The server does not offer to log on by OAuth 2.0 (it offers ${offered.join(', ') || 'no log-on'})`);
  }
  const user = accountName ?? '';
  const { value: token } = await fetchToken(signal);
  const line = base64(xoauth2Response(user, token));
  hide(redaction, line, token);
  const answer = await attempt(session, line);
  if (answer.code !== 235) throw new ProbeFault('EXOAUTH2', 'The access token was refused', { answer, detail: 'A token was fetched, and the server refused it' });
  return { value: null, answer, detail: `Logged on as ${user} by XOAUTH2 with a fresh access token` };
};
