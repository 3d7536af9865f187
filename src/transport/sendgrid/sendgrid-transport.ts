import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { DeliveryOrder, DeliveryReport, MarkHandOver } from '../../domain/delivery-order.js';
import { sendGridSizeFault } from '../../domain/sendgrid-limit.js';
import { checkAttachments } from '../attachments.js';
import { HandOver } from '../hand-over.js';
import { evidenceAt, refusedUnsent } from '../report.js';
import type { Transport } from '../transport.js';
import { inOneLine, wordsOf } from '../words.js';
import { refusalOf } from './answer.js';
import { mailDataOf } from './mail-data.js';
import { Turns } from './turns.js';
import { sendGridFor } from '../../doors/sendgrid.js';

/** https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api; EU: api.eu.sendgrid.com. */
export const SENDGRID_BASE_URL = 'https://api.sendgrid.com/';

/** Whole request; SendGrid answers within seconds, and one that comes after this is UNKNOWN, so it is generous. */
const REQUEST_MS = 120_000;

/** What the SendGrid transport is made with. */
export interface SendGridTransportOptions {
  readonly baseUrl?: string | null;
  readonly requestMs?: number;
}

/**
 * Hands emails to SendGrid's API (v3 mail/send). The mark is asked for before the request. Each email has a connection
 * of its own: a kept one that the other side closes at the wrong moment would make UNKNOWN of an email never sent.
 */
export class SendGridTransport implements Transport {
  readonly #baseUrl: string;
  readonly #requestMs: number;
  readonly #agents = {
    httpAgent: new HttpAgent({ keepAlive: false }), httpsAgent: new HttpsAgent({ keepAlive: false }),
  };
  readonly #inHand = new Set<Promise<DeliveryReport>>();
  /** Of each account: a request holds an email with its attachments in memory, and a connection. */
  readonly #turns = new Map<string, Turns>();
  #closed = false;

  constructor(options: SendGridTransportOptions = {}) {
    this.#baseUrl = options.baseUrl ?? SENDGRID_BASE_URL;
    this.#requestMs = options.requestMs ?? REQUEST_MS;
  }

  async send(order: DeliveryOrder, markHandOver: MarkHandOver): Promise<DeliveryReport> {
    if (this.#closed) return refusedUnsent('PROVIDER_API', 'ECLOSED', 'The transport is closed');
    const { accountId } = order.destination;
    const turns = this.#turns.get(accountId) ?? new Turns();
    this.#turns.set(accountId, turns);
    const sending = turns.take(order.connectionsMax, async () => await this.#send(order, new HandOver(markHandOver)));
    this.#inHand.add(sending);
    return sending.finally(() => {
      this.#inHand.delete(sending);
      if (turns.size === 0) this.#turns.delete(accountId);
    });
  }

  /** A request takes its connection with it. */
  async release(): Promise<void> {}

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#inHand);
    this.#agents.httpAgent.destroy();
    this.#agents.httpsAgent.destroy();
  }

  async #send(order: DeliveryOrder, handOver: HandOver): Promise<DeliveryReport> {
    const { destination } = order;
    if (destination.kind !== 'SENDGRID') {
      return refusedUnsent('PROVIDER_API', 'EDESTINATION', `Not SendGrid: ${destination.kind}`);
    }
    const tooLarge = sendGridSizeFault(order.content.attachments);
    if (tooLarge !== null) return refusedUnsent('PROVIDER_API', 'EATTACHMENTSIZE', tooLarge);
    const startedAt = performance.now();
    const latencyMs = (): number => Math.round(performance.now() - startedAt);
    const mail = await checkAttachments(order).then(() => mailDataOf(order)).catch((error: Error) => error);
    if (mail instanceof Error) return refusedUnsent('PROVIDER_API', 'EATTACHMENT', mail.message);
    if (!(await handOver.begin())) {
      const words = handOver.fault === null ? 'The hand-over was not granted' : wordsOf(handOver.fault);
      const unsent = refusedUnsent('PROVIDER_API', 'ENOTGRANTED', words);
      return { ...unsent, outcome: 'NOT_HANDED_OVER', latencyMs: latencyMs() };
    }
    const host = new URL(this.#baseUrl).hostname;
    try {
      const request = { baseUrl: this.#baseUrl, timeout: this.#requestMs, ...this.#agents };
      const [response] = await sendGridFor(destination.apiKey, request).send(mail);
      const said = typeof response.body === 'string' ? response.body : '';
      const reply = inOneLine(`${response.statusCode} ${said}`, [destination.apiKey]);
      const providerMessageId: unknown = Object(response.headers)['x-message-id'];
      return {
        outcome: 'ACCEPTED',
        recipients: order.envelope.recipients.map((address) =>
          ({ address, accepted: true, code: response.statusCode, enhancedCode: null, reply })),
        evidence: evidenceAt('DONE', { code: response.statusCode, reply, host }),
        retryAfterSeconds: null,
        latencyMs: latencyMs(),
        providerMessageId: typeof providerMessageId === 'string' ? providerMessageId : null,
      };
    } catch (error) {
      const refusal = refusalOf(error, host, [destination.apiKey], Date.now());
      return { recipients: [], providerMessageId: null, latencyMs: latencyMs(), ...refusal };
    }
  }
}
