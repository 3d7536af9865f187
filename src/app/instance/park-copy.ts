import { AuditEvent } from '../../domain/audit-event.js';
import { addAuditEvent } from '../../storage/audit.store.js';
import { configurationForChange } from '../../storage/configuration.store.js';
import { endEveryHold } from '../../storage/lease.store.js';
import { parkCopyPortion } from '../../storage/parked.store.js';
import { recoverExpired } from '../delivery/recover.js';
import type { House } from '../house.js';

/** Writes down that the database is taken for a copy: from this commit on no process hands anything over. */
const takeForCopy = async (house: House, reason: string): Promise<void> => await house.storage.transaction(async (session) => {
  const now = house.now();
  const configuration = await configurationForChange(session);
  if (configuration.copyReason !== null) return;
  configuration.copyReason = reason;
  configuration.version += 1;
  configuration.updatedAt = now;
  addAuditEvent(session, new AuditEvent({
    id: house.newId(), at: now, actorKind: 'SYSTEM', actorName: 'Postroom', action: 'TAKEN_FOR_COPY', subject: 'INSTALLATION',
    changes: [{ field: 'reason', before: null, after: reason }],
  }));
});

/**
 * Takes the database for a copy, and parks all that waits, whatever it waited for: what stands parked for another reason would
 * be freed by the end of that. What was in hand is decided by its marks first. May be cut off and called again: what is
 * not parked yet is parked by its claim.
 */
export const parkCopy = async (house: House, reason: string): Promise<void> => {
  await takeForCopy(house, reason);
  await house.storage.transaction(endEveryHold);
  await recoverExpired(house);
  for (;;) {
    const parked = await house.storage.transaction(async (session) => await parkCopyPortion(session, house.now()));
    if (parked.length === 0) return;
    for (const id of parked) house.announcements.emit('emailChanged', id);
  }
};
