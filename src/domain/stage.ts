/**
 * How far a conversation with a server got. One list for tests, attempts and diagnoses (RFC 5321 section 3 gives the
 * order); PROVIDER_API stands for a provider's HTTP call, RELAY for the RCPT to an address outside the sender's domain.
 */
export const STAGES = [
  'DNS', 'TCP', 'GREETING', 'EHLO', 'TLS', 'AUTH', 'MAIL_FROM', 'RCPT_TO', 'RELAY', 'DATA', 'AFTER_DATA',
  'PROVIDER_API', 'DONE',
] as const;
export type Stage = (typeof STAGES)[number];

/** What was seen where a conversation ended or was refused: the facts that a diagnosis is made from. */
export interface Evidence {
  readonly stage: Stage;
  /** Three-digit SMTP reply code or HTTP status; null when nothing was answered. */
  readonly code: number | null;
  /** RFC 3463 enhanced status code, such as `5.7.1`. */
  readonly enhancedCode: string | null;
  /** The server's words, lines joined, secrets removed, at most 1,000 characters. */
  readonly reply: string | null;
  /** The code of Node's or nodemailer's error, such as `ECONNREFUSED`, `EAUTH`, `CERT_HAS_EXPIRED`. */
  readonly errorCode: string | null;
  /** The error's own words, where there is no reply. */
  readonly errorMessage: string | null;
  readonly host: string | null;
  /** The names that the host is an alias of (CNAME), from the first to the last; left out where nobody asked. */
  readonly aliases?: readonly string[];
  readonly port: number | null;
  readonly banner: string | null;
  readonly capabilities: readonly string[];
}
