import { scheduler } from 'node:timers/promises';
import type { Api } from '../support/api.js';
import type { Chance } from '../support/chance.js';
import type { Sending } from '../support/sending.js';
import { emailInput, SEND } from '../support/sending.js';
import type { Sink } from './sink.js';

/** An email that a caller was told is accepted. */
export interface Acknowledged { readonly id: string; readonly messageId: string; readonly subject: string }

const CALLERS = 8;
/** Accepted and not yet arrived, at most: what is killed should be in hand, not in a heap behind it. */
const BACKLOG_AT_MOST = 300;
/** Callers of a server that is down, or of one that has enough, come again after this. */
const AGAIN_MS = 10;

/**
 * Callers that send all the time, each email under a subject of its own. Every other one names an idempotency key and asks
 * until it is told that its email is accepted; the rest ask once, whatever comes of it, and never again.
 */
export class Load {
  readonly acknowledged: Acknowledged[] = [];
  /** Calls without a key that were never answered: there may be an email of theirs, or none. */
  readonly unanswered = new Set<string>();
  readonly #api: Api;
  readonly #sink: Sink;
  readonly #accountId: string;
  readonly #chance: Chance;
  #calls = 0;
  #stopped = false;
  #ended = false;
  #callers: Promise<unknown> | null = null;

  constructor(api: Api, sink: Sink, accountId: string, chance: Chance) {
    this.#api = api;
    this.#sink = sink;
    this.#accountId = accountId;
    this.#chance = chance;
  }

  start(): void {
    this.#callers ??= Promise.all(Array.from({ length: CALLERS }, async () => await this.#keepSending()));
  }

  /** Resolves when the last call was answered. The server must run. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#callers;
  }

  /** As {@link stop}, where the server is gone: calls that were not answered are not repeated either. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.stop();
  }

  async #keepSending(): Promise<void> {
    while (!this.#stopped) {
      if (this.acknowledged.length - this.#sink.arrivals.length > BACKLOG_AT_MOST) await scheduler.wait(AGAIN_MS);
      else await this.#sendOne();
    }
  }

  async #sendOne(): Promise<void> {
    const subject = `Chaos ${this.#calls += 1}`;
    const idempotencyKey = this.#chance.happens(0.5) ? subject : null;
    for (;;) {
      const email = await this.#call({ subject, idempotencyKey, accountId: this.#accountId });
      if (email !== null) this.acknowledged.push({ id: email.id, messageId: email.messageId, subject });
      else if (idempotencyKey === null || this.#ended) this.unanswered.add(subject);
      if (email !== null || idempotencyKey === null || this.#ended) return;
      await scheduler.wait(AGAIN_MS);
    }
  }

  /** Null when no answer came, or none that tells anything. A fault of the input is a fault of the test. */
  async #call(values: object): Promise<Sending['email']> {
    const answer = await this.#api.ask(SEND, { input: emailInput(values) }).catch(() => null);
    // A server that stops answers 503, in words of HTTP.
    const payload = answer?.errors === undefined ? answer?.data?.['sendEmail'] as Sending | null | undefined : null;
    if (payload == null) return null;
    const { email, userErrors } = payload;
    if (email === null) throw new Error(`Not accepted: ${JSON.stringify(userErrors)}`);
    return email;
  }
}
