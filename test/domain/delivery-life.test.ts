import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isFinal, nextState, settle } from '../../src/domain/delivery.js';
import type { DeliveryEvent, DeliveryState } from '../../src/domain/delivery.js';
import type { DeliveryReport } from '../../src/domain/delivery-order.js';
import type { OnUnknown } from '../../src/domain/email.js';
import { PARKED_REASONS } from '../../src/domain/email.js';

/**
 * The whole life of one email among several workers that may sleep, crash and wake again, under leases and fences, while people
 * pause, cancel, retry and resolve. The rules of the database, that a claim, a mark and a settlement each change one row under
 * its fence, are the model's; what they lead to is asked of the domain, as the program does.
 */
const LEASE = 60;
const WORKERS = 3;
const START: DeliveryState = { status: 'QUEUED', parkedReason: null, handedOver: false };

/** What a worker believes. `may`: its mark was granted, so it may be sending; `took`: whether the server has the message, once it was sent. */
interface Worker { fence: number | null; may: boolean; took: boolean | null }

class World {
  state = START;
  fence = 0;
  leaseUntil = 0;
  now = 1;
  /** How often the server took the message, and how often a person asked for it once more, knowing that it may be there. */
  taken = 0;
  askedAgain = 0;
  readonly workers: Worker[] = Array.from({ length: WORKERS }, () => ({ fence: null, may: false, took: null }));
  readonly onUnknown: OnUnknown;

  constructor(onUnknown: OnUnknown) {
    this.onUnknown = onUnknown;
  }

  /** True where the event changed anything. */
  happen(event: DeliveryEvent): boolean {
    const next = nextState(this.state, event);
    if (next !== 'WRONG_STATE') this.state = next;
    return next !== 'WRONG_STATE';
  }

  /** The claim still stands in the database as this worker knows it. */
  holds({ fence }: Worker): boolean {
    return this.state.status === 'SENDING' && fence === this.fence;
  }

  claim(worker: Worker): void {
    if (worker.fence !== null || !this.happen({ kind: 'CLAIMED' })) return;
    this.fence += 1;
    this.leaseUntil = this.now + LEASE;
    Object.assign(worker, { fence: this.fence, may: false, took: null });
  }

  mark(worker: Worker): void {
    if (this.holds(worker) && this.now < this.leaseUntil && this.happen({ kind: 'MARKED' })) worker.may = true;
  }

  /** What a worker has no token or no connection for, or is told to leave. */
  giveBack(worker: Worker): void {
    if (worker.fence === null || (worker.may && worker.took === null)) return;
    if (this.holds(worker)) this.happen({ kind: 'GIVEN_BACK' });
    this.forget(worker);
  }

  /** The message leaves, however late: nothing can call back a worker whose mark was granted. */
  handOver(worker: Worker, taken: boolean): void {
    if (!worker.may || worker.took !== null) return;
    worker.took = taken;
    if (taken) this.taken += 1;
  }

  /** Workers report what they saw: a yes or a no is true, and where the answer was lost it is not known. */
  report(worker: Worker, answerLost: boolean, verdict: 'BACKOFF' | 'PARK' | 'NEVER'): void {
    if (worker.fence === null || (worker.may && worker.took === null)) return;
    const outcome = worker.took === null || !worker.took ? 'REFUSED' : 'ACCEPTED';
    if (this.holds(worker)) this.settle(worker.may && answerLost ? 'UNKNOWN' : outcome, verdict);
    this.forget(worker);
  }

  settle(outcome: 'ACCEPTED' | 'REFUSED' | 'UNKNOWN', verdict: 'BACKOFF' | 'PARK' | 'NEVER'): void {
    const report: DeliveryReport = {
      outcome, recipients: [], retryAfterSeconds: null, latencyMs: 1, providerMessageId: null,
      evidence: { stage: 'AFTER_DATA', code: null, enhancedCode: null, reply: null, errorCode: null, errorMessage: null, host: null, port: null, banner: null, capabilities: [] },
    };
    const settlement = settle({
      report, diagnosis: { verdict, scope: 'ACCOUNT' }, recipients: [{ address: 'a@b.example', status: 'PENDING' }], sandbox: false, onUnknown: this.onUnknown,
      fromIsAccountsOwn: true, tries: this.fence, firstTryAt: 0, now: this.now, chance: 0.5,
    });
    if (settlement === null) throw new Error('Every report settles');
    if (!this.happen({ kind: 'REPORT', status: settlement.status, parkedReason: settlement.parkedReason })) throw new Error(`No way to ${settlement.status}`);
  }

  crash(worker: Worker): void {
    // What a process had handed to the network before it died may still arrive, or not.
    this.forget(worker);
  }

  forget(worker: Worker): void {
    Object.assign(worker, { fence: null, may: false, took: null });
  }

  endLease(): void {
    if (this.state.status === 'SENDING' && this.now >= this.leaseUntil) this.happen({ kind: 'LEASE_EXPIRED', onUnknown: this.onUnknown });
  }

  ask(kind: 'CANCEL' | 'RETRY' | 'RESOLVE_RESEND'): void {
    if (this.happen({ kind }) && kind === 'RESOLVE_RESEND') this.askedAgain += 1;
  }

  /** An account is paused or mail is switched off: what waits is parked; who is in hand parks itself when it is claimed or reports. */
  park(reason: (typeof PARKED_REASONS)[number]): void {
    if (this.state.status !== 'SENDING') this.happen({ kind: 'PARK', parkedReason: reason });
  }
}

type Step = (world: World) => void;
const worker = fc.nat(WORKERS - 1);
const withWorker = (act: (world: World, one: Worker) => void): fc.Arbitrary<Step> => worker.map((at) => (world) => {
  const one = world.workers[at];
  if (one !== undefined) act(world, one);
});
const step = (act: Step): fc.Arbitrary<Step> => fc.constant(act);
const reason = fc.constantFrom(...PARKED_REASONS);

/** The steps of delivery itself: so that lives with all that people do still come to their end. */
const mostly = (arbitrary: fc.Arbitrary<Step>) => ({ arbitrary, weight: 12 });
const often = (arbitrary: fc.Arbitrary<Step>) => ({ arbitrary, weight: 6 });
const seldom = (arbitrary: fc.Arbitrary<Step>) => ({ arbitrary, weight: 1 });

/** What happens by itself: mostly the way of delivery, now and then a misfortune. */
const machine = [
  mostly(withWorker((world, one) => world.claim(one))), mostly(withWorker((world, one) => world.mark(one))), seldom(withWorker((world, one) => world.crash(one))), seldom(withWorker((world, one) => world.giveBack(one))),
  mostly(fc.tuple(worker, fc.boolean()).map(([at, taken]) => (world) => {
    const one = world.workers[at];
    if (one !== undefined) world.handOver(one, taken);
  })),
  often(fc.tuple(worker, fc.boolean(), fc.constantFrom('BACKOFF', 'PARK', 'NEVER')).map(([at, lost, verdict]) => (world) => {
    const one = world.workers[at];
    if (one !== undefined) world.report(one, lost, verdict);
  })),
  seldom(fc.integer({ min: 1, max: LEASE + 5 }).map((passed) => (world) => { world.now += passed; })),
  often(step((world) => world.endLease())), seldom(reason.map((why) => (world) => world.park(why))),
  often(reason.map((why) => (world) => { world.happen({ kind: 'FREED', parkedReason: why, later: false }); })), seldom(step((world) => { world.happen({ kind: 'DUE' }); })),
];
const people = [
  seldom(step((world) => world.ask('CANCEL'))), seldom(step((world) => world.ask('RETRY'))), seldom(step((world) => world.ask('RESOLVE_RESEND'))),
  seldom(step((world) => { world.happen({ kind: 'GIVEN_BACK' }); })),
  seldom(step((world) => { world.happen({ kind: 'RELEASE', later: false }); })), seldom(step((world) => { world.happen({ kind: 'RESOLVE_ARRIVED', pending: false }); })),
];
const lives = (...arbitraries: readonly { arbitrary: fc.Arbitrary<Step>; weight: number }[]) => fc.array(fc.oneof(...arbitraries), { maxLength: 120, size: 'max' });

/** The world after all of it; throws where after any step something does not hold. */
const lived = (steps: readonly Step[], onUnknown: OnUnknown, holds: (world: World) => boolean = () => true): World => {
  const world = new World(onUnknown);
  for (const one of steps) {
    one(world);
    if (!holds(world)) throw new Error(`It does not hold: ${JSON.stringify(world)}`);
  }
  return world;
};
const MANY = { numRuns: 1_000 };

test('with HOLD the server has an email at most once, and once more for each time that a person asked for it', () => {
  let taken = 0;
  fc.assert(fc.property(lives(...machine, ...people), (steps) => {
    const world = lived(steps, 'HOLD', (one) => one.taken <= 1 + one.askedAgain);
    taken += world.taken;
  }), MANY);
  expect(taken).toBeGreaterThan(MANY.numRuns / 10);
});

test('SENT is true where no person says so: the server has it', () => {
  let sent = 0;
  fc.assert(fc.property(lives(...machine), (steps) => {
    if (lived(steps, 'HOLD', ({ state, taken }) => state.status !== 'SENT' || taken === 1).state.status === 'SENT') sent += 1;
  }), MANY);
  expect(sent).toBeGreaterThan(0);
});

test('an email that the server may have and that nobody answered for is never due by itself with HOLD', () => {
  let unknown = 0;
  fc.assert(fc.property(lives(...machine), (steps) => {
    const { state: { status } } = lived(steps, 'HOLD', ({ state, taken }) => taken === 0 || !['QUEUED', 'SCHEDULED', 'PARKED', 'FAILED'].includes(state.status));
    if (status === 'UNKNOWN') unknown += 1;
  }), MANY);
  expect(unknown).toBeGreaterThan(0);
});

test.each(['HOLD', 'RETRY'] as const)('none is in SENDING for ever: when every worker is dead and the leases have ended it waits, or is settled (%s)', (onUnknown) => {
  let sending = 0;
  fc.assert(fc.property(lives(...machine, ...people), (steps) => {
    const world = lived(steps, onUnknown);
    if (world.state.status === 'SENDING') sending += 1;
    for (const one of world.workers) world.crash(one);
    world.now = Math.max(world.now, world.leaseUntil);
    world.endLease();
    expect(world.state.status).not.toBe('SENDING');
  }), MANY);
  expect(sending).toBeGreaterThan(0);
});

test('a worker whose lease went to another neither marks, nor settles, whatever it still believes', () => {
  fc.assert(fc.property(lives(...machine, ...people), (steps) => {
    const world = lived(steps, 'HOLD');
    for (const one of world.workers.filter(({ fence }) => fence !== null && fence !== world.fence)) {
      const before = world.state;
      const { may } = one;
      world.mark(one);
      world.report({ ...one, took: true, may }, false, 'NEVER');
      expect([world.state, one.may]).toEqual([before, may]);
    }
  }), MANY);
});

test('none is lost: whatever happened, claims, answers and what people may do lead to an end', () => {
  fc.assert(fc.property(lives(...machine, ...people), (steps) => {
    const world = lived(steps, 'HOLD');
    for (const one of world.workers) world.crash(one);
    world.now = Math.max(world.now, world.leaseUntil);
    world.endLease();
    if (world.state.status === 'UNKNOWN') world.happen({ kind: 'RESOLVE_ARRIVED', pending: false });
    if (world.state.status === 'PARKED') world.happen({ kind: 'RELEASE', later: false });
    const [one] = world.workers;
    if (one !== undefined && !isFinal(world.state.status)) {
      world.claim(one);
      world.mark(one);
      world.handOver(one, true);
      world.report(one, false, 'NEVER');
    }
    expect(isFinal(world.state.status)).toBe(true);
  }), MANY);
});
