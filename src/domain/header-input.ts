import { hasControls } from './octets.js';

/** A header line of the caller's own, such as `List-Unsubscribe`. */
export interface HeaderInput { readonly name: string; readonly value: string }

/** RFC 5322 section 2.1.1: a line has at most 998 characters. */
const MAX_LINE_CHARACTERS = 998;
const MAX_NAME_CHARACTERS = 76;

/** Written by Postroom or by servers on the way; a second one would contradict the envelope, the route or a signature. */
const RESERVED = new Set([
  'from', 'to', 'cc', 'bcc', 'subject', 'date', 'message-id', 'sender', 'reply-to', 'return-path', 'received',
  'received-spf', 'dkim-signature', 'domainkey-signature', 'authentication-results', 'mime-version', 'delivered-to',
  'apparently-to', 'envelope-to',
  // SendGrid takes recipients, schedules and templates from these (sendgrid.com, "X-SMTPAPI header"): a way past the envelope.
  'x-smtpapi', 'x-sg-id', 'x-sg-eid',
]);
const RESERVED_FAMILIES = ['content-', 'resent-', 'arc-'];

/** Why a header's name cannot be given (RFC 5322 section 3.6.8: printable ASCII without the colon), or null. */
export const headerNameFault = (name: string): string | null => {
  if (!/^[!-9;-~]+$/.test(name)) return 'The name of a header is made of printable ASCII characters, without blanks and colons.';
  if (name.length > MAX_NAME_CHARACTERS) return `The name of a header has at most ${MAX_NAME_CHARACTERS} characters.`;
  const key = name.toLowerCase();
  return RESERVED.has(key) || RESERVED_FAMILIES.some((family) => key.startsWith(family))
    ? `The header ${name} is written by Postroom itself and cannot be given.` : null;
};

/** Why a header's value cannot be given, or null; a line break would begin a header or a body of the sender's choice. */
export const headerValueFault = (value: string): string | null => {
  if (hasControls(value)) return 'The value of a header has a line break or another control character in it.';
  return value.length > MAX_LINE_CHARACTERS ? `The value of a header has at most ${MAX_LINE_CHARACTERS} characters.` : null;
};
