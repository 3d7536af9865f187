import type { DeliveryOrder, DeliveryReport, MarkHandOver } from '../domain/delivery-order.js';

/**
 * Hands ONE email to ONE server. A transport translates: it reports what was seen and decides nothing.
 *
 * `send` always resolves; whatever goes wrong is in the report. It asks for the mark at most once, and sends nothing of
 * the message before the mark is granted. Orders may be sent side by side.
 *
 * `release` lets the connections of an account go: the idle ones at once, and it resolves when they are closed. Orders that wait for a
 * connection of it come back NOT_HANDED_OVER; what is under way goes on.
 *
 * `close` waits for the orders in hand, then lets go of every connection; it may be called twice. An order given after
 * it is REFUSED with the error code `ECLOSED`.
 */
export interface Transport {
  send(order: DeliveryOrder, markHandOver: MarkHandOver): Promise<DeliveryReport>;
  release(accountId: string): Promise<void>;
  close(): Promise<void>;
}
