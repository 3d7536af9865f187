import { scheduler } from 'node:timers/promises';
import type { Deliver } from './engine.js';

/**
 * What is in hand longer fills no hands any more: it waits for a server, and servers that hang must not keep a process from
 * serving the others. How much of it there can be is bounded by whoever offers, account by account.
 */
const LATELY_MS = 2_000;
/** What comes within this time is delivered by one call, for each call is one claim. */
const JOIN_MS = 5;
/** With so many at hand it is time to begin, and to leave the next ones to whoever has none. */
const ENOUGH = 25;

/** What a process took from a queue and has not finished yet: joins what comes together, and says when there is room for more. */
export class Hands {
  readonly #deliver: Deliver;
  readonly #atMost: number;
  readonly #underWay = new Set<Promise<void>>();
  #gathered: string[] = [];
  #joining: Promise<void> | null = null;
  #held = 0;
  #room = Promise.withResolvers<void>();
  #open = true;

  /** @param atMost - Emails in hand that came lately; beyond it nothing more is taken. */
  constructor(deliver: Deliver, atMost: number) {
    this.#deliver = deliver;
    this.#atMost = atMost;
  }

  /** Takes ids in hand; resolves when there is room for more. */
  async take(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    this.#gathered.push(...ids);
    this.#joining ??= this.#begin();
    if (this.#gathered.length >= Math.min(ENOUGH, this.#atMost)) await this.#joining;
    while (this.#open && this.#held + this.#gathered.length >= this.#atMost) await this.#room.promise;
  }

  /** Keeps nobody waiting for room any more; resolves when all that was taken is delivered. May be called twice. */
  async empty(): Promise<void> {
    this.#open = false;
    this.#room.resolve();
    await this.#joining;
    await Promise.all(this.#underWay);
  }

  async #begin(): Promise<void> {
    await scheduler.wait(JOIN_MS);
    this.#joining = null;
    const left = new Set(this.#gathered);
    this.#gathered = [];
    this.#held += left.size;
    const letGo = (id: string): void => {
      if (!left.delete(id)) return;
      this.#held -= 1;
      this.#room.resolve();
      this.#room = Promise.withResolvers();
    };
    const letAllGo = (): void => { for (const id of left) letGo(id); };
    const tooLong = setTimeout(letAllGo, LATELY_MS).unref();
    const delivering = this.#deliver([...left], letGo).finally(() => {
      clearTimeout(tooLong);
      letAllGo();
      this.#underWay.delete(delivering);
    });
    this.#underWay.add(delivering);
  }
}
