/** Longest list of emails that one slow listener may leave unread; beyond it the oldest is dropped. */
const IDS_AT_MOST = 10_000;
/** Shortest time between two events of one email. */
const SPACING_MS = 1_000;

/**
 * Ids of emails that changed, for one listener. An id is given out at once, and then at most once in a second: what
 * changes meanwhile comes together, and the listener looks at the email when it is given out, so the last state wins.
 */
export class ChangeQueue {
  readonly #now: () => number;
  /** When each id may be given out, in the order of coming. */
  readonly #due = new Map<string, number>();
  readonly #given = new Map<string, number>();
  #ended = false;
  #wake: (() => void) | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(now: () => number) {
    this.#now = now;
  }

  add(id: string): void {
    if (this.#ended || this.#due.has(id)) return;
    if (this.#due.size >= IDS_AT_MOST) for (const oldest of this.#due.keys()) { this.#due.delete(oldest); break; }
    this.#due.set(id, Math.max(this.#now(), (this.#given.get(id) ?? 0) + SPACING_MS));
    this.#wake?.();
  }

  /** Nothing more is given out; whoever waits is answered. */
  end(): void {
    this.#ended = true;
    this.#due.clear();
    this.#wake?.();
  }

  /** The ids that may be given out now, as soon as there are any; null at the end. */
  async take(atMost: number): Promise<string[] | null> {
    for (;;) {
      if (this.#ended) return null;
      const now = this.#now();
      const ready = [...this.#due].filter(([, due]) => due <= now).slice(0, atMost).map(([id]) => id);
      for (const id of ready) this.#due.delete(id);
      for (const [id, at] of this.#given) if (at + SPACING_MS <= now) this.#given.delete(id);
      for (const id of ready) this.#given.set(id, now);
      if (ready.length > 0) return ready;
      await this.#waiting(now);
    }
  }

  async #waiting(now: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    const next = Math.min(...this.#due.values());
    if (next < Infinity) this.#timer = setTimeout(resolve, Math.max(1, next - now));
    await promise;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#wake = null;
  }
}
