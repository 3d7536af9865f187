export const EMAIL_STATUSES = ['SCHEDULED', 'QUEUED', 'SENDING', 'SENT', 'CAPTURED', 'PARKED', 'UNKNOWN', 'FAILED', 'CANCELLED'] as const;
/** SENT: the server accepted it, not that it arrived. CAPTURED: the sandbox took it, nothing left the house. */
export type EmailStatus = (typeof EMAIL_STATUSES)[number];

export const PARKED_REASONS = ['MAIL_OFF', 'NO_ROUTE', 'ACCOUNT_PAUSED', 'RESTORED_COPY'] as const;
export type ParkedReason = (typeof PARKED_REASONS)[number];

export const PRIORITIES = ['HIGH', 'NORMAL', 'LOW'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const ON_UNKNOWN = ['HOLD', 'RETRY'] as const;
/** What happens when it is not known whether the server took an email: hold it for a person, or send it again. */
export type OnUnknown = (typeof ON_UNKNOWN)[number];

export const RECIPIENT_KINDS = ['TO', 'CC', 'BCC'] as const;
export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

export const RECIPIENT_STATUSES = ['PENDING', 'ACCEPTED', 'CAPTURED', 'REFUSED', 'UNKNOWN', 'CANCELLED'] as const;
export type RecipientStatus = (typeof RECIPIENT_STATUSES)[number];

/** A mailbox as RFC 5322 section 3.4 has it: an address, with or without a display name. */
export interface Mailbox { readonly address: string; readonly name: string | null }

/** What was asked for, for good. The row never changes but for its status and what became of it. */
export interface Email {
  readonly id: string;
  readonly status: EmailStatus;
  readonly parkedReason: ParkedReason | null;
  /** The area's code; null when the caller gave none. */
  readonly area: string | null;
  /** The account the caller pinned; only this wins over the route. */
  readonly pinnedAccountId: string | null;
  /** The From the caller asked for; null: the account's own. */
  readonly from: Mailbox | null;
  readonly replyTo: Mailbox | null;
  readonly subject: string;
  /** RFC 5322 section 3.6.4, without the angle brackets; never changes, whatever is tried. */
  readonly messageId: string;
  readonly priority: Priority;
  readonly onUnknown: OnUnknown;
  readonly sensitive: boolean;
  readonly batch: string | null;
  readonly sourceType: string | null;
  readonly sourceId: string | null;
  readonly resendOfId: string | null;
  readonly senderKind: 'EMPLOYEE' | 'APPLICATION_TOKEN' | 'COMMAND';
  readonly senderId: string | null;
  readonly senderName: string;
  readonly idempotencyKey: string | null;
  readonly acceptedAt: number;
  readonly sendAt: number | null;
  /** When it became SENT, CAPTURED, FAILED, CANCELLED or UNKNOWN. */
  readonly settledAt: number | null;
  /** Bytes of text, html and attachments together. */
  readonly sizeBytes: number;
}

/** What became of one recipient. `reply` is the server's own words. */
export interface Recipient {
  readonly emailId: string;
  readonly position: number;
  readonly kind: RecipientKind;
  readonly address: string;
  readonly name: string | null;
  readonly status: RecipientStatus;
  readonly code: number | null;
  readonly enhancedCode: string | null;
  readonly reply: string | null;
  readonly at: number | null;
}

/** A file that goes along; its bytes are kept by content hash. `inline` ones are referred to by `contentId` in the html. */
export interface Attachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly contentId: string | null;
  readonly inline: boolean;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** The content of an email, kept apart from its row because it is purged early. */
export interface EmailContent {
  readonly text: string | null;
  readonly html: string | null;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly attachments: readonly Attachment[];
}
