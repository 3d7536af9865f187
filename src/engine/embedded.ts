import { setImmediate } from 'node:timers/promises';
import type { Deliver, Engine } from './engine.js';

/** Nothing else is written while emails are claimed, and messages wait at servers' doors for their marks. */
const IDS_A_CLAIM = 100;

/** Delivers in the process that feeds: what is offered is begun at once. */
export class EmbeddedEngine implements Engine {
  readonly takers = 1;
  /** All in hand at once, none in a line: what an account may have of it bounds how long its newcomers wait. */
  readonly window = 800;
  readonly #inHand = new Set<Promise<void>>();
  #deliver: Deliver | null = null;

  start(deliver: Deliver): void {
    this.#deliver = deliver;
  }

  async offer(ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += IDS_A_CLAIM) {
      if (this.#deliver === null) return;
      const delivering = this.#deliver(ids.slice(from, from + IDS_A_CLAIM), () => {}).finally(() => this.#inHand.delete(delivering));
      this.#inHand.add(delivering);
      await setImmediate();
    }
  }

  async stop(): Promise<void> {
    this.#deliver = null;
    await Promise.all(this.#inHand);
  }
}
