/** Lets only so many go side by side; the others take their turn in the order in which they came. How many may change meanwhile. */
export class Turns {
  #under = 0;
  readonly #waiting: (() => void)[] = [];

  /** How many have a turn or wait for one. */
  get size(): number {
    return this.#under + this.#waiting.length;
  }

  async take<T>(sideBySide: number, work: () => Promise<T>): Promise<T> {
    if (this.#under >= sideBySide) await new Promise<void>((resolve) => { this.#waiting.push(resolve); });
    else this.#under += 1;
    try {
      return await work();
    } finally {
      const next = this.#under > sideBySide ? undefined : this.#waiting.shift();
      if (next === undefined) this.#under -= 1;
      else next();
    }
  }
}
