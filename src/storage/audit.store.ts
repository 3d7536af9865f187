import { AuditEvent } from '../domain/audit-event.js';
import type { Session } from './orm.js';

/** Writes an audit event with the change it speaks of: both are kept, or neither. */
export const addAuditEvent = (session: Session, event: AuditEvent): void => {
  session.persist(event);
};
