import type { DeliveryOrder, DeliveryReport } from '../../domain/delivery-order.js';
import type { TransportOptions } from '../registry.js';

/** A number that stands for one order between the two sides; never used twice. */
export type Ticket = number;

/** What the main side says to the thread, several at a time. STOP: finish what is in hand, then end. */
export type ToThread =
  | { readonly kind: 'SEND'; readonly ticket: Ticket; readonly order: DeliveryOrder }
  | { readonly kind: 'MARKED'; readonly ticket: Ticket; readonly granted: boolean }
  | { readonly kind: 'RELEASE'; readonly ticket: Ticket; readonly accountId: string }
  | { readonly kind: 'STOP' };

/** What the thread says, several at a time. MARK: the server is ready for the message, may it go? FAILED: a fault of ours, no report. */
export type FromThread =
  | { readonly kind: 'MARK'; readonly ticket: Ticket }
  | { readonly kind: 'REPORT'; readonly ticket: Ticket; readonly report: DeliveryReport }
  | { readonly kind: 'RELEASED'; readonly ticket: Ticket }
  | { readonly kind: 'FAILED'; readonly ticket: Ticket; readonly words: string };

/** What the thread is started with. */
export type ThreadData = TransportOptions;
