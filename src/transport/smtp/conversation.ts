import type { SMTPPoolOptions } from 'nodemailer';
import type { Stage } from '../../domain/stage.js';
import type { CutShort } from './cut-short.js';

/** A logger as nodemailer takes it. */
type Logger = Extract<NonNullable<SMTPPoolOptions['logger']>, object>;

const STAGE_OF: Readonly<Record<string, Stage>> = {
  GREETING: 'GREETING', EHLO: 'EHLO', HELO: 'EHLO', STARTTLS: 'TLS', AUTH: 'AUTH', MAIL: 'MAIL_FROM', RCPT: 'RCPT_TO',
  DATA: 'DATA', DOT: 'AFTER_DATA', RSET: 'MAIL_FROM', QUIT: 'DONE',
};

/** Of a recipient's refusal, in characters: more than is ever kept, and little enough for thousands of recipients. */
const REFUSAL_LENGTH_MAX = 4_000;

/**
 * Follows one connection by what nodemailer logs of it, since its errors do not say how far a conversation came: with
 * PIPELINING (RFC 2920) a whole envelope is on its way before the first reply. Commands wait in a queue, each reply
 * answers the oldest (RFC 5321 section 4.3.1). Of what was sent only the verbs are kept, never an argument of AUTH.
 */
export class Conversation {
  banner: string | null = null;
  capabilities: readonly string[] = [];
  /** Whole replies so far. */
  replies = 0;
  /** How often in a row the server asked for more of a log-on (334). */
  challenges = 0;
  /** Why we closed the connection ourselves, where we did. */
  cutShort: CutShort | null = null;
  /** Replies to RCPT of the email under way that were no 2yz, by address as it was sent. */
  readonly refusals = new Map<string, string>();
  readonly #waiting: { readonly verb: string; readonly address: string | null }[] = [];
  #answered: string | null = null;
  #connected: boolean;
  #handshaking: boolean;
  #challenged = false;

  /** `implicitTls`: TLS comes before the greeting (RFC 8314 section 3). */
  constructor(implicitTls: boolean) {
    this.#connected = false;
    this.#handshaking = implicitTls;
  }

  /** Where the conversation stands: what is waited for, or else what comes of the last answer. */
  get stage(): Stage {
    if (this.#handshaking) return 'TLS';
    if (!this.#connected) return 'GREETING';
    const waitedFor = this.#waiting[0]?.verb;
    if (waitedFor !== undefined) return STAGE_OF[waitedFor] ?? 'EHLO';
    return this.#answered === 'DATA' ? 'AFTER_DATA' : STAGE_OF[this.#answered ?? 'GREETING'] ?? 'EHLO';
  }

  /** Whether the server has something to do: to answer, or to take a message and answer then. */
  get busy(): boolean {
    return this.#waiting.length > 0 || this.#answered === 'DATA';
  }

  /** What nodemailer is given as logger for this connection (with `transactionLog`). */
  readonly logger: Logger = {
    debug: (entry: { tnx?: string }, text?: unknown) => {
      if (entry.tnx === 'client') this.#said(String(text));
      if (entry.tnx === 'server') this.#heard(String(text));
    },
    info: (entry: { tnx?: string; remotePort?: number }) => {
      if (entry.tnx === 'network' && entry.remotePort !== undefined) this.#established();
    },
  };

  #established(): void {
    this.#connected = true;
    this.#handshaking = false;
    this.#waiting.push({ verb: 'GREETING', address: null });
  }

  #said(line: string): void {
    this.#handshaking = false;
    const verb = this.#challenged ? 'AUTH' : line.split(' ', 1)[0] ?? '';
    if (verb === 'MAIL') {
      this.refusals.clear();
      this.#answered = null;
    }
    this.#waiting.push({ verb, address: verb === 'RCPT' ? /<(.*)>/.exec(line)?.[1] ?? null : null });
  }

  #heard(reply: string): void {
    this.replies += 1;
    const command = this.#waiting.shift();
    if (command === undefined) {
      if (this.#answered === 'DATA') this.#answered = 'DOT';
      return;
    }
    this.#answered = command.verb;
    this.#challenged = command.verb === 'AUTH' && reply.startsWith('334');
    this.challenges = this.#challenged ? this.challenges + 1 : 0;
    const positive = reply.startsWith('2');
    if (command.verb === 'GREETING') this.banner = reply.replace(/^220[ -]/, '');
    if (command.verb === 'EHLO' && positive) {
      this.capabilities = reply.split(/\r?\n/).slice(1).map((line) => line.slice(4).trim());
    }
    if (command.verb === 'STARTTLS' && positive) this.#handshaking = true;
    if (command.address !== null && !positive) this.refusals.set(command.address, reply.slice(0, REFUSAL_LENGTH_MAX));
  }
}
