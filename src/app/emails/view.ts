import type { SmtpAccountRef } from '../../domain/account.js';
import type { Diagnosis } from '../../domain/diagnosis.js';
import type { Mailbox, Recipient } from '../../domain/email.js';
import { fallbacksOfEmails } from '../../storage/email-fallback.store.js';
import { attemptsOf, recipientsOf } from '../../storage/email.store.js';
import type { AttemptRow, EmailFallbackRow, EmailRow, RecipientRow } from '../../storage/outbox-tables.js';
import type { House } from '../house.js';

const mailbox = (address: string | null, name: string | null): Mailbox | null => (address === null ? null : { address, name });

/** Accounts are named as they were at the time: the log outlives them. */
const accountRef = (row: Pick<EmailRow, 'account_id' | 'account_number' | 'account_name'>): SmtpAccountRef | null =>
  (row.account_id === null ? null : { id: row.account_id, number: row.account_number ?? '', name: row.account_name ?? '' });

const recipientView = (row: RecipientRow): Recipient => ({
  emailId: row.email_id, position: row.position, kind: row.kind, address: row.address, name: row.name, status: row.status,
  code: row.code, enhancedCode: row.enhanced_code, reply: row.reply, at: row.at,
});

const attemptView = (row: AttemptRow) => ({
  number: row.number, at: row.at, account: accountRef(row), outcome: row.outcome, stage: row.stage, code: row.code,
  enhancedCode: row.enhanced_code, reply: row.reply, latencyMs: row.latency_ms,
  diagnosis: row.diagnosis === null ? null : JSON.parse(row.diagnosis) as Diagnosis,
});

/** What belongs to the emails of one answer, read for all of them at once when the first is asked for it. */
class Details {
  readonly #house: House;
  readonly #ids: readonly string[];
  #recipients: Promise<Map<string, RecipientRow[]>> | null = null;
  #attempts: Promise<Map<string, AttemptRow[]>> | null = null;
  #fallbacks: Promise<Map<string, EmailFallbackRow>> | null = null;

  constructor(house: House, ids: readonly string[]) {
    this.#house = house;
    this.#ids = ids;
  }

  async recipients(id: string): Promise<Recipient[]> {
    this.#recipients ??= recipientsOf(this.#house.storage.read(), this.#ids).then((rows) => Map.groupBy(rows, (row) => row.email_id));
    return ((await this.#recipients).get(id) ?? []).map(recipientView);
  }

  async attempts(id: string): Promise<ReturnType<typeof attemptView>[]> {
    this.#attempts ??= attemptsOf(this.#house.storage.read(), this.#ids).then((rows) => Map.groupBy(rows, (row) => row.email_id));
    return ((await this.#attempts).get(id) ?? []).map(attemptView);
  }

  async fallbackFor(id: string): Promise<SmtpAccountRef | null> {
    this.#fallbacks ??= fallbacksOfEmails(this.#house.storage.read(), this.#ids);
    const row = (await this.#fallbacks).get(id);
    return row === undefined ? null : accountRef(row);
  }
}

const view = (row: EmailRow, details: Details) => ({
  id: row.id, status: row.status, parkedReason: row.parked_reason, area: row.area, subject: row.subject,
  from: mailbox(row.asked_from_address, row.asked_from_name), replyTo: mailbox(row.reply_to_address, row.reply_to_name),
  route: {
    account: accountRef(row), from: mailbox(row.from_address, row.from_name), reason: row.route_reason,
    parkedReason: row.parked_reason, deliversOutside: row.delivers_outside === 1,
    get fallbackFor() {
      return details.fallbackFor(row.id);
    },
  },
  messageId: row.message_id, priority: row.priority, onUnknown: row.on_unknown, sensitive: row.sensitive === 1, batch: row.batch,
  source: row.source_type === null ? null : { type: row.source_type, id: row.source_id ?? '' },
  idempotencyKey: row.idempotency_key, resendOfId: row.resend_of_id, diagnosisId: row.diagnosis_id,
  sender: { kind: row.sender_kind, id: row.sender_id, name: row.sender_name },
  acceptedAt: row.accepted_at, sendAt: row.send_at, settledAt: row.settled_at, sizeBytes: row.size_bytes,
  contentPurgedAt: row.content_purged_at,
  /** When a server, or the sandbox, took it. */
  sentAt: row.status === 'SENT' || row.status === 'CAPTURED' ? row.settled_at : null,
  to: async () => (await details.recipients(row.id)).filter(({ kind }) => kind === 'TO'),
  recipients: async () => await details.recipients(row.id),
  attempts: async () => await details.attempts(row.id),
});

/** An email as its readers see it. Recipients and attempts are read when they are asked for, once for all of an answer. */
export type EmailView = ReturnType<typeof view>;

/** Rows as they are shown, which share what is read for them. */
export const emailViews = (house: House, rows: readonly EmailRow[]): EmailView[] => {
  const details = new Details(house, rows.map(({ id }) => id));
  return rows.map((row) => view(row, details));
};
