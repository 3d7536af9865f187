import type { SignedInCaller } from '../../domain/caller.js';
import { may } from '../../domain/permission.js';
import type { EmailVisibility } from '../../storage/email-filter.js';
import type { EmailRow } from '../../storage/outbox-tables.js';

/**
 * Which emails a caller may know of: those where its EMAILS access reaches, which without a limit includes the ones
 * without an area; and, as somebody who may send, the ones it sent itself.
 */
export const visibilityOf = (caller: SignedInCaller): EmailVisibility => {
  const reach = caller.rights.EMAILS.access;
  return {
    areas: reach === 'all' ? 'all' : reach === 'none' ? [] : [...reach],
    senderId: may(caller.rights, 'EMAILS', 'add') ? caller.id : null,
  };
};

/** The same, asked of one email. */
export const isVisible = ({ areas, senderId }: EmailVisibility, email: EmailRow): boolean => areas === 'all'
  || (email.area !== null && areas.includes(email.area)) || (senderId !== null && email.sender_id === senderId);
