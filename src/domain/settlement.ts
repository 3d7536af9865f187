/**
 * What one try makes of an email and of each of its recipients.
 *
 * Each pending recipient comes to one of five ends: taken, refused for good, to be tried again, kept until something is
 * mended, or not known. Where the server answered a recipient by name, that answer is judged by itself; else the
 * recipient shares what became of the message. A recipient that was taken is never tried again.
 *
 * The email then stands where its worst recipient stands, worst first: UNKNOWN (nobody may resend by mistake), PARKED,
 * QUEUED; and when nothing is left to do, SENT (CAPTURED by the sandbox) if anybody was ever served, else FAILED.
 */
import { addressKey } from './address.js';
import type { DeliveryReport, RecipientReply } from './delivery-order.js';
import { diagnose, retryHintSeconds } from './diagnosis.js';
import type { Diagnosis } from './diagnosis.js';
import type { OnUnknown, ParkedReason, Recipient } from './email.js';
import type { RetryPolicy } from './retry-policy.js';
import { nextTryAt } from './retry-policy.js';

/** What a diagnosis says about what to do. */
type Judgement = Pick<Diagnosis, 'verdict' | 'scope'>;

/** All that settling depends on. Times in UTC milliseconds. */
export interface SettlementInput {
  readonly report: DeliveryReport;
  /** Of the report's evidence; null where the outcome is ACCEPTED, and there is nothing to diagnose. */
  readonly diagnosis: Judgement | null;
  /** All recipients of the email; those that are not PENDING were settled by earlier tries. */
  readonly recipients: readonly Pick<Recipient, 'address' | 'status'>[];
  /** Whom this try was for; left out: everybody who is pending. The others stay as they are. */
  readonly envelope?: readonly string[];
  readonly sandbox: boolean;
  readonly onUnknown: OnUnknown;
  /** Whether the From is the account's own: then a fault of the sender is a fault of the account. */
  readonly fromIsAccountsOwn: boolean;
  /** Tries so far, this one among them. */
  readonly tries: number;
  readonly firstTryAt: number;
  readonly now: number;
  /** Time since the first try that the email stood parked; 0 when not known. */
  readonly parkedMs?: number;
  /** A random number from 0 up to 1, for the jitter of the next try. */
  readonly chance: number;
  /** Of the account; left out: the default. */
  readonly policy?: RetryPolicy;
}

/** What became of one recipient that was pending; the server's words are null where it said none about anybody. */
export interface SettledRecipient {
  readonly address: string;
  readonly status: 'PENDING' | 'ACCEPTED' | 'CAPTURED' | 'REFUSED' | 'UNKNOWN';
  readonly code: number | null;
  readonly enhancedCode: string | null;
  readonly reply: string | null;
}

/** What is to be written, under the fence. `retryAtMs` goes with QUEUED; `pauseAccount` asks for the account to stand still. */
export interface Settlement {
  readonly status: 'SENT' | 'CAPTURED' | 'QUEUED' | 'PARKED' | 'UNKNOWN' | 'FAILED';
  readonly parkedReason: ParkedReason | null;
  readonly pauseAccount: boolean;
  readonly retryAtMs: number | null;
  /** The longest envelope to try from now on, where this one was too long and nobody was taken; null: as before. */
  readonly recipientsAtMost: number | null;
  /** Of the envelope only. */
  readonly recipients: readonly SettledRecipient[];
}

type End = 'TAKEN' | 'REFUSED' | 'AGAIN' | 'KEPT' | 'UNKNOWN';

interface Case {
  readonly address: string;
  readonly end: End;
  /** Null for TAKEN. */
  readonly judgement: Judgement | null;
  readonly said: Pick<SettledRecipient, 'code' | 'enhancedCode' | 'reply'>;
  /** The server may have it, and it is tried again only because that was asked for. */
  readonly doubtful?: boolean;
}

const endOf = ({ verdict }: Judgement): End => {
  switch (verdict) {
    case 'BACKOFF':
    case 'AFTER_RESET':
    case 'SPLIT': return 'AGAIN';
    case 'PARK': return 'KEPT';
    case 'NEVER': return 'REFUSED';
    case 'UNKNOWN_OUTCOME': return 'UNKNOWN';
  }
};

const saidBy = ({ code, enhancedCode, reply }: Pick<RecipientReply, 'code' | 'enhancedCode' | 'reply'>) => ({ code, enhancedCode, reply });

/** A refusal of one recipient came at RCPT, whatever came later; a provider's API answers in one place. */
const judgeReply = (answer: RecipientReply, { evidence }: DeliveryReport): Judgement => diagnose({
  ...evidence, ...saidBy(answer), errorCode: null, errorMessage: null,
  stage: evidence.stage === 'PROVIDER_API' ? 'PROVIDER_API' : 'RCPT_TO',
});

const caseOf = (address: string, answer: RecipientReply | undefined, input: SettlementInput): Case => {
  const { report } = input;
  if (answer && !answer.accepted) {
    const judgement = judgeReply(answer, report);
    // What the server refused by name it does not have: such a recipient is never in doubt.
    const end = endOf(judgement) === 'UNKNOWN' ? 'AGAIN' : endOf(judgement);
    return { address, end, judgement, said: saidBy(answer) };
  }
  const said = saidBy(report.evidence);
  if (report.outcome === 'ACCEPTED') {
    // A provider answers for all at once and names none; a server that named others but not this one said nothing of it.
    const taken = answer !== undefined || report.recipients.length === 0;
    return { address, end: taken ? 'TAKEN' : 'UNKNOWN', judgement: null, said: answer?.reply == null ? said : saidBy(answer) };
  }
  if (input.diagnosis === null) throw new Error('What a server did not accept has a diagnosis');
  const end = report.outcome === 'UNKNOWN' ? 'UNKNOWN' : endOf(input.diagnosis);
  const doubtful = end === 'UNKNOWN' && input.onUnknown === 'RETRY';
  return { address, end: doubtful ? 'AGAIN' : end, judgement: input.diagnosis, said, doubtful };
};

const hintOf = ({ report }: SettlementInput, again: readonly Case[]): number | null => report.retryAfterSeconds
  ?? again.reduce<number | null>((longest, { said }) => {
    const hint = retryHintSeconds(said.reply);
    return hint === null ? longest : Math.max(hint, longest ?? 0);
  }, null);

const isSplit = ({ judgement }: Case): boolean => judgement?.verdict === 'SPLIT';

/** When those that may be tried again are; null when it is time to give them up. */
const retryAtOf = (input: SettlementInput, cases: readonly Case[]): number | null => {
  const again = cases.filter(({ end }) => end === 'AGAIN');
  // The envelope was too long: what did not go of it goes at once (RFC 5321 section 4.5.3.1.10), in a shorter one where nothing went.
  if (again.every(isSplit)) return input.now;
  const quota = again.some(({ judgement }) => judgement?.verdict === 'AFTER_RESET');
  return nextTryAt({
    verdict: quota ? 'AFTER_RESET' : 'BACKOFF', tries: input.tries, firstTryAt: input.firstTryAt, now: input.now,
    parkedMs: input.parkedMs ?? 0, hintSeconds: hintOf(input, again), chance: input.chance,
    ...(input.policy === undefined ? {} : { policy: input.policy }),
  });
};

/** Half of an envelope that was too long and of which nobody was taken; null where that is not what happened. */
const shorterOf = (cases: readonly Case[]): number | null =>
  (cases.some((one) => one.end === 'AGAIN' && isSplit(one)) && !cases.some(({ end }) => end === 'TAKEN') ? Math.max(1, Math.floor(cases.length / 2)) : null);

/** A fault of account, server or our own set-up stops all that goes that way; one of the sender only if it is the account's. */
const pauses = ({ judgement }: Case, fromIsAccountsOwn: boolean): boolean => judgement !== null
  && (['ACCOUNT', 'SERVER', 'APP'].includes(judgement.scope) || (judgement.scope === 'SENDER' && fromIsAccountsOwn));

const recipientStatus = (end: End, sandbox: boolean): SettledRecipient['status'] => {
  if (end === 'TAKEN') return sandbox ? 'CAPTURED' : 'ACCEPTED';
  return end === 'AGAIN' || end === 'KEPT' ? 'PENDING' : end;
};

const servedBefore = (input: SettlementInput): boolean =>
  input.recipients.some(({ status }) => status === 'ACCEPTED' || status === 'CAPTURED');

/** What became of each recipient of the envelope: those for whom it is too late to try again among them. */
const casesOf = (input: SettlementInput, envelope: readonly string[]): { cases: Case[]; retryAtMs: number | null } => {
  const answers = new Map(input.report.recipients.map((answer) => [addressKey(answer.address), answer]));
  const seen = envelope.map((address) => caseOf(address, answers.get(addressKey(address)), input))
    // One recipient cannot be split any further: whoever takes no envelope of one takes none.
    .map((one): Case => (one.end === 'AGAIN' && isSplit(one) && envelope.length === 1 ? { ...one, end: 'REFUSED' } : one));
  const retryAtMs = seen.some(({ end }) => end === 'AGAIN') ? retryAtOf(input, seen) : null;
  return {
    retryAtMs,
    cases: seen.map((one): Case => (one.end === 'AGAIN' && retryAtMs === null ? { ...one, end: one.doubtful ? 'UNKNOWN' : 'REFUSED' } : one)),
  };
};

/**
 * Decides what a report makes of its email. Null for NOT_HANDED_OVER: the lease was lost, so this worker has nothing to
 * write, and the lease's end decides. Guarantees: a recipient that was taken is never PENDING again; with `onUnknown: HOLD`
 * one that may have been taken is never either; nothing is FAILED while a recipient is pending; and an email is only due at
 * once where a recipient came to its end or the next envelope is shorter, so that it goes round a server no more often than that.
 */
export const settle = (input: SettlementInput): Settlement | null => {
  if (input.report.outcome === 'NOT_HANDED_OVER') return null;
  const pending = input.recipients.filter(({ status }) => status === 'PENDING').map(({ address }) => address);
  const tried = input.envelope === undefined ? null : new Set(input.envelope.map(addressKey));
  const envelope = pending.filter((address) => tried === null || tried.has(addressKey(address)));
  const { cases, retryAtMs } = casesOf(input, envelope);
  const has = (end: End) => cases.some((one) => one.end === end);
  const settled = (status: Settlement['status'], rest: Partial<Settlement> = {}): Settlement => ({
    status, parkedReason: null, pauseAccount: false, retryAtMs: null, recipientsAtMost: shorterOf(cases), ...rest,
    recipients: cases.map(({ address, end, said }) => ({ address, status: recipientStatus(end, input.sandbox), ...said })),
  });
  const pauseAccount = cases.some((one) => one.end === 'KEPT' && pauses(one, input.fromIsAccountsOwn));
  if (has('UNKNOWN')) return settled('UNKNOWN', { pauseAccount });
  if (has('KEPT')) return settled('PARKED', { parkedReason: 'ACCOUNT_PAUSED', pauseAccount });
  // Others wait for their envelope: they go at once where this one got somewhere.
  if (envelope.length < pending.length && (has('TAKEN') || has('REFUSED'))) return settled('QUEUED', { retryAtMs: input.now });
  if (has('AGAIN')) return settled('QUEUED', { retryAtMs });
  if (has('TAKEN') || servedBefore(input)) return settled(input.sandbox ? 'CAPTURED' : 'SENT');
  return settled('FAILED');
};
