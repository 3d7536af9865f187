import { ProbeFault, type Answer } from './fault.js';

/** An SMTP reply (RFC 5321 section 4.2.1). `lines` are its texts without codes; `text` is all of it in one line. */
export interface Reply extends Answer {
  readonly lines: readonly string[];
}

const LINE_BYTES_MAX = 2_048;
const REPLY_LINES_MAX = 200;
const REPLY_BYTES_MAX = 65_536;
/** Replies that nobody asked for and nobody read; a healthy server has at most a 421 in hand. */
const UNREAD_REPLIES_MAX = 20;

const ENHANCED = /^#?([245]\.\d{1,3}\.\d{1,3})(?=\s|$)/;

const endlessReply = (): ProbeFault => new ProbeFault('EPROTOCOL', 'The reply is longer than any SMTP server sends');

/** Later lines repeat the enhanced code of the first (RFC 2034 section 4): it is said once. */
const assemble = (code: number, lines: readonly string[]): Reply => {
  const enhancedCode = ENHANCED.exec(lines[0] ?? '')?.[1] ?? null;
  const rest = lines.slice(1).map((line) => (enhancedCode === null ? line : line.replace(ENHANCED, '')).trim());
  return { code, enhancedCode, lines, text: [code, lines[0] ?? '', ...rest].filter((part) => part !== '').join(' ') };
};

/**
 * Cuts what a server sends into replies. Bounded: a line over 2,048 bytes, a reply over 200 lines or 64 KiB, and
 * anything that is no reply are the fault EPROTOCOL. A bare line feed ends a line too: some servers send it.
 */
export class ReplyReader {
  #rest: Buffer = Buffer.alloc(0);
  #lines: string[] = [];
  #code: number | null = null;
  #bytes = 0;
  #complete: Reply[] = [];

  /** Takes in bytes; throws ProbeFault. */
  push(chunk: Buffer): void {
    let rest = Buffer.concat([this.#rest, chunk]);
    for (let end = rest.indexOf(0x0a); end !== -1; end = rest.indexOf(0x0a)) {
      this.#addLine(rest.subarray(0, end + 1));
      rest = rest.subarray(end + 1);
    }
    if (rest.length > LINE_BYTES_MAX) throw endlessReply();
    this.#rest = rest;
  }

  /** The oldest complete reply, once. */
  take(): Reply | null {
    return this.#complete.shift() ?? null;
  }

  /** Forgets everything that was received and not taken (RFC 3207 section 6: it is not to be trusted). */
  discard(): void {
    this.#complete = [];
    this.#startReply();
    this.#rest = Buffer.alloc(0);
  }

  #addLine(line: Buffer): void {
    this.#bytes += line.length;
    const fits = line.length <= LINE_BYTES_MAX && this.#bytes <= REPLY_BYTES_MAX && this.#lines.length < REPLY_LINES_MAX;
    if (!fits) throw endlessReply();
    const text = line.toString('utf8').replace(/\r?\n$/, '');
    const parts = /^([2-5]\d\d)(?:([ -])(.*))?$/s.exec(text);
    const code = Number(parts?.[1]);
    if (!parts || (this.#code !== null && this.#code !== code)) {
      throw new ProbeFault('EPROTOCOL', `This is no SMTP reply: ${text.slice(0, 200)}`);
    }
    this.#code = code;
    this.#lines.push(parts[3] ?? '');
    if (parts[2] !== '-') this.#endReply(code);
  }

  #endReply(code: number): void {
    const flooded = this.#complete.length >= UNREAD_REPLIES_MAX;
    if (flooded) throw new ProbeFault('EPROTOCOL', 'The server talks without being asked');
    this.#complete.push(assemble(code, this.#lines));
    this.#startReply();
  }

  #startReply(): void {
    this.#lines = [];
    this.#code = null;
    this.#bytes = 0;
  }
}
