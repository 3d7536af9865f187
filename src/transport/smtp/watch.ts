import type { Socket } from 'node:net';
import type { Conversation } from './conversation.js';
import { CutShort } from './cut-short.js';

/** Taken of a message, this much is progress: a server that reads a byte a second would otherwise keep its connection for months. */
const PROGRESS_BYTES = 256 * 1_024;

/** More than any way of logging on asks for (AUTH LOGIN: two). */
const CHALLENGES_MAX = 5;

/**
 * Sees that a server which has something to do makes progress: a whole reply, or a good piece of the message taken. The
 * time limit of nodemailer is one of silence, which a byte a second never breaks; and it answers every 334 with an empty line, for ever.
 */
export class Watch {
  readonly #socket: Socket;
  readonly #conversation: Conversation;
  readonly #exchangeMs: number;
  #replies = 0;
  #written = 0;
  #progressAt: number;

  constructor(socket: Socket, conversation: Conversation, exchangeMs: number) {
    this.#socket = socket;
    this.#conversation = conversation;
    this.#exchangeMs = exchangeMs;
    this.#progressAt = performance.now();
  }

  /** Closes the connection where the server stands still for too long. To be called now and then. */
  look(): void {
    const now = performance.now();
    const { replies, busy, cutShort, challenges } = this.#conversation;
    if (cutShort === null && challenges > CHALLENGES_MAX) {
      this.#cut(new CutShort('AUTH', 'EAUTH', 'The server asks for ever more of the log-on'));
      return;
    }
    const { bytesWritten } = this.#socket;
    if (!busy || replies !== this.#replies || bytesWritten - this.#written >= PROGRESS_BYTES) {
      this.#progressAt = now;
      this.#replies = replies;
      this.#written = bytesWritten;
    } else if (cutShort === null && now - this.#progressAt > this.#exchangeMs) {
      this.#cut(new CutShort(this.#conversation.stage, 'ETIMEDOUT', `No whole reply within ${this.#exchangeMs / 1_000} s`));
    }
  }

  /** Told by the conversation: through TLS, an error of the socket below would arrive without its words. */
  #cut(why: CutShort): void {
    this.#conversation.cutShort = why;
    this.#socket.destroy();
  }
}
