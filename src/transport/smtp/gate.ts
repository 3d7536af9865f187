/**
 * Lets emails in by turns. nodemailer puts a message together as soon as it is given it: given hundreds at once, it would keep
 * the thread from all servers meanwhile, and them in memory.
 */
export class Gate {
  readonly #waiting: PromiseWithResolvers<void>[] = [];
  #inside = 0;
  #atMost = 0;
  #shut = false;

  /** Resolves when fewer than `atMost` are inside, who came first first; rejects once the gate is shut. */
  async enter(atMost: number): Promise<void> {
    this.#atMost = atMost;
    const turn = Promise.withResolvers<void>();
    this.#waiting.push(turn);
    this.#open();
    await turn.promise;
  }

  /** To be called once by each who was let in. */
  leave(): void {
    this.#inside -= 1;
    this.#open();
  }

  /** Sends away all who wait, and all who come. */
  shut(): void {
    this.#shut = true;
    this.#open();
  }

  #open(): void {
    while (this.#waiting.length > 0 && (this.#shut || this.#inside < this.#atMost)) {
      const turn = this.#waiting.shift();
      if (this.#shut) turn?.reject(new Error('Nothing is sent any more by these connections'));
      else {
        this.#inside += 1;
        turn?.resolve();
      }
    }
  }
}
