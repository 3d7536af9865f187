import type { DeliveryOrder, DeliveryReport, MarkHandOver } from '../../domain/delivery-order.js';
import type { ConnectPolicy } from '../../doors/connect.js';
import { checkAttachments } from '../attachments.js';
import { HandOver, type HandOverState } from '../hand-over.js';
import { evidenceAt, refusedUnsent } from '../report.js';
import type { Transport } from '../transport.js';
import { codeOf, enhancedCodeOf, inOneLine, secretsOf } from '../words.js';
import { evidenceOf, type Circumstances } from './evidence.js';
import { SMTP_LIMITS, type SmtpLimits } from './limits.js';
import type { Passage } from './pool.js';
import type { SmtpDestination } from './pool-options.js';
import { Pools } from './pools.js';
import { recipientReplies } from './recipients.js';

/** What the SMTP transport is made with. `ehloName: null` takes the machine's name, as nodemailer does. */
export interface SmtpTransportOptions {
  readonly connectPolicy: ConnectPolicy;
  readonly ehloName?: string | null;
  readonly limits?: Partial<SmtpLimits>;
}

/**
 * Reads off what an email that failed came to. After the hand-over began, only the server's own 4yz or 5yz says that it
 * has nothing; or our own stream's failure, since the connection was then closed without the final dot. Anything else
 * (a lost connection, a timeout, a reply that is none) leaves it unknown.
 */
const outcomeOf = (state: HandOverState, code: number | null, ownFailure: boolean): DeliveryReport['outcome'] => {
  if (state === 'DENIED') return 'NOT_HANDED_OVER';
  if (state !== 'BEGUN') return 'REFUSED';
  const saidNo = code !== null && code >= 400 && code < 600;
  return saidNo || ownFailure ? 'REFUSED' : 'UNKNOWN';
};

type Answer = Pick<DeliveryReport, 'outcome' | 'recipients' | 'evidence'>;

const NO_REFUSALS: ReadonlyMap<string, string> = new Map();

const circumstances = ({ conversation, pool }: Passage, destination: SmtpDestination): Circumstances => ({
  host: destination.server, port: destination.port, conversation,
  secrets: [...secretsOf(destination.accountName, destination.password), ...pool.secrets],
});

const accepted = (passage: Passage, destination: SmtpDestination, response: string): Answer => {
  const { secrets, conversation, host, port } = circumstances(passage, destination);
  const { recipients } = passage.order.envelope;
  return {
    outcome: 'ACCEPTED',
    recipients: recipientReplies(recipients, conversation?.refusals ?? NO_REFUSALS, response, secrets),
    evidence: evidenceAt('DONE', {
      code: codeOf(response),
      enhancedCode: enhancedCodeOf(response),
      reply: inOneLine(response, secrets),
      host,
      port,
      banner: conversation?.banner ?? null,
      capabilities: conversation?.capabilities ?? [],
    }),
  };
};

/** `passedOver`: its account was changed while it waited for a connection, so it is to be claimed anew. */
const failed = async (passage: Passage, destination: SmtpDestination, error: unknown, passedOver = false): Promise<Answer> => {
  const { handOver, order: { envelope } } = passage;
  const seen = circumstances(passage, destination);
  const refusals = seen.conversation?.refusals ?? NO_REFUSALS;
  // Both are read before anything is awaited: the connection may go on with another email.
  const recipients = recipientReplies(envelope.recipients, refusals, null, seen.secrets);
  const evidence = evidenceOf(error, seen);
  const state = await handOver.end();
  const outcome = passedOver ? 'NOT_HANDED_OVER' : outcomeOf(state, evidence.code, Object(error).code === 'ESTREAM');
  return { outcome, recipients, evidence: handOver.fault === null ? evidence : evidenceOf(handOver.fault, seen) };
};

/** What nodemailer took for a yes because of its first digit. */
class NoReply extends Error {
  readonly code = 'EPROTOCOL';
}

/** Hands emails to SMTP servers (RFC 5321) through pooled connections, one pool for each account and its version. */
export class SmtpTransport implements Transport {
  readonly #pools: Pools;

  constructor(options: SmtpTransportOptions) {
    this.#pools = new Pools(options.connectPolicy, { ...SMTP_LIMITS, ...options.limits }, options.ehloName ?? null);
  }

  async send(order: DeliveryOrder, markHandOver: MarkHandOver): Promise<DeliveryReport> {
    const { destination } = order;
    if (destination.kind !== 'SMTP') return refusedUnsent('TCP', 'EDESTINATION', `Not SMTP: ${destination.kind}`);
    if (destination.authentication === 'PASSWORD' && (!destination.accountName || !destination.password)) {
      return refusedUnsent('AUTH', 'ENOAUTH', 'Missing credentials: account name or password is not set');
    }
    if (destination.authentication === 'OAUTH2' && destination.accessToken === undefined) {
      return refusedUnsent('AUTH', 'ENOAUTH', 'Missing credentials: there is no access token');
    }
    try {
      await checkAttachments(order);
    } catch (error) {
      return refusedUnsent('DATA', 'EATTACHMENT', error instanceof Error ? error.message : String(error));
    }
    return this.#converse(order, destination, new HandOver(markHandOver));
  }

  release(accountId: string): Promise<void> {
    return this.#pools.release(accountId);
  }

  close(): Promise<void> {
    return this.#pools.close();
  }

  async #converse(order: DeliveryOrder, destination: SmtpDestination, handOver: HandOver): Promise<DeliveryReport> {
    const pool = this.#pools.take(destination);
    if (pool === null) return refusedUnsent('TCP', 'ECLOSED', 'The transport is closed');
    const startedAt = performance.now();
    pool.useToken(destination.accessToken);
    const passage: Passage = { order, handOver, pool, conversation: null };
    try {
      const answer = await pool.send(passage, await this.#pools.roomFor(pool, order.connectionsMax)).then(
        ({ response }) => (codeOf(response) === null ? failed(passage, destination, new NoReply(`Not an answer: ${response}`))
          : accepted(passage, destination, response)),
        (error: unknown) => failed(passage, destination, error, pool.passedOver(passage)),
      );
      const latencyMs = Math.round(performance.now() - startedAt);
      return { ...answer, retryAfterSeconds: null, providerMessageId: null, latencyMs };
    } finally {
      this.#pools.giveBack(pool);
    }
  }
}
