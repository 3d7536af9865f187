import type { MarkHandOver } from '../domain/delivery-order.js';

/**
 * What became of the hand-over. NOT_ASKED: the server never was ready for the message. DENIED: the lease was lost, or
 * the mark could not be written. TOO_LATE: granted after the conversation had ended. BEGUN: granted, and from then on
 * bytes of the message may have left the house.
 */
export type HandOverState = 'NOT_ASKED' | 'DENIED' | 'TOO_LATE' | 'BEGUN';

/** Asks for the mark at most once, and knows for certain whether the message may have begun to leave. */
export class HandOver {
  readonly #mark: MarkHandOver;
  #state: HandOverState = 'NOT_ASKED';
  #asked: Promise<boolean> | null = null;
  #ended = false;
  /** Why the mark could not be written, where it threw. */
  fault: unknown = null;

  constructor(mark: MarkHandOver) {
    this.#mark = mark;
  }

  /** True once: when the message may be sent now. A second call, or one after the end, is answered false and asks nothing. */
  async begin(): Promise<boolean> {
    if (this.#asked !== null || this.#ended) return false;
    this.#asked = this.#ask();
    return this.#asked;
  }

  /** Ends the asking. Waits for a mark that is still being written, so that no report overtakes it. */
  async end(): Promise<HandOverState> {
    this.#ended = true;
    await this.#asked;
    return this.#state;
  }

  async #ask(): Promise<boolean> {
    try {
      const granted = await this.#mark();
      if (!granted) this.#state = 'DENIED';
      else this.#state = this.#ended ? 'TOO_LATE' : 'BEGUN';
    } catch (error) {
      this.fault = error;
      this.#state = 'DENIED';
    }
    return this.#state === 'BEGUN';
  }
}
