import { scheduler } from 'node:timers/promises';
import type { RedisOptions } from 'ioredis';
import { Redis } from 'ioredis';

/** Tried again after a moment, and each second when it lasts: what waits goes on within seconds of the server's return. */
const retryMs = (times: number): number => Math.min(50 * 2 ** times, 1_000);
const CONNECT_MS = 5_000;
/** A server that answers nothing for so long is called anew: its machine may be gone without a word. */
const SILENT_MS = 5_000;
const WATCH_MS = 2_000;
/** A server that closes no connection is not waited for. */
const DISCONNECT_MS = 500;

/** Redis gave no answer, or is not there now; what was asked of it counts as not done. */
export class RedisAway extends Error {
  override readonly name = 'RedisAway';
}

/** The answer, or {@link RedisAway} when it does not come in time; it may still come, and is passed over then. */
export const answered = async <T>(answer: Promise<T>, withinMs: number): Promise<T> => {
  const over = new AbortController();
  const tooLate = scheduler.wait(withinMs, { signal: over.signal }).then(() => { throw new RedisAway(`Redis gave no answer within ${withinMs} ms`); });
  // Whichever loses is nobody's error any more.
  tooLate.catch(() => {});
  answer.catch(() => {});
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    over.abort();
  }
};

/** BullMQ copies the connection that it is given, for what blocks, and leaves the copy open where the server does not answer. */
class Connection extends Redis {
  readonly #copied: (copy: Redis) => void;

  constructor(url: string, options: RedisOptions, copied: (copy: Redis) => void) {
    super(url, options);
    this.#copied = copied;
  }

  override duplicate(options?: Partial<RedisOptions>): Redis {
    const copy = super.duplicate(options);
    this.#copied(copy);
    return copy;
  }
}

/** Told when Redis is away, once, and when it is back. */
export interface LinkWatcher { away(error: unknown): void; back(): void }

/**
 * The connections of this process to Redis or Valkey, made anew for as long as it runs whatever becomes of the server. A
 * connection keeps what it was asked until there is an answer, so whoever asks first looks whether it is `ready`, and waits for
 * an answer only as long as it can afford ({@link answered}).
 */
export class RedisLink {
  /** For commands: never blocked, and in no subscription. */
  readonly commands: Redis;
  readonly #url: string;
  readonly #watcher: LinkWatcher;
  readonly #watched = new Set<Redis>();
  /** Watched by whoever made them. */
  readonly #copies = new Set<Redis>();
  /** What each connection owes: since when it has said nothing. */
  readonly #silentSince = new Map<Redis, number>();
  readonly #watch: NodeJS.Timeout;
  #away = false;

  constructor(url: string, watcher: LinkWatcher) {
    this.#url = url;
    this.#watcher = watcher;
    this.commands = this.connection();
    this.commands.on('error', (error: unknown) => this.#isAway(error));
    this.commands.on('close', () => this.#isAway(new RedisAway('Redis closed the connection')));
    this.commands.on('ready', () => this.#isBack());
    this.#watch = setInterval(() => this.#look(), WATCH_MS).unref();
  }

  get ready(): boolean {
    return this.commands.status === 'ready';
  }

  /** Another connection, for what a connection can do nothing beside. It is closed with all others. */
  connection(): Redis {
    const client = new Connection(this.#url, {
      maxRetriesPerRequest: null, retryStrategy: retryMs, connectTimeout: CONNECT_MS, disconnectTimeout: DISCONNECT_MS,
      // A subscription is made anew by whoever holds it, and learns so what it may have missed.
      autoResubscribe: false,
    }, (copy) => {
      this.#copies.add(copy);
      copy.on('error', () => {});
    });
    this.#watched.add(client);
    // That the server is away is told once, of the first connection.
    client.on('error', () => {});
    client.on('connect', () => this.#silentSince.set(client, Date.now()));
    for (const event of ['ready', 'close'] as const) client.on(event, () => { this.#silentSince.delete(client); });
    return client;
  }

  /** Closes every connection at once, and the copies of them, answered or not. May be called twice. */
  close(): void {
    clearInterval(this.#watch);
    this.#away = true;
    for (const client of [...this.#watched, ...this.#copies]) {
      // Whoever still waits for it may call it once more, and not for ever.
      client.options.retryStrategy = () => null;
      client.disconnect();
    }
  }

  #isAway(error: unknown): void {
    if (this.#away) return;
    this.#away = true;
    this.#watcher.away(error);
  }

  #isBack(): void {
    if (!this.#away) return;
    this.#away = false;
    this.#watcher.back();
  }

  #look(): void {
    for (const client of this.#watched) {
      const since = this.#silentSince.get(client);
      if (since !== undefined && Date.now() - since > SILENT_MS) {
        this.#silentSince.delete(client);
        client.disconnect(true);
      } else if (since === undefined && client.status === 'ready') {
        this.#silentSince.set(client, Date.now());
        client.ping().then(() => { this.#silentSince.delete(client); }, () => {});
      }
    }
  }
}
