import type { Diagnosis } from '../../domain/diagnosis.js';
import { notAsked } from '../../domain/health.js';
import { pausedDiagnosis } from '../../domain/standing-fault.js';
import { AuditEvent } from '../../domain/audit-event.js';
import { accountForChange } from '../../storage/account.store.js';
import { addAuditEvent } from '../../storage/audit.store.js';
import type { Session } from '../../storage/orm.js';
import { parkWaitingPortion } from '../../storage/parked.store.js';
import { noteLook } from '../health/note.js';
import type { House } from '../house.js';

/** PAUSED: it stands still, now or already. MENDED: its settings changed since the fault was seen, and it goes on. */
export type PauseOutcome = 'PAUSED' | 'MENDED';

/** Pauses an account for a fault of log-on or relay that was seen at `version`, in the caller's transaction, with its audit. */
export const pauseByFault = async (
  house: House, session: Session, fault: { accountId: string; version: number; diagnosisId: string | null; diagnosis: Diagnosis | null; stage: string },
): Promise<PauseOutcome> => {
  const account = await accountForChange(session, fault.accountId);
  if (account === null || account.pausedAt !== null) return 'PAUSED';
  if (account.version !== fault.version) return 'MENDED';
  const now = house.now();
  account.pausedAt = now;
  account.pauseReason = 'FAULT';
  account.pauseDiagnosisId = fault.diagnosisId;
  account.version += 1;
  account.updatedAt = now;
  await noteLook(house, session, account, notAsked({ stage: fault.stage, diagnosis: fault.diagnosis ?? pausedDiagnosis(fault.diagnosisId) }));
  addAuditEvent(session, new AuditEvent({
    id: house.newId(), at: now, actorKind: 'SYSTEM', actorName: 'Postroom', action: 'PAUSED', subject: 'SMTP_ACCOUNT',
    subjectId: account.id, subjectName: account.name, changes: [{ field: 'diagnosis', before: null, after: fault.diagnosisId }],
  }));
  return 'PAUSED';
};

/**
 * Parks what waits for a paused account, portion by portion, so that no write waits long for it. What this misses, for
 * it may be cut off, is parked by its own claim.
 */
export const parkWaiting = async (house: House, accountId: string): Promise<void> => {
  for (;;) {
    const parked = await house.storage.transaction(async (session) => {
      const account = await accountForChange(session, accountId);
      return account === null || account.pausedAt === null ? [] : await parkWaitingPortion(session, accountId, house.now());
    });
    if (parked.length === 0) return;
    for (const id of parked) house.announcements.emit('emailChanged', id);
  }
};
