/** Delivers emails by id; resolves when each of them is settled, parked, or was somebody else's. Never rejects. */
export type Deliver = (ids: readonly string[]) => Promise<void>;

/**
 * Carries ids of emails that may go now to whoever delivers them. It knows nothing of limits, order or retries; carrying
 * an id twice or losing it is harmless, since the claim decides and the feeder looks again.
 *
 * `offer` resolves when the ids are on their way. `stop` takes no more and resolves when nothing is in hand here; it may
 * be called twice.
 */
export interface Engine {
  start(deliver: Deliver): void;
  offer(ids: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}
