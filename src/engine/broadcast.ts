import type { Redis } from 'ioredis';
import { answered } from './redis-link.js';
import type { RedisLink } from './redis-link.js';

/** What is said within this time goes in one message. */
const GATHER_MS = 20;
const ANSWER_MS = 1_000;
/** Names kept while Redis gives no answer; what comes beyond is not said. */
const GATHERED_AT_MOST = 5_000;

/** What is said, each on a channel of its own, so that nobody is told what it has no use for. */
export type Topic = 'emailChanged' | 'rightsChanged' | 'wake';

/** `names` are what the topic is about, where it is about something. */
export type Heard = (topic: Topic, names: readonly string[]) => void;

export interface BroadcastOptions {
  /** Of every channel; names the installation. */
  readonly prefix: string;
  /** Names this process, which does not hear itself. */
  readonly holder: string;
  readonly hears: readonly Topic[];
  readonly heard: Heard;
}

/**
 * Tells the other processes of the installation what happened, and hears them, by publish and subscribe. Nothing of it is kept
 * anywhere: what is said while Redis is away is lost, but for a change of rights, which is said when it is back. Who was cut
 * off itself hears on its return of every topic, without names, that it may have missed something.
 */
export class Broadcast {
  readonly #link: RedisLink;
  readonly #options: BroadcastOptions;
  readonly #ear: Redis | null;
  readonly #unsaid = new Map<Topic, Set<string>>();
  #saying: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(link: RedisLink, options: BroadcastOptions) {
    this.#link = link;
    this.#options = options;
    link.commands.on('ready', this.#soon);
    this.#ear = options.hears.length > 0 ? link.connection() : null;
    this.#ear?.on('ready', () => { this.#listen().catch(() => {}); });
    this.#ear?.on('message', (channel: string, message: string) => this.#hear(channel, message));
  }

  /** Says it soon, together with what is said meanwhile. */
  say(topic: Topic, name = ''): void {
    if (this.#stopped) return;
    const names = this.#unsaid.get(topic) ?? new Set();
    if (names.size < GATHERED_AT_MOST) names.add(name);
    this.#unsaid.set(topic, names);
    this.#soon();
  }

  /** Says what is still unsaid, if Redis is there, and nothing more. May be called twice. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#link.commands.off('ready', this.#soon);
    clearTimeout(this.#saying ?? undefined);
    await this.#say();
  }

  readonly #soon = (): void => {
    if (this.#unsaid.size > 0) this.#saying ??= setTimeout(() => { void this.#say(); }, GATHER_MS).unref();
  };

  /** The timer counts as running until there is an answer, so that at most one message of a topic waits for one. */
  async #say(): Promise<void> {
    const all = [...this.#unsaid];
    this.#unsaid.clear();
    try {
      await this.#publish(all);
    } catch {
      if (all.some(([topic]) => topic === 'rightsChanged')) this.#unsaid.set('rightsChanged', new Set(['']));
    } finally {
      this.#saying = null;
      if (!this.#stopped && this.#link.ready) this.#soon();
    }
  }

  async #publish(all: readonly (readonly [Topic, ReadonlySet<string>])[]): Promise<void> {
    if (all.length === 0) return;
    if (!this.#link.ready) throw new Error('Redis is away');
    const { holder } = this.#options;
    await answered(Promise.all(all.map(async ([topic, names]) =>
      await this.#link.commands.publish(this.#channel(topic), [holder, ...names].join(' ')))), ANSWER_MS);
  }

  async #listen(): Promise<void> {
    await this.#ear?.subscribe(...this.#options.hears.map((topic) => this.#channel(topic)));
    for (const topic of this.#options.hears) this.#options.heard(topic, []);
  }

  #hear(channel: string, message: string): void {
    const topic = this.#options.hears.find((one) => this.#channel(one) === channel);
    const [from, ...names] = message.split(' ');
    if (topic !== undefined && from !== this.#options.holder) this.#options.heard(topic, names);
  }

  #channel(topic: Topic): string {
    return `${this.#options.prefix}:${topic}`;
  }
}
