import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FINAL_STATUSES, isFinal, nextState } from '../../src/domain/delivery.js';
import type { DeliveryEvent, DeliveryState, SettledStatus } from '../../src/domain/delivery.js';
import { EMAIL_STATUSES, PARKED_REASONS } from '../../src/domain/email.js';

const SETTLED: readonly SettledStatus[] = ['SENT', 'CAPTURED', 'QUEUED', 'PARKED', 'UNKNOWN', 'FAILED'];

const EVENTS: Record<string, DeliveryEvent> = {
  'ACCEPTED': { kind: 'ACCEPTED', later: false, parkedReason: null },
  'ACCEPTED later': { kind: 'ACCEPTED', later: true, parkedReason: null },
  'ACCEPTED parked': { kind: 'ACCEPTED', later: true, parkedReason: 'NO_ROUTE' },
  'DUE': { kind: 'DUE' }, 'CLAIMED': { kind: 'CLAIMED' }, 'MARKED': { kind: 'MARKED' }, 'GIVEN_BACK': { kind: 'GIVEN_BACK' },
  ...Object.fromEntries(SETTLED.map((status) => [`REPORT ${status}`, { kind: 'REPORT', status, parkedReason: status === 'PARKED' ? 'ACCOUNT_PAUSED' : null } as const])),
  'LEASE_EXPIRED hold': { kind: 'LEASE_EXPIRED', onUnknown: 'HOLD' }, 'LEASE_EXPIRED retry': { kind: 'LEASE_EXPIRED', onUnknown: 'RETRY' },
  'PARK': { kind: 'PARK', parkedReason: 'MAIL_OFF' },
  'FREED': { kind: 'FREED', parkedReason: 'ACCOUNT_PAUSED', later: false }, 'FREED other': { kind: 'FREED', parkedReason: 'MAIL_OFF', later: false },
  'FREED later': { kind: 'FREED', parkedReason: 'ACCOUNT_PAUSED', later: true }, 'RELEASE': { kind: 'RELEASE', later: false }, 'RELEASE later': { kind: 'RELEASE', later: true },
  'RETRY': { kind: 'RETRY' }, 'CANCEL': { kind: 'CANCEL' }, 'RESOLVE_RESEND': { kind: 'RESOLVE_RESEND' },
  'RESOLVE_ARRIVED': { kind: 'RESOLVE_ARRIVED', pending: false }, 'RESOLVE_ARRIVED pending': { kind: 'RESOLVE_ARRIVED', pending: true },
};

const state = (status: DeliveryState['status'], values: Partial<DeliveryState> = {}): DeliveryState => ({ status, parkedReason: null, handedOver: false, ...values });
const STATES: Record<string, DeliveryState | null> = {
  'nothing': null, ...Object.fromEntries(EMAIL_STATUSES.map((status) => [status, state(status)])),
  'PARKED': state('PARKED', { parkedReason: 'ACCOUNT_PAUSED' }), 'SENDING+': state('SENDING', { handedOver: true }),
};

/** The whole table: what is not named here must change nothing. `SENDING+` is handed over. */
const TRANSITIONS: Record<string, Record<string, string>> = {
  'nothing': { 'ACCEPTED': 'QUEUED', 'ACCEPTED later': 'SCHEDULED', 'ACCEPTED parked': 'PARKED' },
  'SCHEDULED': { DUE: 'QUEUED', CLAIMED: 'SENDING', PARK: 'PARKED', RETRY: 'QUEUED', CANCEL: 'CANCELLED' },
  'QUEUED': { CLAIMED: 'SENDING', PARK: 'PARKED', RETRY: 'QUEUED', CANCEL: 'CANCELLED' },
  'SENDING': {
    'MARKED': 'SENDING+', 'REPORT QUEUED': 'QUEUED', 'REPORT PARKED': 'PARKED', 'REPORT FAILED': 'FAILED', 'PARK': 'PARKED',
    'LEASE_EXPIRED hold': 'QUEUED', 'LEASE_EXPIRED retry': 'QUEUED', 'GIVEN_BACK': 'QUEUED', 'CANCEL': 'CANCELLED',
  },
  'SENDING+': {
    'REPORT SENT': 'SENT', 'REPORT CAPTURED': 'CAPTURED', 'REPORT QUEUED': 'QUEUED', 'REPORT PARKED': 'PARKED', 'REPORT UNKNOWN': 'UNKNOWN',
    'REPORT FAILED': 'FAILED', 'LEASE_EXPIRED hold': 'UNKNOWN', 'LEASE_EXPIRED retry': 'QUEUED',
  },
  'PARKED': {
    'FREED': 'QUEUED', 'FREED later': 'SCHEDULED', 'RELEASE': 'QUEUED', 'RELEASE later': 'SCHEDULED', 'RETRY': 'QUEUED', 'PARK': 'PARKED', 'CANCEL': 'CANCELLED',
  },
  'UNKNOWN': { 'RESOLVE_ARRIVED': 'SENT', 'RESOLVE_ARRIVED pending': 'QUEUED', 'RESOLVE_RESEND': 'QUEUED' },
  'FAILED': { RETRY: 'QUEUED' },
};

const named = (next: DeliveryState | 'WRONG_STATE') => (next === 'WRONG_STATE' ? next : `${next.status}${next.handedOver ? '+' : ''}`);

test.each(Object.entries(STATES).flatMap(([from, before]) => Object.entries(EVENTS)
  .map(([event, what]) => [from, event, TRANSITIONS[from]?.[event] ?? 'WRONG_STATE', before, what] as const)))(
  '%s on %s becomes %s', (_from, _event, expected, before, event) => {
    expect(named(nextState(before, event))).toBe(expected);
  });

const anyEvent = fc.constantFrom(...Object.values(EVENTS));

test('a parked email always has a reason, and no other has', () => {
  fc.assert(fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
    let now = state('QUEUED');
    for (const event of events) {
      const next = nextState(now, event);
      if (next !== 'WRONG_STATE') now = next;
      expect(now).toMatchObject({ parkedReason: now.status === 'PARKED' ? expect.stringMatching(PARKED_REASONS.join('|')) : null });
    }
  }));
});

test('no email is lost: from every state that is not final some event leads on to a final one', () => {
  for (const [name, from] of Object.entries(STATES)) {
    const seen = new Map<string, DeliveryState | null>([[name, from]]);
    for (const [, reached] of seen) {
      for (const event of Object.values(EVENTS)) {
        const next = nextState(reached, event);
        if (next !== 'WRONG_STATE' && !seen.has(JSON.stringify(next))) seen.set(JSON.stringify(next), next);
      }
    }
    if (from === null || !isFinal(from.status)) expect([...seen.values()].some((reached) => reached !== null && isFinal(reached.status))).toBe(true);
  }
  expect(FINAL_STATUSES).toEqual(['SENT', 'CAPTURED', 'FAILED', 'CANCELLED']);
});

test('what is being sent is not claimed a second time, and can be taken back until it is handed over', () => {
  const [inHand, handedOver] = [state('SENDING'), state('SENDING', { handedOver: true })];
  for (const sending of [inHand, handedOver]) for (const kind of ['CLAIMED', 'RETRY', 'DUE'] as const) expect(nextState(sending, { kind })).toBe('WRONG_STATE');
  for (const kind of ['CANCEL', 'GIVEN_BACK'] as const) {
    expect(nextState(inHand, { kind })).not.toBe('WRONG_STATE');
    expect(nextState(handedOver, { kind })).toBe('WRONG_STATE');
  }
});

test('only a person who found out leads out of UNKNOWN', () => {
  const leading = Object.values(EVENTS).filter((event) => nextState(state('UNKNOWN'), event) !== 'WRONG_STATE').map((event) => event.kind);
  expect(new Set(leading)).toEqual(new Set(['RESOLVE_ARRIVED', 'RESOLVE_RESEND']));
});

test('a parked email is freed by the end of its own reason only', () => {
  for (const held of PARKED_REASONS) for (const gone of PARKED_REASONS) {
    const next = nextState(state('PARKED', { parkedReason: held }), { kind: 'FREED', parkedReason: gone, later: false });
    expect(named(next)).toBe(held === gone ? 'QUEUED' : 'WRONG_STATE');
  }
});
