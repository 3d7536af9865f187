import { asFault, ProbeFault } from './fault.js';
import type { SmtpSession } from './smtp-session.js';
import type { Seen, ServerFacts } from './stage-log.js';

/** Waits for the banner (RFC 5321 section 3.1) and keeps it: it tells what kind of server this is. */
export const awaitGreeting = async (session: SmtpSession, facts: ServerFacts): Promise<Seen<null>> => {
  const answer = await session.reply().catch((error: unknown) => {
    const fault = asFault(error);
    throw fault.errorCode === 'EPROTOCOL' ? new ProbeFault('EPROTOCOL', `Invalid greeting. ${fault.message}`) : fault;
  });
  facts.banner = answer.lines.join(' ');
  if (answer.code !== 220) throw new ProbeFault('EPROTOCOL', 'The server does not welcome us', { answer });
  return { value: null, answer };
};

/**
 * Says who we are and learns what the server can do (RFC 5321 section 4.1.1.1). A server that does not know EHLO is
 * asked by HELO, and can then do nothing more.
 */
export const sayHello = async (session: SmtpSession, ehloName: string, facts: ServerFacts): Promise<Seen<null>> => {
  const answer = await session.command(`EHLO ${ehloName}`);
  if (answer.code === 250) {
    facts.capabilities = answer.lines.slice(1).map((line) => line.trim()).filter((line) => line !== '');
    return { value: null, answer, detail: facts.capabilities.join(', ') };
  }
  if (answer.code !== 500 && answer.code !== 502) throw new ProbeFault('EPROTOCOL', 'EHLO was refused', { answer });
  const older = await session.command(`HELO ${ehloName}`);
  if (older.code !== 250) throw new ProbeFault('EPROTOCOL', 'HELO was refused', { answer: older });
  facts.capabilities = [];
  return { value: null, answer: older, detail: 'The server knows HELO only: no encryption, no log-on' };
};
