import { mailFrom, rcptTo, type Envelope } from './envelope.js';
import { ProbeFault } from './fault.js';
import { askForData, sendMessage } from './hand-over.js';
import { composeMessage } from './message.js';
import { relay, takeBack } from './relay.js';
import type { ProbeRequest } from './request.js';
import type { SmtpSession } from './smtp-session.js';
import type { StageLog } from './stage-log.js';

/** Each costs three commands; who lists more addresses than these had better allow their domain. */
const OTHER_SENDERS_MAX = 20;

/** Every other From that mail of this account may carry, each in a transaction of its own that is taken back. */
const otherSenders = async (request: ProbeRequest, envelope: Envelope, session: SmtpSession, log: StageLog): Promise<void> => {
  const senders = request.otherSenders ?? [];
  for (const from of senders.slice(0, OTHER_SENDERS_MAX)) {
    await log.run('MAIL_FROM', async () => {
      const seen = await mailFrom(session, { ...envelope, from });
      // Many servers judge the sender only when they hear a recipient (Postfix: `smtpd_delay_reject`).
      await rcptTo(session, envelope).catch((error: unknown) => {
        throw error instanceof ProbeFault && error.answer
          ? new ProbeFault('EENVELOPE', 'The recipient was refused for this sender', { answer: error.answer, detail: `${from}, for ${envelope.to}` })
          : error;
      });
      await takeBack(session);
      return seen;
    });
  }
  const left = senders.length - OTHER_SENDERS_MAX;
  if (left > 0) await log.skip('MAIL_FROM', `${left} further addresses were not tried`);
};

/**
 * The transaction of RFC 5321 section 3.3, and what a dry run can learn beside it. Whatever was only asked is taken back
 * before DATA, so that no message can reach the address of the relay probe. The other senders come last: that one of
 * them is refused says nothing of the message, which has gone.
 */
export const transact = async (request: ProbeRequest, session: SmtpSession, log: StageLog): Promise<void> => {
  const bytes = await composeMessage(request.from, request.to, request.message);
  const envelope: Envelope = {
    from: request.from.address, to: request.to, sizeBytes: bytes.length, capabilities: log.facts.capabilities,
  };
  await log.run('MAIL_FROM', () => mailFrom(session, envelope));
  if (request.mode === 'LOOK') return;
  await log.run('RCPT_TO', () => rcptTo(session, envelope));
  const asked = request.relay ? await relay(request.relay, envelope, session, log) : false;
  if (request.mode === 'SEND') {
    if (asked) {
      await log.rerun('MAIL_FROM', () => mailFrom(session, envelope));
      await log.rerun('RCPT_TO', () => rcptTo(session, envelope));
    }
    await log.run('DATA', () => askForData(session));
    await log.run('AFTER_DATA', () => sendMessage(session, bytes));
  } else if (!asked && request.otherSenders?.length) {
    await log.rerun('MAIL_FROM', () => takeBack(session));
  }
  await otherSenders(request, envelope, session, log);
};
