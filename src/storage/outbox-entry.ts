import type { EmailArea } from '../domain/area.js';
import type { AuditEvent } from '../domain/audit-event.js';
import type { Fault } from '../domain/errors.js';
import type { AttachmentRow, DispatchRow, EmailBodyRow, EmailRow, RecipientRow } from './outbox-tables.js';
import type { PostingWorld } from './posting-world.js';

/** All rows of one email, written together or not at all. */
export interface OutboxEntry {
  readonly email: EmailRow;
  readonly body: EmailBodyRow;
  readonly attachments: readonly AttachmentRow[];
  readonly recipients: readonly RecipientRow[];
  readonly dispatch: DispatchRow;
  /** An area that nobody had registered, and the audit of registering it. */
  readonly discovered: { readonly area: EmailArea; readonly event: AuditEvent } | null;
  /** What the audit says of this email, where it says anything: written with it, made anew in every draft. */
  readonly event: AuditEvent | null;
}

/** A caller's own key for one request; `hash` tells a repetition from another request under the same key. */
export interface Idempotency { readonly holder: string; readonly key: string; readonly hash: string }

/** The files that go with a posting: kept content by its hash, and the uploads among them. */
export interface PostedFiles {
  readonly sha256s: readonly string[];
  readonly uploadIds: readonly string[];
  readonly hasFile: (sha256: string) => boolean;
}

/** An email that waits to be written. */
export interface Posting {
  readonly idempotency: Idempotency | null;
  readonly area: string | null;
  readonly pinnedAccountId: string | null;
  /** Bytes of what will be written, so that one group does not grow without bound. */
  readonly sizeBytes: number;
  /** Left out where no file goes along. */
  readonly files?: PostedFiles;
  /** Makes the rows by what holds inside the transaction; may be called again, so it must change nothing. */
  draft(world: PostingWorld): OutboxEntry | readonly Fault[];
}

/**
 * What became of a posting. WRITTEN: as the row says, which stands so at the commit. KNOWN: its key was used before for the same
 * content, by the email named. FILES_GONE: the content of a file was removed before this could name it; where the bytes are at
 * hand they can be put and posted again.
 */
export type Posted =
  | { readonly kind: 'WRITTEN'; readonly id: string; readonly row: EmailRow }
  | { readonly kind: 'KNOWN'; readonly id: string }
  | { readonly kind: 'MISMATCH' | 'FILES_GONE' }
  | { readonly kind: 'REFUSED'; readonly faults: readonly Fault[] };
