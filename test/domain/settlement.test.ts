import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextState, settle } from '../../src/domain/delivery.js';
import type { DeliveryState, SettlementInput } from '../../src/domain/delivery.js';
import type { DeliveryReport, RecipientReply } from '../../src/domain/delivery-order.js';
import { SCOPES, VERDICTS } from '../../src/domain/diagnosis.js';
import type { RecipientStatus } from '../../src/domain/email.js';
import { GIVE_UP_AFTER_MS } from '../../src/domain/retry-policy.js';
import type { Evidence } from '../../src/domain/stage.js';

const NOW = 1_800_000_000_000;
const seen = (values: Partial<Evidence> = {}): Evidence => ({
  stage: 'DONE', code: 250, enhancedCode: '2.0.0', reply: '250 2.0.0 Ok: queued as 4711', errorCode: null, errorMessage: null,
  host: 'smtp.example.com', port: 25, banner: null, capabilities: [], ...values,
});
const yes = (address: string): RecipientReply => ({ address, accepted: true, code: 250, enhancedCode: '2.1.5', reply: '250 2.1.5 Ok' });
const no = (address: string, code: number, enhancedCode: string, words: string): RecipientReply =>
  ({ address, accepted: false, code, enhancedCode, reply: `${code} ${enhancedCode} ${words}` });
const unknownUser = (address: string) => no(address, 550, '5.1.1', `<${address}>: Recipient address rejected: User unknown in local recipient table`);
const greylisted = (address: string) => no(address, 450, '4.2.0', `<${address}>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help`);
const relayDenied = (address: string) => no(address, 454, '4.7.1', `<${address}>: Relay access denied`);

const report = (values: Partial<DeliveryReport> = {}): DeliveryReport => ({
  outcome: 'ACCEPTED', recipients: [yes('a@b.example')], evidence: seen(), retryAfterSeconds: null, latencyMs: 1, providerMessageId: null, ...values,
});
const pending = (...addresses: string[]) => addresses.map((address) => ({ address, status: 'PENDING' as RecipientStatus }));
const settled = (values: Partial<SettlementInput> = {}) => settle({
  report: report(), diagnosis: { verdict: 'BACKOFF', scope: 'SERVER' }, recipients: pending('a@b.example'), sandbox: false, onUnknown: 'HOLD',
  fromIsAccountsOwn: true, tries: 1, firstTryAt: NOW, now: NOW, chance: 0.5, ...values,
});
type Judged = NonNullable<SettlementInput['diagnosis']>;
const refused = (verdict: Judged['verdict'], scope: Judged['scope'], values: Partial<SettlementInput> = {}) =>
  settled({ report: report({ outcome: 'REFUSED', recipients: [], evidence: seen({ stage: 'AFTER_DATA', code: 451, reply: '451 no' }) }), diagnosis: { verdict, scope }, ...values });

test('what the server took is SENT, with its words; what the sandbox took is CAPTURED', () => {
  expect(settled()).toEqual({ status: 'SENT', parkedReason: null, pauseAccount: false, retryAtMs: null, recipientsAtMost: null,
    recipients: [{ address: 'a@b.example', status: 'ACCEPTED', code: 250, enhancedCode: '2.1.5', reply: '250 2.1.5 Ok' }] });
  expect(settled({ sandbox: true })).toMatchObject({ status: 'CAPTURED', recipients: [{ status: 'CAPTURED' }] });
});

test('a provider that names no recipient took it for all', () => {
  expect(settled({ report: report({ recipients: [] }), recipients: pending('a@b.example', 'c@b.example') }))
    .toMatchObject({ status: 'SENT', recipients: [{ status: 'ACCEPTED', code: 250 }, { status: 'ACCEPTED' }] });
});

test('a recipient is found again whatever the case and spelling of its address', () => {
  expect(settled({ report: report({ recipients: [yes('A@xn--mnchen-3ya.example')] }), recipients: pending('a@münchen.example') })).toMatchObject({ status: 'SENT' });
});

test.each([
  ['BACKOFF', 'SERVER', 'QUEUED', false], ['BACKOFF', 'MESSAGE', 'QUEUED', false], ['AFTER_RESET', 'ACCOUNT', 'QUEUED', false], ['SPLIT', 'MESSAGE', 'FAILED', false],
  ['PARK', 'ACCOUNT', 'PARKED', true], ['PARK', 'SERVER', 'PARKED', true], ['PARK', 'APP', 'PARKED', true], ['PARK', 'SENDER', 'PARKED', true],
  ['PARK', 'MESSAGE', 'PARKED', false], ['PARK', 'RECIPIENT', 'PARKED', false], ['NEVER', 'MESSAGE', 'FAILED', false], ['NEVER', 'ACCOUNT', 'FAILED', false],
  ['UNKNOWN_OUTCOME', 'MESSAGE', 'UNKNOWN', false],
] as const)('%s of %s becomes %s (account paused: %s)', (verdict, scope, status, pauseAccount) => {
  const settlement = refused(verdict, scope);
  expect(settlement).toMatchObject({ status, pauseAccount, parkedReason: status === 'PARKED' ? 'ACCOUNT_PAUSED' : null });
  expect(settlement?.retryAtMs === null).toBe(status !== 'QUEUED');
});

test('a fault of a From that is not the account\'s own parks the email and leaves the account running', () => {
  expect(refused('PARK', 'SENDER', { fromIsAccountsOwn: false })).toMatchObject({ status: 'PARKED', pauseAccount: false });
});

test('without the mark nothing is written: the lease decides', () => {
  expect(settled({ report: report({ outcome: 'NOT_HANDED_OVER', recipients: [] }) })).toBeNull();
});

test('handed over without an answer is UNKNOWN whatever the diagnosis says, and again only where that was chosen', () => {
  const silent = report({ outcome: 'UNKNOWN', evidence: seen({ stage: 'AFTER_DATA', code: null, reply: null, errorCode: 'ECONNECTION' }) });
  for (const verdict of VERDICTS) {
    expect(settled({ report: silent, diagnosis: { verdict, scope: 'SERVER' } })).toMatchObject({ status: 'UNKNOWN', retryAtMs: null, recipients: [{ status: 'UNKNOWN' }] });
  }
  expect(settled({ report: silent, onUnknown: 'RETRY' })).toMatchObject({ status: 'QUEUED', retryAtMs: NOW + 45_000, recipients: [{ status: 'PENDING' }] });
  expect(settled({ report: silent, onUnknown: 'RETRY', firstTryAt: NOW - GIVE_UP_AFTER_MS })).toMatchObject({ status: 'UNKNOWN', recipients: [{ status: 'UNKNOWN' }] });
});

test('of a message taken in part, only those come again that may', () => {
  const settlement = settled({
    report: report({ recipients: [yes('a@b.example'), unknownUser('gone@b.example'), greylisted('grey@b.example')] }),
    recipients: pending('a@b.example', 'gone@b.example', 'grey@b.example'),
  });
  expect(settlement).toMatchObject({ status: 'QUEUED', pauseAccount: false, recipients: [{ status: 'ACCEPTED' }, { status: 'REFUSED', code: 550 }, { status: 'PENDING', code: 450 }] });
});

test('taken for some and refused for good for the others is SENT, with the refusals on their recipients', () => {
  expect(settled({ report: report({ recipients: [yes('a@b.example'), unknownUser('gone@b.example')] }), recipients: pending('a@b.example', 'gone@b.example') }))
    .toMatchObject({ status: 'SENT', recipients: [{ status: 'ACCEPTED' }, { status: 'REFUSED', reply: expect.stringContaining('User unknown') }] });
  expect(settled({ report: report({ outcome: 'REFUSED', recipients: [unknownUser('gone@b.example')] }), recipients: [...pending('gone@b.example'), { address: 'a@b.example', status: 'ACCEPTED' }] }))
    .toMatchObject({ status: 'SENT', recipients: [{ address: 'gone@b.example', status: 'REFUSED' }] });
});

test('refused for good for everybody is FAILED', () => {
  expect(settled({ report: report({ outcome: 'REFUSED', recipients: [unknownUser('a@b.example')], evidence: seen({ stage: 'RCPT_TO', code: 550 }) }) }))
    .toMatchObject({ status: 'FAILED', recipients: [{ status: 'REFUSED' }] });
});

test('the text decides before the code: Postfix\'s 454 Relay access denied parks and pauses', () => {
  expect(settled({ report: report({ outcome: 'REFUSED', recipients: [relayDenied('a@b.example')], evidence: seen({ stage: 'RCPT_TO', code: 454 }) }) }))
    .toMatchObject({ status: 'PARKED', parkedReason: 'ACCOUNT_PAUSED', pauseAccount: true, recipients: [{ status: 'PENDING' }] });
});

test('a refused recipient is never in doubt, even when the message is', () => {
  expect(settled({ report: report({ outcome: 'UNKNOWN', recipients: [yes('a@b.example'), unknownUser('gone@b.example')], evidence: seen({ stage: 'AFTER_DATA', code: null, reply: null }) }),
    recipients: pending('a@b.example', 'gone@b.example') })).toMatchObject({ status: 'UNKNOWN', recipients: [{ status: 'UNKNOWN' }, { status: 'REFUSED' }] });
});

test('a server that takes only so many recipients at once gets the rest at once', () => {
  const tooMany = no('c@b.example', 452, '4.5.3', 'Error: too many recipients');
  expect(settled({ report: report({ recipients: [yes('a@b.example'), tooMany] }), recipients: pending('a@b.example', 'c@b.example') }))
    .toMatchObject({ status: 'QUEUED', retryAtMs: NOW, recipients: [{ status: 'ACCEPTED' }, { status: 'PENDING' }] });
});

test('a hint in the report, else in the server\'s words, sets the time', () => {
  const deferred = (reply: string, retryAfterSeconds: number | null) =>
    report({ outcome: 'REFUSED', recipients: [], retryAfterSeconds, evidence: seen({ stage: 'MAIL_FROM', code: 451, enhancedCode: '4.7.1', reply }) });
  expect(settled({ report: deferred('451 4.7.1 Please try again in 5 minutes', null) })?.retryAtMs).toBe(NOW + 300_000);
  expect(settled({ report: deferred('451 4.7.1 Please try again in 5 minutes', 7) })?.retryAtMs).toBe(NOW + 7_000);
});

test('after three days of tries what is still deferred is refused', () => {
  expect(refused('BACKOFF', 'SERVER', { firstTryAt: NOW - GIVE_UP_AFTER_MS })).toMatchObject({ status: 'FAILED', retryAtMs: null, recipients: [{ status: 'REFUSED' }] });
  expect(refused('BACKOFF', 'SERVER', { firstTryAt: NOW - GIVE_UP_AFTER_MS, parkedMs: 1_000 })).toMatchObject({ status: 'QUEUED' });
  expect(refused('PARK', 'ACCOUNT', { firstTryAt: NOW - GIVE_UP_AFTER_MS })).toMatchObject({ status: 'PARKED' });
});

test('a policy of the account decides when to try again and when to give up', () => {
  const policy = { shortestMs: 5_000, longestMs: 5_000, giveUpAfterMs: 60_000 };
  expect(refused('BACKOFF', 'SERVER', { policy })).toMatchObject({ status: 'QUEUED', retryAtMs: NOW + 5_000 });
  expect(refused('BACKOFF', 'SERVER', { policy, firstTryAt: NOW - 60_000 })).toMatchObject({ status: 'FAILED' });
});

const MANY = ['a@b.example', 'c@b.example', 'd@b.example', 'e@b.example', 'f@b.example'];
const tooMany = report({ outcome: 'REFUSED', recipients: [], evidence: seen({ stage: 'DATA', code: 552, enhancedCode: '5.5.3', reply: '552 5.5.3 Too many recipients' }) });

test('a server that refuses the whole message for its many recipients is tried at once with half as many', () => {
  const split = { report: tooMany, diagnosis: { verdict: 'SPLIT', scope: 'MESSAGE' } } as const;
  expect(settled({ ...split, recipients: pending(...MANY) })).toMatchObject({ status: 'QUEUED', retryAtMs: NOW, recipientsAtMost: 2 });
  expect(settled({ ...split, recipients: pending(...MANY), envelope: MANY.slice(0, 3) })).toMatchObject({ status: 'QUEUED', retryAtMs: NOW, recipientsAtMost: 1 });
  expect(settled({ ...split, recipients: pending(...MANY), envelope: MANY.slice(0, 1) }))
    .toMatchObject({ status: 'QUEUED', retryAtMs: NOW, recipients: [{ address: MANY[0], status: 'REFUSED' }] });
  expect(settled({ ...split, recipients: pending('a@b.example') })).toMatchObject({ status: 'FAILED', recipients: [{ status: 'REFUSED' }] });
});

test('who was not in the envelope stays as it is, and goes at once when the envelope got somewhere', () => {
  const first = settled({ report: report({ recipients: [yes('a@b.example')] }), recipients: pending(...MANY), envelope: ['a@b.example'] });
  expect(first).toMatchObject({ status: 'QUEUED', retryAtMs: NOW, recipientsAtMost: null });
  expect(first?.recipients.map(({ address }) => address)).toEqual(['a@b.example']);
  const deferred = settled({ report: report({ outcome: 'REFUSED', recipients: [greylisted('a@b.example')], evidence: seen({ stage: 'RCPT_TO', code: 450 }) }), recipients: pending(...MANY), envelope: ['a@b.example'] });
  expect(deferred).toMatchObject({ status: 'QUEUED', retryAtMs: NOW + 45_000 });
});

test('whatever a server takes at once, the parts reach everybody exactly once, and a server that takes none is not asked for ever', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(20), fc.boolean(), (count, takes, byName) => {
    const held = new Map<string, RecipientStatus>(Array.from({ length: count }, (_, at) => [`r${at}@b.example`, 'PENDING']));
    const got = new Map<string, number>();
    let [most, tries, status]: [number, number, string] = [count, 0, 'QUEUED'];
    for (; status === 'QUEUED'; tries += 1) {
      expect(tries).toBeLessThanOrEqual(2 * count + 12);
      const envelope = [...held].filter(([, one]) => one === 'PENDING').slice(0, most).map(([address]) => address);
      const taken = byName ? envelope.slice(0, takes) : envelope.length <= takes ? envelope : [];
      const named = [...taken.map(yes), ...(byName ? envelope.slice(takes).map((address) => no(address, 452, '4.5.3', 'Error: too many recipients')) : [])];
      const settlement = settled({
        report: taken.length > 0 ? report({ recipients: named }) : { ...tooMany, recipients: named }, diagnosis: { verdict: 'SPLIT', scope: 'MESSAGE' },
        recipients: [...held].map(([address, one]) => ({ address, status: one })), envelope,
      });
      if (settlement === null) throw new Error('Nothing was settled');
      for (const address of taken) got.set(address, (got.get(address) ?? 0) + 1);
      for (const one of settlement.recipients) held.set(one.address, one.status);
      expect(settlement.retryAtMs).toBe(settlement.status === 'QUEUED' ? NOW : null);
      most = settlement.recipientsAtMost ?? most;
      ({ status } = settlement);
    }
    expect(status).toBe(takes > 0 ? 'SENT' : 'FAILED');
    expect([...got.values()]).toEqual(Array(takes > 0 ? count : 0).fill(1));
    expect([...held.values()]).not.toContain('PENDING');
  }));
});

const ADDRESSES = ['a@b.example', 'c@b.example', 'd@b.example'];
const answer = (address: string) => fc.constantFrom(yes(address), unknownUser(address), greylisted(address), relayDenied(address));
const anyReport: fc.Arbitrary<DeliveryReport> = fc.tuple(
  fc.constantFrom('ACCEPTED', 'REFUSED', 'UNKNOWN', 'NOT_HANDED_OVER'), fc.tuple(...ADDRESSES.map(answer)), fc.subarray(ADDRESSES),
).map(([outcome, answers, named]) => report({ outcome, recipients: answers.filter(({ address }) => named.includes(address)), evidence: outcome === 'UNKNOWN' ? seen({ stage: 'AFTER_DATA', code: null, reply: null }) : seen() }));
const anyTry = fc.record({ report: anyReport, lostLease: fc.boolean(), most: fc.integer({ min: 1, max: 3 }), diagnosis: fc.record({ verdict: fc.constantFrom(...VERDICTS), scope: fc.constantFrom(...SCOPES) }) });

test('no recipient may get an email twice unless a person asks for it, and none is forgotten', () => {
  fc.assert(fc.property(fc.array(anyTry, { maxLength: 12 }), (tries) => {
    let state: DeliveryState = { status: 'QUEUED', parkedReason: null, handedOver: false };
    const maybeHas = new Map<string, number>();
    const recipients = new Map<string, RecipientStatus>(ADDRESSES.map((address) => [address, 'PENDING']));
    const status = () => state.status;
    const step = (event: Parameters<typeof nextState>[1]) => {
      const next = nextState(state, event);
      if (next === 'WRONG_STATE') throw new Error(`${event.kind} refused in ${state.status}`);
      state = next;
    };
    for (const one of tries) {
      if (status() === 'PARKED') step({ kind: 'RELEASE', later: false });
      if (status() !== 'QUEUED') break;
      const due = ADDRESSES.filter((address) => recipients.get(address) === 'PENDING').slice(0, one.most);
      const reported = { ...one.report, recipients: one.report.recipients.filter(({ address }) => due.includes(address)) };
      step({ kind: 'CLAIMED' });
      if (reported.outcome !== 'NOT_HANDED_OVER') step({ kind: 'MARKED' });
      const handedOver = reported.outcome === 'ACCEPTED' || reported.outcome === 'UNKNOWN';
      const turnedDown = new Set(reported.recipients.filter(({ accepted }) => !accepted).map(({ address }) => address));
      if (handedOver) for (const address of due) if (!turnedDown.has(address)) maybeHas.set(address, (maybeHas.get(address) ?? 0) + 1);
      const settlement = settle({
        ...one, report: reported, envelope: due, recipients: [...recipients].map(([address, held]) => ({ address, status: held })), sandbox: false, onUnknown: 'HOLD',
        fromIsAccountsOwn: true, tries: 1, firstTryAt: NOW, now: NOW, chance: 0.5,
      });
      if (settlement === null || (one.lostLease && handedOver)) {
        step({ kind: 'LEASE_EXPIRED', onUnknown: 'HOLD' });
      } else {
        step({ kind: 'REPORT', status: settlement.status, parkedReason: settlement.parkedReason });
        expect(settlement.recipients.map(({ address }) => address)).toEqual(due);
        for (const one of settlement.recipients) recipients.set(one.address, one.status);
        const left = [...recipients.values()].includes('PENDING');
        if (status() === 'SENT' || status() === 'FAILED') expect(left).toBe(false);
        if (status() === 'QUEUED' || status() === 'PARKED') expect(left).toBe(true);
      }
      expect(Math.max(0, ...maybeHas.values())).toBeLessThanOrEqual(1);
    }
  }), { numRuns: 1_000 });
});
