import type { EmailStatus, OnUnknown, ParkedReason, Priority, RecipientKind, RecipientStatus } from '../domain/email.js';
import type { RateUnit } from '../domain/rate-limits.js';
import type { Stage } from '../domain/stage.js';

/** A truth value as every dialect stores it: SQLite takes no booleans. Written as 0 or 1, read as that. */
export type Bit = 0 | 1;

/** What was asked, for good, and what became of it. Column names are those of the table. */
export interface EmailRow {
  id: string;
  status: EmailStatus;
  parked_reason: ParkedReason | null;
  area: string | null;
  pinned_account_id: string | null;
  account_id: string | null;
  account_number: string | null;
  account_name: string | null;
  route_reason: string;
  delivers_outside: Bit;
  from_address: string | null;
  from_name: string | null;
  asked_from_address: string | null;
  asked_from_name: string | null;
  reply_to_address: string | null;
  reply_to_name: string | null;
  subject: string;
  message_id: string;
  priority: Priority;
  on_unknown: OnUnknown;
  sensitive: Bit;
  batch: string | null;
  source_type: string | null;
  source_id: string | null;
  resend_of_id: string | null;
  sender_kind: 'EMPLOYEE' | 'APPLICATION_TOKEN' | 'COMMAND';
  sender_id: string | null;
  sender_name: string;
  idempotency_holder: string | null;
  idempotency_key: string | null;
  idempotency_hash: string | null;
  diagnosis_id: string | null;
  accepted_at: number;
  send_at: number | null;
  settled_at: number | null;
  size_bytes: number;
  /** When its body and attachments were removed; null while they are there. */
  content_purged_at: number | null;
}

/** The content, purged early. `headers` is JSON. */
export interface EmailBodyRow { email_id: string; text: string | null; html: string | null; headers: string }

export interface AttachmentRow {
  email_id: string;
  position: number;
  file_name: string;
  content_type: string;
  content_id: string | null;
  inline_part: Bit;
  sha256: string;
  size_bytes: number;
}

export interface RecipientRow {
  email_id: string;
  position: number;
  kind: RecipientKind;
  address: string;
  address_key: string;
  name: string | null;
  status: RecipientStatus;
  code: number | null;
  enhanced_code: string | null;
  reply: string | null;
  at: number | null;
}

/** One try. `diagnosis` is the JSON of the domain's Diagnosis, so that the log outlives a change of the catalogue. */
export interface AttemptRow {
  email_id: string;
  number: number;
  at: number;
  account_id: string | null;
  account_number: string | null;
  account_name: string | null;
  outcome: string;
  stage: Stage;
  code: number | null;
  enhanced_code: string | null;
  reply: string | null;
  diagnosis: string | null;
  latency_ms: number;
}

/**
 * One small row per email that is not final; deleted when it is, so that cost never grows with history.
 * DUE: may be claimed from `due_at` on. CLAIMED: leased by `lease_holder`. PARKED: waits for a person or a mended account.
 */
export interface DispatchRow {
  email_id: string;
  state: 'DUE' | 'CLAIMED' | 'PARKED';
  /** 0 HIGH, 1 NORMAL, 2 LOW. */
  priority: number;
  area: string | null;
  /** The account at the last routing; what pausing and freeing looks for. */
  account_id: string | null;
  due_at: number;
  tries: number;
  first_try_at: number | null;
  parked_at: number | null;
  /** Time spent parked, which giving up does not count. */
  parked_ms: number;
  lease_holder: string | null;
  lease_expires_at: number | null;
  /** Grows with each claim; a mark or a settlement with an older one changes nothing. */
  fence: number;
  handover: Bit;
  /** Recipients that one envelope may have, once a server refused a longer one; null: all. */
  recipients_at_most: number | null;
  /** The fallback account that the next try goes through, since the account failed for now; null: the account. */
  fallback_id: string | null;
}

/** What was taken of a limit of an account or group in the window that began at `starts_at`. One row a limit. */
export interface RateCounterRow { holder_id: string; unit: RateUnit; starts_at: number; taken: number }

/** How many connections of an account a process may have; none while it waits for some. */
export interface ConnectionShareRow { account_id: string; holder: string; connections: number; expires_at: number }

/** For an email that went, or goes, by a fallback: the account for which that stepped in, named as then. */
export interface EmailFallbackRow { email_id: string; account_id: string; account_number: string; account_name: string; at: number }

/**
 * Content that is kept as a file, by its hash: the row under whose lock it is linked and removed (decision 0012).
 * `collect_at`: from then on somebody looks whether anything still names it; null: something did when it was last looked at.
 */
export interface KeptBlobRow { sha256: string; size_bytes: number; collect_at: number | null }

/** A file that was uploaded and may be attached by its uploader, `holder`, until it expires. */
export interface UploadRow {
  id: string;
  holder: string;
  file_name: string;
  content_type: string;
  sha256: string;
  size_bytes: number;
  /** Whether an email was accepted with it. */
  used: Bit;
  created_at: number;
  expires_at: number;
}

export interface OutboxTables {
  email: EmailRow;
  email_body: EmailBodyRow;
  email_attachment: AttachmentRow;
  recipient: RecipientRow;
  attempt: AttemptRow;
  dispatch: DispatchRow;
  email_fallback: EmailFallbackRow;
}
