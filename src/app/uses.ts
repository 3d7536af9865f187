import type { SignedInCaller } from '../domain/caller.js';
import type { RecordRef } from '../domain/errors.js';

/**
 * Where a record is used, as a caller may see it: the subject of an unsent email is part of the log, which one may keep
 * accounts or areas without seeing.
 */
export const usesShownTo = (caller: SignedInCaller, uses: readonly RecordRef[]): RecordRef[] => uses.map((use) =>
  (use.type === 'Unsent email' && caller.rights.EMAILS.access !== 'all' ? { ...use, name: 'Its subject is shown to those who may see the log' } : use));
