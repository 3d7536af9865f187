/** How long a server may take. */
export interface SmtpLimits {
  /** TCP, all addresses together. Longer than two retries of a lost SYN (7 s), short enough for someone waiting. */
  readonly connectMs: number;
  /** From TCP to the 220. RFC 5321 section 4.5.3.2.1 allows 5 minutes; live servers greet in 30 s, tarpits too. */
  readonly greetingMs: number;
  /** Silence in any later exchange: RFC 5321 sections 4.5.3.2.2 to 4.5.3.2.5 (MAIL, RCPT, DATA: 2 to 5 minutes). */
  readonly socketMs: number;
  /**
   * From a command, or the final dot, to the whole reply, and for each 256 KiB of a message: silence is not the only way to
   * stand still. RFC 5321 section 4.5.3.2.6 allows 10 minutes after the dot.
   */
  readonly exchangeMs: number;
  /** One reply, in bytes; a line has at most 512 (RFC 5321 section 4.5.3.1.5), and the longest EHLO a few dozen lines. */
  readonly replyBytesMax: number;
  /** An idle connection is closed after this; servers are told to wait 5 minutes (section 4.5.3.2.7), many wait one. */
  readonly idleMs: number;
  /** How long a server may take to close its side after we closed ours. */
  readonly closeMs: number;
}

/** What holds unless a test says otherwise. */
export const SMTP_LIMITS: SmtpLimits = {
  connectMs: 20_000, greetingMs: 30_000, socketMs: 300_000, exchangeMs: 600_000, replyBytesMax: 64 * 1_024,
  idleMs: 60_000, closeMs: 2_000,
};
