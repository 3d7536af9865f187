/** How long a server may take. */
export interface SmtpLimits {
  /** TCP, all addresses together. Longer than two retries of a lost SYN (7 s), short enough for someone waiting. */
  readonly connectMs: number;
  /** From TCP to the 220. RFC 5321 section 4.5.3.2.1 allows 5 minutes; live servers greet in 30 s, tarpits too. */
  readonly greetingMs: number;
  /** Silence in any later exchange: RFC 5321 sections 4.5.3.2.2 to 4.5.3.2.5 (MAIL, RCPT, DATA: 2 to 5 minutes). */
  readonly socketMs: number;
  /** An idle connection is closed after this; servers are told to wait 5 minutes (section 4.5.3.2.7), many wait one. */
  readonly idleMs: number;
  /** How long a server may take to close its side after we closed ours. */
  readonly closeMs: number;
}

/** What holds unless a test says otherwise. */
export const SMTP_LIMITS: SmtpLimits = {
  connectMs: 20_000, greetingMs: 30_000, socketMs: 300_000, idleMs: 60_000, closeMs: 2_000,
};
