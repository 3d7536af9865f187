import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mailbox } from '../domain/email.js';

/** A text message with its identity; `messageId` without angle brackets, `dateMs` UTC milliseconds. */
export interface ProbeMessage {
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly dateMs: number;
}

/** Lines end in CRLF, and one that starts with a dot gets a second (RFC 5321 section 4.5.2); the final dot follows. */
const forTheWire = (built: Buffer): Buffer => {
  const lines = built.toString('latin1').replace(/\r\n|\r|\n/g, '\r\n').replace(/^\./gm, '..');
  return Buffer.from(`${lines}${lines.endsWith('\r\n') ? '' : '\r\n'}.\r\n`, 'latin1');
};

/**
 * Builds the message as it goes over the wire. Marked as sent by a program, so that no autoresponder answers the test
 * (RFC 3834 section 5).
 */
export const composeMessage = async (from: Mailbox, to: string, message: ProbeMessage): Promise<Buffer> => {
  const composer = new MailComposer({
    from: { address: from.address, name: from.name ?? '' },
    to: { address: to, name: '' },
    subject: message.subject,
    text: message.text,
    messageId: `<${message.messageId}>`,
    date: new Date(message.dateMs),
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return forTheWire(await composer.compile().build());
};
