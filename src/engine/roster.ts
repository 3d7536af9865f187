import { answered } from './redis-link.js';
import type { RedisLink } from './redis-link.js';

const BEAT_MS = 2_000;
/** A process that was not heard of for five beats is gone. */
const GONE_SECONDS = 10;
const ANSWER_MS = 1_000;

/** Enters a name by the server's own clock, takes out who is gone; answers whether it was new, and how many there are. */
const ENTER = `
  local now = tonumber(redis.call('time')[1])
  local new = redis.call('zadd', KEYS[1], now, ARGV[1])
  redis.call('zremrangebyscore', KEYS[1], '-inf', now - ${GONE_SECONDS})
  return {new, redis.call('zcard', KEYS[1])}`;

/**
 * Which processes take from the queue, as they say themselves every other second. It also finds that Redis was emptied:
 * who is entered and finds itself missing knows that all the rest is gone, too.
 */
export class Roster {
  readonly #link: RedisLink;
  readonly #key: string;
  readonly #name: string;
  readonly #emptied: () => void;
  readonly #beat: NodeJS.Timeout;
  #entered = false;
  #asking = false;
  #count = 1;

  constructor(link: RedisLink, { key, name, emptied }: { readonly key: string; readonly name: string; readonly emptied: () => void }) {
    this.#link = link;
    this.#key = key;
    this.#name = name;
    this.#emptied = emptied;
    this.#beat = setInterval(this.#enter, BEAT_MS).unref();
    link.commands.on('ready', this.#enter);
    this.#enter();
  }

  /** How many there are, as last heard; at least this one. */
  get count(): number {
    return this.#count;
  }

  /** Takes this process out, if Redis is there. May be called twice. */
  async leave(): Promise<void> {
    clearInterval(this.#beat);
    this.#link.commands.off('ready', this.#enter);
    if (this.#link.ready) await answered(this.#link.commands.zrem(this.#key, this.#name), ANSWER_MS).catch(() => {});
  }

  readonly #enter = (): void => {
    if (this.#asking || !this.#link.ready) return;
    this.#asking = true;
    // What fails is made good by the next beat; that Redis is away is told by the link.
    this.#ask().catch(() => {}).finally(() => { this.#asking = false; });
  };

  async #ask(): Promise<void> {
    const [isNew, count] = await this.#link.commands.eval(ENTER, 1, this.#key, this.#name) as [number, number];
    this.#count = Math.max(1, count);
    if (isNew === 1 && this.#entered) this.#emptied();
    this.#entered = true;
  }
}
