/** Told of each email that is in hand no longer, before the call that it came in resolves. */
export type LetGo = (id: string) => void;

/**
 * Delivers emails by id; resolves when each of them is settled, parked, or was somebody else's. Never rejects. `letGo` tells
 * of single ones sooner, so that one slow server does not keep the hands full that others left free.
 */
export type Deliver = (ids: readonly string[], letGo: LetGo) => Promise<void>;

/**
 * Carries ids of emails that may go now to whoever delivers them. It knows nothing of limits, order or retries; carrying
 * an id twice or losing it is harmless, since the claim decides and the feeder looks again.
 *
 * `offer` resolves when the ids are on their way, and rejects within seconds when they are not: they count as lost then.
 * `lost` is called when all that was offered and not yet taken may be gone, and more may be offered again. `stop` takes no more and resolves when
 * nothing is in hand here; it may be called twice.
 */
export interface Engine {
  /** How many processes take what is offered, as far as is known here. At least 1. */
  readonly takers: number;
  /** Ids offered and in hand at most, all takers together: enough to keep every connection busy, few enough that a newcomer is soon next. */
  readonly window: number;
  start(deliver: Deliver, lost: () => void): void;
  offer(ids: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}
