import type { Deliver, Engine } from './engine.js';

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
    if (this.#deliver === null || ids.length === 0) return;
    const delivering = this.#deliver(ids, () => {}).finally(() => this.#inHand.delete(delivering));
    this.#inHand.add(delivering);
  }

  async stop(): Promise<void> {
    this.#deliver = null;
    await Promise.all(this.#inHand);
  }
}
