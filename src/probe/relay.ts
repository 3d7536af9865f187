import { diagnose, type Category } from '../domain/diagnosis.js';
import type { RelayQuestion } from '../domain/relay-probe.js';
import type { Evidence } from '../domain/stage.js';
import { rcptTo, type Envelope } from './envelope.js';
import { asFault, ProbeFault, type Answer } from './fault.js';
import type { SmtpSession } from './smtp-session.js';
import type { Seen, StageLog } from './stage-log.js';

/**
 * What a refusal at this stage must be about to say that the server does not relay. That the address does not exist, or is
 * to be tried later, is said by servers that would have relayed.
 */
const TELLING: readonly Category[] = ['RELAY', 'CREDENTIALS', 'SENDER', 'REPUTATION', 'IDENTITY', 'TLS'];

const evidenceOf = ({ code, enhancedCode, text }: Answer, log: StageLog): Evidence =>
  ({ ...log.facts, stage: 'RELAY', code, enhancedCode, reply: text, errorCode: 'EENVELOPE', errorMessage: null });

/** Takes back the transaction (RFC 5321 section 4.1.1.5). A server that does not is left: DATA would go to all it was told. */
export const takeBack = async (session: SmtpSession): Promise<Seen<null>> => {
  const answer = await session.command('RSET');
  if (answer.code !== 250) throw new ProbeFault('EPROTOCOL', 'RSET was refused', { answer });
  return { value: null, answer };
};

const ask = async (to: string, envelope: Envelope, session: SmtpSession, log: StageLog): Promise<Seen<null>> => {
  const seen = await rcptTo(session, { ...envelope, to }).catch((error: unknown): Seen<null> => {
    const { answer } = asFault(error);
    if (answer === null || TELLING.includes(diagnose(evidenceOf(answer, log)).category)) throw error;
    return { value: null, answer, skipped: true, detail: `${to} was refused, but not for relaying` };
  });
  await takeBack(session);
  return seen;
};

/**
 * The relay probe: names a recipient outside the sender's domain and takes it back, whatever the answer. True: the
 * server was asked, and what was begun before is taken back with it.
 */
export const relay = async (question: RelayQuestion, envelope: Envelope, session: SmtpSession, log: StageLog): Promise<boolean> => {
  if (!question.ask) {
    await log.skip('RELAY', question.because);
    return false;
  }
  await log.run('RELAY', () => ask(question.to, envelope, session, log));
  return true;
};
