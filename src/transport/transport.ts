import type { DeliveryOrder, DeliveryReport, MarkHandOver } from '../domain/delivery-order.js';

/**
 * Hands ONE email to ONE server. A transport translates: it reports what was seen and decides nothing.
 *
 * `send` always resolves; whatever goes wrong is in the report. It asks for the mark at most once, and sends nothing of
 * the message before the mark is granted. Orders may be sent side by side.
 *
 * `release` lets the idle connections of an account go, and resolves when they are closed.
 *
 * `close` waits for the orders in hand, then lets go of every connection; it may be called twice. An order given after
 * it is REFUSED with the error code `ECLOSED`.
 */
export interface Transport {
  send(order: DeliveryOrder, markHandOver: MarkHandOver): Promise<DeliveryReport>;
  release(accountId: string): Promise<void>;
  close(): Promise<void>;
}
