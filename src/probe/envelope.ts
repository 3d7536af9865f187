import { domainToASCII } from 'node:url';
import { ProbeFault } from './fault.js';
import type { SmtpSession } from './smtp-session.js';
import type { Seen } from './stage-log.js';

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** The address as a path (RFC 5321 section 4.1.2), its domain in ASCII; a local part beyond ASCII needs SMTPUTF8. */
const path = (address: string): string => {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const sent = isAscii(domain) ? domain : domainToASCII(domain);
  // The conversion drops line breaks in silence and leaves another address: they are looked for in what was given.
  if (sent === '' || /[<>\p{Cc}]/u.test(address)) {
    throw new ProbeFault('EENVELOPE', 'The address cannot stand in an SMTP command');
  }
  return `<${address.slice(0, at + 1)}${sent}>`;
};

const offers = (capabilities: readonly string[], keyword: string): boolean =>
  capabilities.some((line) => line.toUpperCase().split(' ')[0] === keyword);

/** One sender and one recipient for one server; `sizeBytes` is that of the message. */
export interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly sizeBytes: number;
  readonly capabilities: readonly string[];
}

const requireUtf8 = (sent: string, capabilities: readonly string[]): void => {
  if (isAscii(sent) || offers(capabilities, 'SMTPUTF8')) return;
  throw new ProbeFault('EENVELOPE', 'The address holds letters beyond ASCII and the server does not offer SMTPUTF8');
};

/** MAIL FROM, with SIZE (RFC 1870) and SMTPUTF8 (RFC 6531) where they are offered and of use. */
export const mailFrom = async (session: SmtpSession, envelope: Envelope): Promise<Seen<null>> => {
  const { from, to, sizeBytes, capabilities } = envelope;
  const sender = path(from);
  requireUtf8(sender, capabilities);
  const size = offers(capabilities, 'SIZE') ? ` SIZE=${sizeBytes}` : '';
  const international = !isAscii(sender) || !isAscii(path(to));
  const utf8 = international && offers(capabilities, 'SMTPUTF8') ? ' SMTPUTF8' : '';
  const body = utf8 !== '' && offers(capabilities, '8BITMIME') ? ' BODY=8BITMIME' : '';
  const answer = await session.command(`MAIL FROM:${sender}${size}${body}${utf8}`);
  if (answer.code !== 250) throw new ProbeFault('EENVELOPE', 'The sender was refused', { answer, detail: from });
  return { value: null, answer, detail: from };
};

/** RCPT TO; 251 and 252 accept too (RFC 5321 sections 3.4 and 3.5.3). */
export const rcptTo = async (session: SmtpSession, { to, capabilities }: Envelope): Promise<Seen<null>> => {
  const recipient = path(to);
  requireUtf8(recipient, capabilities);
  const answer = await session.command(`RCPT TO:${recipient}`);
  const accepted = answer.code >= 200 && answer.code <= 299;
  if (!accepted) throw new ProbeFault('EENVELOPE', 'The recipient was refused', { answer, detail: to });
  return { value: null, answer, detail: to };
};
