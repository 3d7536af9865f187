import type { DispatchRow, RecipientRow } from '../../storage/outbox-tables.js';

/**
 * The recipients of the next envelope: all that are pending, or as many as the server takes at once. Who was tried longest ago
 * comes first, who was never tried before all, so that one that is deferred again and again holds up nobody else. Until a
 * try is settled the answer stays the same, so that it also says whom a try was for that nobody can tell of any more.
 */
export const envelopeOf = <R extends Pick<RecipientRow, 'status' | 'at' | 'position'>>(
  { recipients_at_most: most }: Pick<DispatchRow, 'recipients_at_most'>, recipients: readonly R[],
): R[] => {
  const pending = recipients.filter(({ status }) => status === 'PENDING');
  if (most === null || pending.length <= most) return pending;
  return pending.toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0) || one.position - other.position).slice(0, most);
};
