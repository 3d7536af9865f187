/**
 * The life of an email.
 *
 *   accepted ─▶ SCHEDULED ─▶ QUEUED ─▶ SENDING ─▶ SENDING, handed over ─▶ SENT | CAPTURED | FAILED | UNKNOWN
 *                  └────────────┴─▶ PARKED ◀┘ (and back to QUEUED)         (or QUEUED again, or PARKED)
 *
 * - An email is written down before it is acknowledged: SCHEDULED when its time is ahead, QUEUED when it may go, PARKED
 *   when mail is off, there is no route, its account stands still, or the database is taken for a copy (see instance.ts),
 *   which parks whatever waits. It is never turned away for a fault of ours.
 * - A claim makes it SENDING and gives its worker a lease. While the lease lives, there is no second claim.
 * - Before the first byte of the message leaves, the hand-over is marked. The mark is the one fact that tells "the server
 *   cannot have it" from "the server may have it". It is set once a claim: who cannot set it sends nothing.
 * - Until it is marked it can be taken out of a worker's hands: a person cancels it, or it is given back (GIVEN_BACK: there is no
 *   token or no connection for it, its way changed, or the worker stops) and is QUEUED in its place. The mark comes too late then,
 *   and is refused. What is marked may be leaving the house, and nobody takes it back.
 * - A report settles it. Without the mark a server can only have refused: SENT, CAPTURED and UNKNOWN need the mark.
 * - A lease that ran out without a mark means the server has nothing: QUEUED again. With a mark it is not known: UNKNOWN,
 *   or QUEUED where the caller chose at-least-once (`onUnknown: RETRY`).
 * - UNKNOWN is left only by a person, who found out: it arrived (SENT), or it did not and is to be sent again (QUEUED).
 * - PARKED is left when its reason is gone (FREED, with that same reason), when a person releases it, or cancels it.
 * - FAILED can be tried again by a person; SENT, CAPTURED and CANCELLED are the end. To send such an email once more is a
 *   new email.
 */
import type { EmailStatus, OnUnknown, ParkedReason } from './email.js';

export { settle } from './settlement.js';
export type { Settlement, SettlementInput, SettledRecipient } from './settlement.js';

/** Where an email stands. `handedOver` is the durable mark of this claim; `parkedReason` goes with PARKED only. */
export interface DeliveryState {
  readonly status: EmailStatus;
  readonly parkedReason: ParkedReason | null;
  readonly handedOver: boolean;
}

/** What a report may settle an email to: see {@link settle}. */
export type SettledStatus = 'SENT' | 'CAPTURED' | 'QUEUED' | 'PARKED' | 'UNKNOWN' | 'FAILED';

/**
 * What can happen to an email. `later`: its time to send is still ahead. RETRY, RELEASE, CANCEL and RESOLVE_… are asked
 * for by a person; `pending` says that some recipients are still to be sent to.
 */
export type DeliveryEvent =
  | { readonly kind: 'ACCEPTED'; readonly later: boolean; readonly parkedReason: ParkedReason | null }
  | { readonly kind: 'DUE' | 'CLAIMED' | 'MARKED' | 'GIVEN_BACK' | 'CANCEL' | 'RETRY' | 'RESOLVE_RESEND' }
  | { readonly kind: 'REPORT'; readonly status: SettledStatus; readonly parkedReason: ParkedReason | null }
  | { readonly kind: 'LEASE_EXPIRED'; readonly onUnknown: OnUnknown }
  | { readonly kind: 'PARK'; readonly parkedReason: ParkedReason }
  | { readonly kind: 'FREED'; readonly parkedReason: ParkedReason; readonly later: boolean }
  | { readonly kind: 'RELEASE'; readonly later: boolean }
  | { readonly kind: 'RESOLVE_ARRIVED'; readonly pending: boolean };

/** Statuses that nothing but a person leads out of; their dispatch row is gone. */
export const FINAL_STATUSES = ['SENT', 'CAPTURED', 'FAILED', 'CANCELLED'] as const satisfies readonly EmailStatus[];
export const isFinal = (status: EmailStatus): boolean => (FINAL_STATUSES as readonly EmailStatus[]).includes(status);

const at = (status: EmailStatus): DeliveryState => ({ status, parkedReason: null, handedOver: false });
const parked = (parkedReason: ParkedReason): DeliveryState => ({ status: 'PARKED', parkedReason, handedOver: false });
const waiting = (later: boolean): DeliveryState => at(later ? 'SCHEDULED' : 'QUEUED');

type Step = DeliveryState | 'WRONG_STATE';

const whileWaiting = (state: DeliveryState, event: DeliveryEvent): Step => {
  switch (event.kind) {
    case 'DUE': return state.status === 'SCHEDULED' ? at('QUEUED') : 'WRONG_STATE';
    // A scheduled email whose time has come is claimed as it is: whether it is due was the claim's condition.
    case 'CLAIMED': return at('SENDING');
    case 'PARK': return parked(event.parkedReason);
    case 'RETRY': return at('QUEUED');
    case 'CANCEL': return at('CANCELLED');
    default: return 'WRONG_STATE';
  }
};

const whileSending = (state: DeliveryState, event: DeliveryEvent): Step => {
  switch (event.kind) {
    case 'MARKED': return state.handedOver ? 'WRONG_STATE' : { ...state, handedOver: true };
    case 'LEASE_EXPIRED': return at(state.handedOver && event.onUnknown === 'HOLD' ? 'UNKNOWN' : 'QUEUED');
    case 'GIVEN_BACK': return state.handedOver ? 'WRONG_STATE' : at('QUEUED');
    case 'CANCEL': return state.handedOver ? 'WRONG_STATE' : at('CANCELLED');
    // After the mark only a report or the end of the lease may decide: the server may have it already.
    case 'PARK': return state.handedOver ? 'WRONG_STATE' : parked(event.parkedReason);
    case 'REPORT': {
      const needsMark = event.status === 'SENT' || event.status === 'CAPTURED' || event.status === 'UNKNOWN';
      if (needsMark && !state.handedOver) return 'WRONG_STATE';
      return event.status === 'PARKED' ? parked(event.parkedReason ?? 'ACCOUNT_PAUSED') : at(event.status);
    }
    default: return 'WRONG_STATE';
  }
};

const whileParked = (state: DeliveryState, event: DeliveryEvent): Step => {
  switch (event.kind) {
    case 'FREED': return event.parkedReason === state.parkedReason ? waiting(event.later) : 'WRONG_STATE';
    case 'RELEASE': return waiting(event.later);
    case 'RETRY': return at('QUEUED');
    case 'PARK': return parked(event.parkedReason);
    case 'CANCEL': return at('CANCELLED');
    default: return 'WRONG_STATE';
  }
};

const whileUnknown = (event: DeliveryEvent): Step => {
  if (event.kind === 'RESOLVE_ARRIVED') return at(event.pending ? 'QUEUED' : 'SENT');
  return event.kind === 'RESOLVE_RESEND' ? at('QUEUED') : 'WRONG_STATE';
};

/**
 * Where an event leads from a state (`null`: not asked for yet), or WRONG_STATE where it must change nothing. Total: every
 * pair of state and event has an answer.
 */
export const nextState = (state: DeliveryState | null, event: DeliveryEvent): Step => {
  if (state === null) {
    if (event.kind !== 'ACCEPTED') return 'WRONG_STATE';
    return event.parkedReason === null ? waiting(event.later) : parked(event.parkedReason);
  }
  switch (state.status) {
    case 'SCHEDULED':
    case 'QUEUED': return whileWaiting(state, event);
    case 'SENDING': return whileSending(state, event);
    case 'PARKED': return whileParked(state, event);
    case 'UNKNOWN': return whileUnknown(event);
    case 'FAILED': return event.kind === 'RETRY' ? at('QUEUED') : 'WRONG_STATE';
    case 'SENT':
    case 'CAPTURED':
    case 'CANCELLED': return 'WRONG_STATE';
  }
};
