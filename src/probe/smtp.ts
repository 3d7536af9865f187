import type { Destination } from '../domain/delivery-order.js';
import { encrypt, startTls } from './encrypt.js';
import { ProbeFault } from './fault.js';
import { awaitGreeting, sayHello } from './greet.js';
import { logOnByToken } from './log-on-by-token.js';
import { logOn } from './log-on.js';
import type { ProbeRequest } from './request.js';
import { lookUp, reach } from './reach.js';
import { SmtpSession } from './smtp-session.js';
import { StageFailed, type StageLog } from './stage-log.js';
import { Surroundings } from './surroundings.js';
import { transact } from './transaction.js';

/** An SMTP server among the destinations. */
export type SmtpDestination = Extract<Destination, { kind: 'SMTP' }>;

/*
 * The conversation, in the order of RFC 5321 section 3:
 *   DNS, TCP, [TLS when implicit], GREETING, EHLO, [TLS by STARTTLS, then EHLO again], AUTH, MAIL_FROM, RCPT_TO,
 *   RELAY and RSET; for SEND: MAIL and RCPT again, DATA, AFTER_DATA; MAIL_FROM of each other sender and RSET; QUIT, DONE.
 * A refusal ends it with QUIT; a lost connection, a limit or a cancel ends it by closing the socket.
 */

const open = async (
  request: ProbeRequest, destination: SmtpDestination, log: StageLog, resources: DisposableStack,
): Promise<SmtpSession> => {
  const { server, port, sandbox } = destination;
  const addresses = await log.run('DNS', () => lookUp(server, port, request.policy, sandbox));
  const socket = await log.run('TCP', (signal) => reach(addresses, port, resources, signal));
  return new SmtpSession(socket);
};

/** Returns whether what follows is encrypted. */
const introduce = async (
  request: ProbeRequest, destination: SmtpDestination, session: SmtpSession, log: StageLog, resources: DisposableStack,
): Promise<boolean> => {
  const { server, security } = destination;
  if (security === 'TLS') await log.run('TLS', () => encrypt(session, server, true, resources));
  await log.run('GREETING', () => awaitGreeting(session, log.facts));
  await log.run('EHLO', () => sayHello(session, request.ehloName, log.facts));
  if (security === 'TLS') return true;
  const encryption = await log.run('TLS', () => startTls(session, server, security, log.facts.capabilities, resources));
  if (encryption === null) return false;
  // RFC 3207 section 4.2: what was offered in the clear is forgotten, and asked for again.
  log.facts.capabilities = [];
  await log.rerun('EHLO', () => sayHello(session, request.ehloName, log.facts));
  return true;
};

/** Takes back what was begun (DRY_RUN, LOOK) and takes leave; the server's answers to it change nothing any more. */
const part = async (request: ProbeRequest, session: SmtpSession): Promise<{ value: null; detail: string }> => {
  await session.quit(request.mode !== 'SEND' ? ['RSET', 'QUIT'] : ['QUIT']);
  return { value: null, detail: request.mode !== 'SEND' ? 'Nothing was sent' : `Handed over for ${request.to}` };
};

const logOnAs = async (
  request: ProbeRequest, destination: SmtpDestination, session: SmtpSession, log: StageLog, encrypted: boolean,
): Promise<null> => {
  const { authentication, accountName } = destination;
  if (authentication === 'NONE') return await log.skip('AUTH', 'No log-on is asked for in the settings');
  if (authentication === 'PASSWORD') return await log.run('AUTH', () => logOn(session, log.facts.capabilities, destination, log.redaction, encrypted));
  const fetchToken = request.fetchToken ?? (async () => { throw new ProbeFault('ENOAUTH', 'Missing credentials: there is no access token'); });
  return await log.run('AUTH', (signal) => logOnByToken(session, log.facts.capabilities, { accountName, fetchToken }, log.redaction, signal));
};

const converse = async (
  request: ProbeRequest, destination: SmtpDestination, log: StageLog, resources: DisposableStack,
): Promise<void> => {
  const session = await open(request, destination, log, resources);
  try {
    const encrypted = await introduce(request, destination, session, log, resources);
    await logOnAs(request, destination, session, log, encrypted);
    await transact(request, session, log);
    await log.run('DONE', () => part(request, session));
  } catch (error) {
    if (error instanceof StageFailed && error.evidence.code !== null) await session.quit();
    throw error;
  }
};

/**
 * Goes through the stages with an SMTP server; what DNS tells besides comes into the detail of the first. Throws
 * StageFailed or Halted; `resources` closes what was opened.
 */
export const probeSmtp = async (
  request: ProbeRequest, destination: SmtpDestination, log: StageLog, resources: DisposableStack,
): Promise<void> => {
  // Nothing leaves the house by the sandbox, and nothing is asked outside for it; a test that is cancelled already asks nothing.
  const around = destination.sandbox || resources.disposed ? null : Surroundings.lookAround(request, destination.server, resources);
  const add = async (passed: boolean): Promise<void> => {
    const words = await around?.words(passed) ?? null;
    if (words !== null) log.amend('DNS', words);
  };
  try {
    await converse(request, destination, log, resources);
  } catch (error) {
    if (!(error instanceof StageFailed)) throw error;
    await add(false);
    throw new StageFailed({ ...error.evidence, aliases: around?.aliases ?? [] });
  }
  await add(true);
};
