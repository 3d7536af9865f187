import { createHmac } from 'node:crypto';
import { ProbeFault } from './fault.js';
import type { Redaction } from './redaction.js';
import type { Reply } from './reply.js';
import type { SmtpSession } from './smtp-session.js';
import type { Seen } from './stage-log.js';

interface Credentials { readonly accountName: string; readonly password: string }
type GivenCredentials = { readonly [K in keyof Credentials]: string | null };
type LogOn = (session: SmtpSession, credentials: Credentials, redaction: Redaction) => Promise<Reply>;

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** RFC 4616, with the initial response of RFC 4954 section 4. */
const plain: LogOn = (session, { accountName, password }) =>
  session.command(`AUTH PLAIN ${base64(`\0${accountName}\0${password}`)}`);

/** Never an RFC, offered everywhere: two questions, whose words do not matter. */
const login: LogOn = async (session, { accountName, password }) => {
  const forName = await session.command('AUTH LOGIN');
  if (forName.code !== 334) return forName;
  const forPassword = await session.command(base64(accountName));
  return forPassword.code === 334 ? session.command(base64(password)) : forPassword;
};

/** RFC 2195. MD5 is what it prescribes, and old servers offer nothing else; the password itself is not sent. */
const cramMd5: LogOn = async (session, { accountName, password }, redaction) => {
  const challenge = await session.command('AUTH CRAM-MD5');
  if (challenge.code !== 334) return challenge;
  const digest = createHmac('md5', password).update(Buffer.from(challenge.lines.join(''), 'base64')).digest('hex');
  const response = base64(`${accountName} ${digest}`);
  redaction.hideEncoded(response);
  return session.command(response);
};

/** In order of preference. */
const MECHANISMS: readonly (readonly [name: string, logOn: LogOn])[] = [
  ['PLAIN', plain], ['LOGIN', login], ['CRAM-MD5', cramMd5],
];

/** `AUTH PLAIN LOGIN`, and `AUTH=PLAIN` as servers from before RFC 2554 write it. */
export const offeredIn = (capabilities: readonly string[]): readonly string[] => capabilities
  .filter((line) => /^AUTH[ =]/i.test(line))
  .flatMap((line) => line.slice('AUTH '.length).toUpperCase().split(/[\s=]+/));

const refused = (answer: Reply, mechanism: string): ProbeFault =>
  new ProbeFault('EAUTH', 'Invalid login', { answer, detail: `Log-on by ${mechanism} was refused` });

/**
 * Logs on (RFC 4954) by the first mechanism that both sides know. ENOAUTH where there is nothing to log on with or no
 * such mechanism, EAUTH where the server said no. Nothing of the exchange but its last reply is shown.
 */
export const logOn = async (
  session: SmtpSession, capabilities: readonly string[], credentials: GivenCredentials, redaction: Redaction,
  encrypted: boolean,
): Promise<Seen<null>> => {
  const { accountName, password } = credentials;
  if (!accountName) throw new ProbeFault('ENOAUTH', 'There is no account name to log on with');
  if (!password) throw new ProbeFault('ENOAUTH', 'There is no password to log on with');
  const offered = offeredIn(capabilities);
  const chosen = MECHANISMS.find(([name]) => offered.includes(name));
  if (!chosen) {
    throw new ProbeFault('ENOAUTH', offered.length === 0
      ? 'The server does not offer to log on (no AUTH among its capabilities)'
      : `The server offers no way to log on by password (it offers ${offered.join(', ')})`);
  }
  const [mechanism, attempt] = chosen;
  const answer = await attempt(session, { accountName, password }, redaction);
  if (answer.code !== 235) throw refused(answer, mechanism);
  const warning = encrypted || mechanism === 'CRAM-MD5' ? '' : '; the password crossed the network unencrypted';
  return { value: null, answer, detail: `Logged on as ${accountName} by ${mechanism}${warning}` };
};
