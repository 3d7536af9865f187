import type { Evidence, Stage } from '../../domain/stage.js';
import { evidenceAt } from '../report.js';
import { codeOf, enhancedCodeOf, inOneLine, wordsOf } from '../words.js';
import type { Conversation } from './conversation.js';
import { CutShort } from './cut-short.js';
import { saidOfToken } from './xoauth2.js';

/** What is known besides the error itself. */
export interface Circumstances {
  readonly host: string;
  readonly port: number;
  readonly conversation: Conversation | null;
  readonly secrets: readonly string[];
}

/** Why no connection came about, with the stage that nodemailer cannot know: it was handed no socket. */
export class NotReached extends Error {
  readonly stage: Stage;
  readonly code: string;

  constructor(stage: Stage, cause: unknown) {
    super(wordsOf(cause), { cause });
    const { code } = Object(cause) as { code?: unknown };
    this.stage = stage;
    this.code = typeof code === 'string' ? code : 'ECONNECTION';
  }
}

/** nodemailer's error as far as it is read. `originalCode` is Node's own, over which nodemailer wrote its code. */
interface SmtpError {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly command?: unknown;
  readonly response?: unknown;
  readonly reason?: unknown;
}

const stageOf = (error: SmtpError, conversation: Conversation | null): Stage => {
  if (error instanceof NotReached || error instanceof CutShort) return error.stage;
  const command = typeof error.command === 'string' ? error.command : '';
  if (command.startsWith('AUTH') || error.code === 'EAUTH' || error.code === 'ENOAUTH') return 'AUTH';
  if (command === 'MAIL FROM') return 'MAIL_FROM';
  if (command === 'RCPT TO') return 'RCPT_TO';
  if (command === 'DATA') return error.code === 'EMESSAGE' ? 'AFTER_DATA' : 'DATA';
  if (command === 'STARTTLS') return 'TLS';
  if (command === 'EHLO' || command === 'HELO') return 'EHLO';
  if (error.code === 'EENVELOPE') return 'MAIL_FROM';
  if (error.code === 'ESTREAM' || error.code === 'EATTACHMENT') return 'DATA';
  return conversation?.stage ?? 'GREETING';
};

/** The pool's words for a connection that ended under an email; what it tried since is of no use to a reader. */
const POOL_GAVE_UP = 'Reached maximum number of retries after connection was closed';

const plainWordsOf = (error: SmtpError): string => {
  // OpenSSL's message is a line of its source; its reason says the same in words.
  const words = typeof error.reason === 'string' && error.reason !== '' ? error.reason : wordsOf(error);
  return words.startsWith(POOL_GAVE_UP) ? 'Connection closed unexpectedly' : words;
};

/** Translates an error of nodemailer, of Node or of ours into what was seen. Nothing secret stays in it. */
export const evidenceOf = (error: unknown, seen: Circumstances): Evidence => {
  // Where we cut the line ourselves, what nodemailer says of a line that was cut is not the cause.
  const fault = Object(seen.conversation?.cutShort ?? error) as SmtpError;
  const said = saidOfToken(fault) ?? (typeof fault.response === 'string' ? fault.response : null);
  const code = said === null ? null : codeOf(said);
  // Words without a code are no answer, whatever nodemailer made of them.
  const response = code === null ? null : said;
  const errorCode = said !== null && code === null ? 'EPROTOCOL' : [fault.originalCode, fault.code].find((text) => typeof text === 'string');
  return evidenceAt(stageOf(fault, seen.conversation), {
    code,
    enhancedCode: response === null ? null : enhancedCodeOf(response),
    reply: response === null ? null : inOneLine(response, seen.secrets),
    errorCode: typeof errorCode === 'string' ? errorCode : null,
    errorMessage: response === null ? inOneLine(plainWordsOf(fault), seen.secrets) : null,
    host: seen.host,
    port: seen.port,
    banner: seen.conversation?.banner ?? null,
    capabilities: seen.conversation?.capabilities ?? [],
  });
};
