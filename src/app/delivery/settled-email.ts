import type { Config } from '../../config/config.js';
import { addressKey } from '../../domain/address.js';
import { senderOf } from '../../domain/account-settings.js';
import type { Settlement } from '../../domain/delivery.js';
import { LONGEST_WAIT_MS, nextTryAt } from '../../domain/retry-policy.js';
import { isFinal, nextState, settle } from '../../domain/delivery.js';
import type { DeliveryReport } from '../../domain/delivery-order.js';
import type { Diagnosis } from '../../domain/diagnosis.js';
import { diagnose } from '../../domain/diagnosis.js';
import { factsOf } from '../../domain/diagnosis-facts.js';
import type { EmailToSend } from '../../storage/delivery-content.store.js';
import type { SettledEmail } from '../../storage/settlement.store.js';
import type { Claimed } from './claim.js';
import { envelopeOf } from './envelope.js';

/** One try that is over: who tried what, and what came of it. `marked`: the hand-over was granted. */
export interface Tried {
  readonly claimed: Claimed;
  readonly toSend: EmailToSend;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly report: DeliveryReport;
  readonly marked: boolean;
  readonly chance: number;
  /** What this house is to servers: goes into causes and remedies. */
  readonly house: Pick<Config, 'ehloName' | 'publicAddress'>;
}

/** A try judged: what the domain makes of it, and why. */
export interface JudgedTry {
  readonly tried: Tried;
  readonly settlement: Settlement;
  readonly diagnosis: Diagnosis | null;
  /** The fallback that the next try goes by; null: by its own account. */
  readonly fallbackId: string | null;
}

const firstTryAt = ({ toSend, startedAt }: Tried): number => toSend.dispatch.first_try_at ?? startedAt;

/**
 * The fault was found with settings, or on a way, that are no longer in force: nobody would free this email again, since
 * whoever mended that did so before it was parked. It goes again at once. A fault of a fallback does not park it either,
 * but it waits as for a fault that passes, lest it go back and forth between two accounts.
 */
export const goesAgain = (judged: JudgedTry): JudgedTry => {
  const { tried, settlement } = judged;
  const { claimed: { byFallback, policy }, toSend: { dispatch }, endedAt: now, chance } = tried;
  const question = {
    verdict: 'BACKOFF', tries: dispatch.tries + 1, firstTryAt: firstTryAt(tried), now, parkedMs: dispatch.parked_ms, hintSeconds: null, chance,
    ...(policy === null ? {} : { policy }),
  } as const;
  const retryAtMs = byFallback ? nextTryAt(question) ?? now + LONGEST_WAIT_MS : now;
  return { ...judged, settlement: { ...settlement, status: 'QUEUED', parkedReason: null, pauseAccount: false, retryAtMs } };
};

/** A fallback would not take this message before any of it left; what is too large for that may do for its own account, so nobody is refused by it. */
const onlyFallbackRefused = ({ tried: { claimed, marked }, diagnosis }: Pick<JudgedTry, 'tried' | 'diagnosis'>): boolean =>
  claimed.byFallback && !marked && diagnosis?.verdict === 'NEVER' && diagnosis.scope === 'MESSAGE';

/** Asks the domain. Null: this worker lost its claim and has nothing to write. Throws where a report cannot be true. */
export const judgeTry = (tried: Tried): JudgedTry | null => {
  const { report, claimed: { account, from, policy }, toSend: { email, dispatch, recipients } } = tried;
  const diagnosis = report.outcome === 'ACCEPTED' ? null : diagnose(report.evidence, factsOf(tried.house, account.settings, from.address));
  const own = account.settings === null ? null : senderOf(account.settings).address;
  const settlement = settle({
    report, diagnosis, recipients, envelope: envelopeOf(dispatch, recipients).map(({ address }) => address), sandbox: account.sandbox, onUnknown: email.on_unknown,
    fromIsAccountsOwn: own !== null && addressKey(own) === addressKey(from.address),
    tries: dispatch.tries + 1, firstTryAt: firstTryAt(tried), now: tried.endedAt, parkedMs: dispatch.parked_ms, chance: tried.chance,
    ...(policy === null ? {} : { policy }),
  });
  if (settlement === null) return null;
  const next = nextState(
    { status: 'SENDING', parkedReason: null, handedOver: tried.marked },
    { kind: 'REPORT', status: settlement.status, parkedReason: settlement.parkedReason });
  if (next === 'WRONG_STATE') throw new Error(`A report of ${report.outcome} without a hand-over cannot end in ${settlement.status}`);
  const judged = { tried, settlement, diagnosis, fallbackId: null };
  return onlyFallbackRefused(judged) ? goesAgain({ ...judged, settlement: { ...settlement, recipients: [] } }) : judged;
};

const dispatchOf = ({ tried, settlement, fallbackId }: JudgedTry, now: number): SettledEmail['dispatch'] => {
  const { due_at: dueAt, tries } = tried.toSend.dispatch;
  const { recipientsAtMost } = settlement;
  const kept = { tries: tries + 1, first_try_at: firstTryAt(tried), fallback_id: fallbackId, ...(recipientsAtMost === null ? {} : { recipients_at_most: recipientsAtMost }) };
  switch (settlement.status) {
    case 'QUEUED': return { ...kept, state: 'DUE', due_at: settlement.retryAtMs ?? tried.endedAt, parked_at: null };
    // Its row stays until a person has found out: an UNKNOWN email still needs its account and its area.
    case 'UNKNOWN':
    case 'PARKED': return { ...kept, state: 'PARKED', due_at: dueAt, parked_at: now };
    default: return null;
  }
};

const recipientsOf = ({ tried, settlement }: JudgedTry, now: number): SettledEmail['recipients'] => {
  const pending = tried.toSend.recipients.filter(({ status }) => status === 'PENDING');
  const written = settlement.recipients.map(({ address, enhancedCode, ...one }) => ({
    positions: pending.filter((row) => addressKey(row.address) === addressKey(address)).map(({ position }) => position),
    values: { status: one.status, code: one.code, enhanced_code: enhancedCode, reply: one.reply, at: now },
  }));
  return [...Map.groupBy(written, ({ values }) => JSON.stringify(values)).values()].flatMap((alike) => {
    const [first] = alike;
    return first === undefined ? [] : [{ positions: [...new Set(alike.flatMap(({ positions }) => positions))], ...first.values }];
  });
};

/** A judged try as the rows to be written now: with one time for all that are written together, many emails share a statement. */
export const settledEmail = (judged: JudgedTry, now: number): SettledEmail => {
  const { tried: { claimed, toSend, report, startedAt }, settlement, diagnosis } = judged;
  const waits = settlement.status === 'QUEUED' || settlement.status === 'PARKED';
  const { evidence } = report;
  return {
    emailId: claimed.emailId, fence: claimed.fence,
    email: {
      status: settlement.status, settled_at: waits ? null : now,
      ...(settlement.parkedReason === null ? {} : { parked_reason: settlement.parkedReason }),
      ...((diagnosis?.id ?? null) === toSend.email.diagnosis_id ? {} : { diagnosis_id: diagnosis?.id ?? null }),
    },
    recipients: recipientsOf(judged, now),
    attempt: {
      email_id: claimed.emailId, number: toSend.dispatch.tries + 1, at: startedAt,
      account_id: claimed.account.id, account_number: claimed.account.number, account_name: claimed.account.name,
      outcome: report.outcome, stage: evidence.stage, code: evidence.code, enhanced_code: evidence.enhancedCode,
      reply: evidence.reply ?? evidence.errorMessage?.slice(0, 1_000) ?? null,
      diagnosis: diagnosis === null ? null : JSON.stringify(diagnosis), latency_ms: report.latencyMs,
    },
    dispatch: dispatchOf(judged, now), purgesContent: toSend.email.sensitive === 1 && isFinal(settlement.status),
  };
};
