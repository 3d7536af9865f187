import './bounded-replies.js';
import type { Socket } from 'node:net';
import { callbackify } from 'node:util';
import nodemailer, { type MailMessage, type SMTPPoolOptions, type SMTPPoolSentMessageInfo } from 'nodemailer';
import NodemailerPool from 'nodemailer/lib/smtp-pool';
import type { AccessToken } from '../../domain/access-token.js';
import type { DeliveryOrder } from '../../domain/delivery-order.js';
import { resolveChecked, type ConnectPolicy } from '../../doors/connect.js';
import { openSocket } from '../../doors/open-socket.js';
import type { HandOver } from '../hand-over.js';
import { Conversation } from './conversation.js';
import { NotReached } from './evidence.js';
import { Gate } from './gate.js';
import type { SmtpLimits } from './limits.js';
import type { BodyContent } from './guarded-body.js';
import { GuardedBody, inOnePiece } from './guarded-body.js';
import { messageOf } from './message.js';
import { poolOptions, type SmtpDestination } from './pool-options.js';
import { Watch } from './watch.js';
import { logOnByToken, tokenSecrets, type LogOnContext } from './xoauth2.js';

/** One email on its way through a pool, and the connection that it was given. */
export interface Passage {
  readonly order: DeliveryOrder;
  readonly handOver: HandOver;
  readonly pool: SmtpPool;
  conversation: Conversation | null;
}

/** What nodemailer's pool logs when it gives an email to a connection. */
interface PoolLogEntry {
  readonly tnx?: string;
  readonly action?: string;
  readonly cid?: number;
  readonly messageId?: string;
}

/** How often all connections are looked at: a small part of any limit that is in use. */
const LOOK_EVERY_MS = 200;

/** A token lasts about an hour, a connection that is in use some more: the last two may be in use. */
const TOKENS_KNOWN = 3;

const closed = (socket: Socket): Promise<void> => new Promise((resolve) => { socket.once('close', () => resolve()); });

type GetSocket = NonNullable<SMTPPoolOptions['getSocket']>;

/**
 * The pooled connections of one account in one version. Each new connection resolves the name anew and goes to an
 * address that was checked; nodemailer never resolves one. No email is tried twice here: that is for the domain to say.
 */
export class SmtpPool {
  readonly destination: SmtpDestination;
  readonly #policy: ConnectPolicy;
  readonly #limits: SmtpLimits;
  readonly #pool: NodemailerPool;
  readonly #mailer;
  readonly #sockets = new Map<Socket, Watch>();
  readonly #passages = new Map<string, Passage>();
  readonly #conversations = new Map<number, Conversation>();
  readonly #gate = new Gate();
  #gone = Promise.withResolvers<void>();
  #retired = false;
  #assigning: PoolLogEntry = {};
  #looking: NodeJS.Timeout | null = null;
  /** What new connections log on with: the newest, and behind it those that open ones used. How long it lasts does not count: what it may do may be new. */
  #tokens: readonly AccessToken[] = [];

  constructor(destination: SmtpDestination, policy: ConnectPolicy, limits: SmtpLimits, ehloName: string | null) {
    this.destination = destination;
    this.#policy = policy;
    this.#limits = limits;
    this.#pool = new NodemailerPool({
      ...poolOptions(destination, limits, ehloName, async (context) => await this.#logOn(context)),
      logger: { debug: (entry: PoolLogEntry) => this.#assigned(entry) },
      getSocket: this.#getSocket,
    });
    this.#mailer = nodemailer.createTransport(this.#pool);
    this.#mailer.use('stream', (mail: MailMessage, done) => {
      this.#guard(mail);
      done();
    });
  }

  /** Connections that are open, or being opened. */
  get connections(): number {
    return this.#conversations.size;
  }

  /** Resolves when the next connection is gone. */
  get oneGone(): Promise<void> {
    return this.#gone.promise;
  }

  /** Whether an email that failed was still waiting for a connection when the pool was retired: no server was called for it. */
  passedOver({ conversation }: Passage): boolean {
    return this.#retired && conversation === null;
  }

  /** Lets what is under way end, each connection close after it, and all that waits for one fail. */
  retire(): void {
    this.#retired = true;
    this.#gate.shut();
    this.#mailer.close();
  }

  /** Takes up the token of an order; connections that are open go on with theirs. */
  useToken(token: AccessToken | undefined): void {
    if (token === undefined || this.#tokens.some(({ value }) => value === token.value)) return;
    this.#tokens = [token, ...this.#tokens].slice(0, TOKENS_KNOWN);
  }

  /** Tokens that may turn up in what the server says. */
  get secrets(): readonly string[] {
    return this.#tokens.flatMap(({ value }) => tokenSecrets(this.destination.accountName, value));
  }

  /** Sends, or rejects with nodemailer's error. `passage.conversation` is set as soon as a connection is chosen. */
  async send(passage: Passage, connectionsMax: number): Promise<SMTPPoolSentMessageInfo> {
    // Looked at with each email that is given to a connection: what is allowed may have changed since the pool was made.
    this.#pool.options.maxConnections = connectionsMax;
    // Beside those under way, one for each connection is ready for when it is free.
    await this.#gate.enter(2 * connectionsMax);
    this.#passages.set(passage.order.messageId, passage);
    try {
      return await this.#mailer.sendMail(messageOf(passage.order));
    } finally {
      this.#gate.leave();
      // Taken back and ordered anew, it may be in hand twice.
      if (this.#passages.get(passage.order.messageId) === passage) this.#passages.delete(passage.order.messageId);
    }
  }

  /** Closes every connection, and resolves when the last socket is gone. Call it when nothing is in hand. */
  async close(): Promise<void> {
    this.#mailer.close();
    await Promise.all([...this.#sockets.keys()].map(closed));
  }

  async #logOn(context: LogOnContext): Promise<void> {
    const [token] = this.#tokens;
    if (token === undefined) throw Object.assign(new Error('Missing credentials: there is no access token'), { code: 'ENOAUTH' });
    await logOnByToken(context, this.destination.accountName ?? '', token);
  }

  /** A connection in use already has its conversation; a new one asks for a socket in the same turn. */
  #assigned(entry: PoolLogEntry): void {
    if (entry.tnx !== 'pool' || entry.action !== 'assign') return;
    this.#assigning = entry;
    this.#bind(this.#conversations.get(entry.cid ?? -1) ?? null);
  }

  #bind(conversation: Conversation | null): void {
    const passage = this.#passages.get(this.#assigning.messageId ?? '');
    if (passage) passage.conversation = conversation;
  }

  readonly #getSocket: GetSocket = (_options, callback) => {
    const conversation = new Conversation(this.destination.security === 'TLS');
    const cid = this.#assigning.cid ?? -1;
    this.#bind(conversation);
    this.#conversations.set(cid, conversation);
    callbackify(async () => {
      const connection = await this.#open(conversation, () => {
        this.#conversations.delete(cid);
        this.#gone.resolve();
        this.#gone = Promise.withResolvers();
      });
      return { connection, logger: conversation.logger, transactionLog: true };
    })(callback);
  };

  async #open(conversation: Conversation, onClosed: () => void): Promise<Socket> {
    const { server, port, sandbox } = this.destination;
    try {
      const addresses = await resolveChecked(server, port, this.#policy, { sandbox })
        .catch((error: unknown) => { throw new NotReached('DNS', error); });
      const socket = await openSocket(addresses, port, this.#limits.connectMs)
        .catch((error: unknown) => { throw new NotReached('TCP', error); });
      this.#watch(socket, conversation);
      socket.once('close', onClosed);
      return socket;
    } catch (error) {
      onClosed();
      throw error;
    }
  }

  #watch(socket: Socket, conversation: Conversation): void {
    this.#sockets.set(socket, new Watch(socket, conversation, this.#limits.exchangeMs));
    this.#looking ??= setInterval(() => { for (const watch of this.#sockets.values()) watch.look(); }, LOOK_EVERY_MS).unref();
    socket.once('close', () => {
      this.#sockets.delete(socket);
      if (this.#sockets.size > 0) return;
      clearInterval(this.#looking ?? undefined);
      this.#looking = null;
    });
  }

  /** What has no files is put together before it is asked for; a body with files is opened when it may leave. */
  #guard({ message }: MailMessage): void {
    const passage = this.#passages.get(message.messageId().replace(/[<>]/g, ''));
    if (!passage) throw new Error('A message went through the pool that nobody ordered');
    const { order, handOver } = passage;
    const open = message.createReadStream.bind(message);
    const content = (): BodyContent => (order.content.attachments.length > 0 ? open : inOnePiece(message));
    message.createReadStream = () => new GuardedBody(content(), async () => await handOver.begin());
  }
}
