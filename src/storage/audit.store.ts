import { AuditEvent } from '../domain/audit-event.js';
import type { AuditAction, AuditSubject } from '../domain/audit-event.js';
import type { Page, PageRequest } from '../domain/page.js';
import { contains } from './contains.js';
import type { Session } from './orm.js';
import { pageOf } from './page.js';

/** What a list of audit events can be narrowed to. `from` is in, `before` is out; both UTC milliseconds. */
export interface AuditFilter {
  readonly subject?: AuditSubject | null;
  readonly subjectId?: string | null;
  readonly actorId?: string | null;
  readonly action?: AuditAction | null;
  readonly from?: number | null;
  readonly before?: number | null;
  readonly text?: string | null;
}

/** Writes an audit event with the change it speaks of: both are kept, or neither. */
export const addAuditEvent = (session: Session, event: AuditEvent): void => {
  session.persist(event);
};

/** Writes an audit event in place of what was written of it so far: of something that goes on over several transactions. */
export const putAuditEvent = async (session: Session, event: AuditEvent): Promise<void> => {
  await session.nativeDelete(AuditEvent, { id: event.id });
  await session.persist(event).flush();
};

/** A page of audit events, newest first. */
export const auditPage = async (session: Session, filter: AuditFilter, request: PageRequest): Promise<Page<AuditEvent>> => {
  const equal = (['subject', 'subjectId', 'actorId', 'action'] as const)
    .flatMap((field) => (filter[field] == null ? [] : [{ [field]: filter[field] }]));
  const conditions: object[] = [
    ...equal,
    ...(filter.from == null ? [] : [{ at: { $gte: filter.from } }]),
    ...(filter.before == null ? [] : [{ at: { $lt: filter.before } }]),
    ...(filter.text ? [contains('search_key', filter.text)] : []),
  ];
  return await pageOf<AuditEvent>(session, AuditEvent, { $and: conditions }, [{ at: 'desc' }, { id: 'desc' }], request);
};
