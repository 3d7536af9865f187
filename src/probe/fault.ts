import type { TlsFindings } from './result.js';

/** What a server answered: an SMTP reply or an HTTP response, with its secrets still in it. */
export interface Answer {
  readonly code: number;
  readonly enhancedCode: string | null;
  readonly text: string;
}

/**
 * Why a stage failed. `errorCode` is Node's or nodemailer's word (`ECONNREFUSED`, `EAUTH`), where there is one;
 * `answer` is what the server said, where it said something; `detail` and `certificate` what was learnt on the way.
 */
export class ProbeFault extends Error {
  override readonly name = 'ProbeFault';
  readonly errorCode: string | null;
  readonly answer: Answer | null;
  readonly detail: string | null;
  readonly certificate: TlsFindings | null;

  constructor(
    errorCode: string | null, message: string,
    seen: { readonly answer?: Answer; readonly detail?: string; readonly certificate?: TlsFindings } = {},
  ) {
    super(message);
    this.errorCode = errorCode;
    this.answer = seen.answer ?? null;
    this.detail = seen.detail ?? null;
    this.certificate = seen.certificate ?? null;
  }
}

/** Any error as a fault, by Node's code. OpenSSL's message is a line of its source; its `reason` is the words of it. */
export const asFault = (error: unknown): ProbeFault => {
  if (error instanceof ProbeFault) return error;
  const { code, reason, message } = Object(error) as { code?: unknown; reason?: unknown; message?: unknown };
  const words = typeof reason === 'string' ? reason : String(message ?? error);
  return new ProbeFault(typeof code === 'string' ? code : 'EUNEXPECTED', words);
};

/** Why a probe was ended from outside: by whoever started it, or by its own limit of time. */
export class Halted extends Error {
  override readonly name = 'Halted';
  readonly by: 'CANCEL' | 'LIMIT';

  constructor(by: 'CANCEL' | 'LIMIT') {
    super(by === 'CANCEL' ? 'The test was cancelled' : 'The test took longer than its limit');
    this.by = by;
  }
}
