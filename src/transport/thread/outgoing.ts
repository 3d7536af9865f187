/** So many are not kept waiting for the end of a turn, which is long when many servers answer at once: the other side would idle meanwhile. */
const AT_MOST = 3;

/** One side's way to the other: what is said within one turn of the event loop goes as one message, for each wakes the other side. */
export class Outgoing<Message> {
  readonly #send: (messages: readonly Message[]) => void;
  #waiting: Message[] = [];

  constructor(send: (messages: readonly Message[]) => void) {
    this.#send = send;
  }

  say(message: Message): void {
    this.#waiting.push(message);
    if (this.#waiting.length === 1) setImmediate(() => { this.#flush(); });
    else if (this.#waiting.length >= AT_MOST) this.#flush();
  }

  #flush(): void {
    if (this.#waiting.length === 0) return;
    const messages = this.#waiting;
    this.#waiting = [];
    this.#send(messages);
  }
}
