import { defineEntity } from '@mikro-orm/core';
import type { AuditAction, AuditSubject, Change } from '../../domain/audit-event.js';
import { AuditEvent } from '../../domain/audit-event.js';
import { json, text, time, uuid } from '../column.js';

export const AuditEventEntity = defineEntity({
  class: AuditEvent,
  tableName: 'audit_event',
  indexes: [{ properties: ['subject', 'subjectId', 'id'] }, { properties: ['actorId', 'id'] }],
  properties: {
    id: uuid().primary(),
    at: time().index(),
    actorKind: text(20).$type<AuditEvent['actorKind']>(),
    actorId: uuid().nullable(),
    actorName: text(100),
    address: text(60).nullable(),
    action: text(30).$type<AuditAction>(),
    subject: text(30).$type<AuditSubject>(),
    subjectId: text(60).nullable(),
    subjectName: text(200).nullable(),
    changes: json<readonly Change[]>(),
    searchKey: text(400),
  },
});
