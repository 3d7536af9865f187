import { randomUUID } from 'node:crypto';
import type { OutboxEntry } from '../../src/storage/outbox-entry.js';

/** An email that is due, as it is posted, with what a test is about laid over it. */
export const outboxEntry = (values: Partial<OutboxEntry['email']> = {}): OutboxEntry => {
  const id = values.id ?? randomUUID();
  return {
    email: {
      id, status: 'QUEUED', parked_reason: null, area: null, pinned_account_id: null, account_id: null, account_number: null, account_name: null,
      route_reason: '', delivers_outside: 0, from_address: null, from_name: null, asked_from_address: null, asked_from_name: null, reply_to_address: null,
      reply_to_name: null, subject: 's', message_id: id, priority: 'NORMAL', on_unknown: 'HOLD', sensitive: 0, batch: null, source_type: null, source_id: null,
      resend_of_id: null, sender_kind: 'COMMAND', sender_id: null, sender_name: '', idempotency_holder: null, idempotency_key: null, idempotency_hash: null,
      diagnosis_id: null, accepted_at: 0, send_at: null, settled_at: null, size_bytes: 0, content_purged_at: null, ...values,
    },
    body: { email_id: id, text: 'x', html: null, headers: '[]' }, attachments: [], recipients: [], discovered: null, event: null,
    dispatch: { email_id: id, state: 'DUE', priority: 1, area: null, account_id: null, due_at: 0, tries: 0, first_try_at: null, parked_at: null, parked_ms: 0,
      lease_holder: null, lease_expires_at: null, fence: 0, handover: 0, recipients_at_most: null, fallback_id: null },
  };
};
