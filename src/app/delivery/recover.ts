import { nextState } from '../../domain/delivery.js';
import { diagnose } from '../../domain/diagnosis.js';
import type { ExpiredRow } from '../../storage/dispatch.store.js';
import { anyExpired, expiredClaims } from '../../storage/dispatch.store.js';
import type { SettledEmail } from '../../storage/settlement.store.js';
import { pendingRecipients, writeSettlements } from '../../storage/settlement.store.js';
import type { House } from '../house.js';
import { envelopeOf } from './envelope.js';

const PORTION = 200;
const WORDS = 'The process that sent it ended before the answer of the server was recorded';

/** What the end of a lease makes of its email: without a mark the server has nothing, with one it is not known. */
const settledByExpiry = (row: ExpiredRow, positions: readonly number[], now: number): SettledEmail => {
  const next = nextState(
    { status: 'SENDING', parkedReason: null, handedOver: row.handover === 1 }, { kind: 'LEASE_EXPIRED', onUnknown: row.on_unknown });
  if (next === 'WRONG_STATE') throw new Error('A lease that ran out leads nowhere');
  const common = { emailId: row.email_id, fence: row.fence };
  if (row.handover === 0) {
    return {
      ...common, email: { status: next.status, parked_reason: null, diagnosis_id: null, settled_at: null }, recipients: [], attempt: null,
      dispatch: { state: 'DUE', due_at: row.due_at, tries: row.tries, first_try_at: row.first_try_at, parked_at: null },
    };
  }
  const held = next.status === 'UNKNOWN';
  const diagnosis = diagnose({
    stage: 'AFTER_DATA', code: null, enhancedCode: null, reply: null, errorCode: null, errorMessage: WORDS, host: null, port: null, banner: null, capabilities: [],
  });
  return {
    ...common, email: { status: next.status, parked_reason: null, diagnosis_id: diagnosis.id, settled_at: held ? now : null },
    recipients: held && positions.length > 0 ? [{ positions, status: 'UNKNOWN', code: null, enhanced_code: null, reply: null, at: now }] : [],
    attempt: {
      email_id: row.email_id, number: row.tries + 1, at: now, account_id: row.account_id, account_number: row.account_number,
      account_name: row.account_name, outcome: 'UNKNOWN', stage: 'AFTER_DATA', code: null, enhanced_code: null, reply: WORDS,
      diagnosis: JSON.stringify(diagnosis), latency_ms: 0,
    },
    dispatch: {
      state: held ? 'PARKED' : 'DUE', due_at: held ? row.due_at : now, tries: row.tries + 1, first_try_at: row.first_try_at ?? now, parked_at: held ? now : null,
    },
  };
};

/** Decides on every claim whose lease ran out. Whoever held it can neither mark nor settle any more. */
export const recoverExpired = async (house: House): Promise<void> => {
  while (await anyExpired(house.storage.read(), house.now())) {
    const settled = await house.storage.transaction(async (session) => {
      const now = house.now();
      const rows = await expiredClaims(session, now, PORTION);
      const pending = await pendingRecipients(session, rows.filter(({ handover }) => handover === 1).map((row) => row.email_id));
      return await writeSettlements(session, rows.map((row) => settledByExpiry(row, envelopeOf(row, pending.get(row.email_id) ?? []).map(({ position }) => position), now)));
    });
    if (settled.length === 0) return;
    house.log.warn({ count: settled.length }, 'Leases ran out: their emails are due again, or unknown where they were handed over');
    for (const { emailId } of settled) house.announcements.emit('emailChanged', emailId);
  }
};
