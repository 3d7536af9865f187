import { defineEntity } from '@mikro-orm/core';
import { flag, longText, text, time, uuid, whole } from '../column.js';

/**
 * The outbox. Written and read through Kysely with the row types of outbox-tables.ts (an entity flush halves the rate);
 * mapped here so that migrations and the drift check know them. Property names are the column names.
 */
export const EmailEntity = defineEntity({
  name: 'Email',
  tableName: 'email',
  indexes: [
    { properties: ['status', 'id'] },
    { properties: ['area', 'id'] },
    { properties: ['account_id', 'id'] },
    { properties: ['batch', 'status'] },
    { properties: ['source_type', 'source_id', 'id'] },
    { properties: ['sender_id', 'id'] },
    { properties: ['diagnosis_id', 'id'] },
  ],
  properties: {
    id: uuid().primary(),
    status: text(12),
    parked_reason: text(20).nullable(),
    area: text(40).nullable(),
    pinned_account_id: uuid().nullable(),
    account_id: uuid().nullable(),
    account_number: text(20).nullable(),
    account_name: text(100).nullable(),
    route_reason: text(300),
    delivers_outside: flag(),
    from_address: text(320).nullable(),
    from_name: text(300).nullable(),
    asked_from_address: text(320).nullable(),
    asked_from_name: text(300).nullable(),
    reply_to_address: text(320).nullable(),
    reply_to_name: text(300).nullable(),
    subject: text(998),
    message_id: text(255).unique(),
    priority: text(6),
    on_unknown: text(5),
    sensitive: flag(),
    batch: text(100).nullable(),
    source_type: text(100).nullable(),
    source_id: text(100).nullable(),
    resend_of_id: uuid().nullable(),
    sender_kind: text(20),
    sender_id: uuid().nullable(),
    sender_name: text(100),
    idempotency_holder: text(40).nullable(),
    idempotency_key: text(200).nullable(),
    idempotency_hash: text(64).nullable(),
    diagnosis_id: text(60).nullable(),
    accepted_at: time().index(),
    send_at: time().nullable(),
    settled_at: time().nullable(),
    size_bytes: whole(),
    content_purged_at: time().nullable(),
  },
  uniques: [{ properties: ['idempotency_holder', 'idempotency_key'] }],
});

export const EmailBodyEntity = defineEntity({
  name: 'EmailBody',
  tableName: 'email_body',
  properties: {
    email_id: uuid().primary(),
    text: longText().nullable(),
    html: longText().nullable(),
    headers: longText(),
  },
});

export const AttachmentEntity = defineEntity({
  name: 'EmailAttachment',
  tableName: 'email_attachment',
  properties: {
    email_id: uuid().primary(),
    position: whole().primary(),
    file_name: text(255),
    content_type: text(200),
    content_id: text(255).nullable(),
    inline_part: flag(),
    sha256: text(64).index(),
    size_bytes: whole(),
  },
});

export const RecipientEntity = defineEntity({
  name: 'EmailRecipient',
  tableName: 'recipient',
  properties: {
    email_id: uuid().primary(),
    position: whole().primary(),
    kind: text(3),
    address: text(320),
    address_key: text(320).index(),
    name: text(300).nullable(),
    status: text(10),
    code: whole().nullable(),
    enhanced_code: text(12).nullable(),
    reply: text(1000).nullable(),
    at: time().nullable(),
  },
});

export const AttemptEntity = defineEntity({
  name: 'EmailAttempt',
  tableName: 'attempt',
  properties: {
    email_id: uuid().primary(),
    number: whole().primary(),
    at: time(),
    account_id: uuid().nullable(),
    account_number: text(20).nullable(),
    account_name: text(100).nullable(),
    outcome: text(20),
    stage: text(20),
    code: whole().nullable(),
    enhanced_code: text(12).nullable(),
    reply: text(1000).nullable(),
    diagnosis: longText().nullable(),
    latency_ms: whole(),
  },
});

export const DispatchEntity = defineEntity({
  name: 'EmailDispatch',
  tableName: 'dispatch',
  // The first is walked by the feeder, which passes over accounts within it: a hundred thousand rows are looked behind without being read.
  indexes: [{ properties: ['area', 'state', 'priority', 'due_at', 'email_id', 'account_id'] }, { properties: ['state', 'account_id'] }],
  properties: {
    email_id: uuid().primary(),
    state: text(8),
    priority: whole(),
    area: text(40).nullable(),
    account_id: uuid().nullable(),
    due_at: time(),
    tries: whole(),
    first_try_at: time().nullable(),
    parked_at: time().nullable(),
    parked_ms: time(),
    lease_holder: uuid().nullable(),
    lease_expires_at: time().nullable(),
    fence: whole(),
    handover: flag(),
    recipients_at_most: whole().nullable(),
    fallback_id: uuid().nullable(),
  },
});
