import { Readable, Writable } from 'node:stream';
import type { MailMessage } from 'nodemailer';

/** The mark was refused: the body stream ends with this, and the connection closes without the final dot. */
class NotGranted extends Error {
  override readonly name = 'NotGranted';
}

/** Writes a whole message into memory. In one piece it costs a fraction of what nodemailer's chain of streams does. */
export const inOnePiece = async (message: MailMessage['message']): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  const output = new Writable({ write: (piece: Buffer, _encoding, done) => {
    pieces.push(piece);
    done();
  } });
  await new Promise<void>((resolve, reject) => {
    message.stream(output, {}, (error) => { if (error) reject(error); else resolve(); });
  });
  return Buffer.concat(pieces);
};

/** What is written at once of a message in memory: small enough for progress on a slow link to be seen, large enough to cost nothing. */
const PIECE_BYTES = 64 * 1_024;

/** A message put together in memory, or what opens it as a stream. */
export type BodyContent = Promise<Buffer> | (() => Readable);

/**
 * The body of a message behind its mark. nodemailer makes it before MAIL FROM and reads it for the first time after the 354
 * to DATA; at that read the mark is asked for, and no byte of the message leaves before it is granted.
 */
export class GuardedBody extends Readable {
  readonly #content: BodyContent;
  readonly #begin: () => Promise<boolean>;
  #begun = false;
  #opened: Readable | null = null;
  #left: Buffer | null = null;

  constructor(content: BodyContent, begin: () => Promise<boolean>) {
    super();
    this.#content = content;
    this.#begin = begin;
    // It may fail before anybody reads, and is asked again when somebody does.
    if (content instanceof Promise) content.catch(() => {});
  }

  override _read(): void {
    this.#opened?.resume();
    this.#slice();
    if (this.#begun) return;
    this.#begun = true;
    this.#pass().catch((error: unknown) => { this.destroy(error instanceof Error ? error : new Error(String(error))); });
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#opened?.destroy();
    done(error);
  }

  async #pass(): Promise<void> {
    if (!(await this.#begin())) throw new NotGranted('The hand-over was not granted');
    if (this.#content instanceof Promise) {
      this.#left = await this.#content;
      this.#slice();
    } else this.#stream(this.#content());
  }

  /** Passes the next piece on; each is asked for when the one before went further. */
  #slice(): void {
    if (this.#left === null) return;
    const piece = this.#left.subarray(0, PIECE_BYTES);
    this.#left = piece.length === this.#left.length ? null : this.#left.subarray(PIECE_BYTES);
    const isLast = this.#left === null;
    this.push(piece);
    if (isLast) this.push(null);
  }

  #stream(opened: Readable): void {
    this.#opened = opened;
    opened.on('data', (piece) => { if (!this.push(piece)) opened.pause(); });
    opened.once('end', () => { this.push(null); });
    opened.once('error', (error) => { this.destroy(error); });
  }
}
