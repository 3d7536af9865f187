import { ProbeFault } from './fault.js';
import type { SmtpSession } from './smtp-session.js';
import type { Seen } from './stage-log.js';

/** Asks to hand the message over (RFC 5321 section 4.1.1.4). */
export const askForData = async (session: SmtpSession): Promise<Seen<null>> => {
  const answer = await session.command('DATA');
  if (answer.code !== 354) throw new ProbeFault('EENVELOPE', 'DATA was refused', { answer });
  return { value: null, answer };
};

/**
 * Sends the message and its final dot. A connection lost from here on leaves it unknown whether the server took the
 * message: the stage fails with the error's code and no reply.
 */
export const sendMessage = async (session: SmtpSession, bytes: Buffer): Promise<Seen<null>> => {
  const answer = await session.message(bytes);
  if (answer.code !== 250) throw new ProbeFault('EMESSAGE', 'The message was refused', { answer });
  return { value: null, answer };
};
