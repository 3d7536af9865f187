import type { AccessToken } from './access-token.js';
import type { Authentication, Security } from './account-settings.js';
import type { EmailContent, Mailbox } from './email.js';
import type { Evidence } from './stage.js';

/** Where and as whom to hand over: the account's posted settings with its secrets opened. Lives in memory only. */
export type Destination =
  | {
      readonly kind: 'SMTP';
      readonly accountId: string;
      /** Changes with each post of the account: pooled connections of an older one are let go. */
      readonly accountVersion: number;
      readonly server: string;
      readonly port: number;
      readonly security: Security;
      readonly authentication: Authentication;
      readonly accountName: string | null;
      readonly password: string | null;
      /** In place of a password, where the authentication is OAUTH2. */
      readonly accessToken?: AccessToken;
      /** True for the catcher on this machine, which is the one loopback address always allowed. */
      readonly sandbox: boolean;
    }
  | { readonly kind: 'SENDGRID'; readonly accountId: string; readonly accountVersion: number; readonly apiKey: string };

/** All that a transport needs to hand ONE email to ONE server. `envelope` is RFC 5321's, bcc among its recipients. */
export interface DeliveryOrder {
  readonly emailId: string;
  readonly messageId: string;
  readonly destination: Destination;
  /** Connections that may be open for the account, those of all orders together. */
  readonly connectionsMax: number;
  readonly envelope: { readonly from: string; readonly recipients: readonly string[] };
  readonly from: Mailbox;
  readonly replyTo: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  /** Named only for providers whose API wants them by kind; never written into the message. */
  readonly bcc: readonly Mailbox[];
  readonly subject: string;
  readonly dateMs: number;
  readonly content: EmailContent;
  /** The folder that holds attachments by their hash. */
  readonly blobFolder: string;
}

/** What the server said of one recipient. */
export interface RecipientReply {
  readonly address: string;
  readonly accepted: boolean;
  readonly code: number | null;
  readonly enhancedCode: string | null;
  readonly reply: string | null;
}

/**
 * What one try came to; a translation, not a decision.
 * ACCEPTED: the server took the message for the accepted recipients. REFUSED: it said no, or was not reached, and has
 * nothing. UNKNOWN: the message was handed over and no answer came. NOT_HANDED_OVER: the mark was refused (the lease was
 * lost, or the email may not go any more), so the connection was closed without the final dot; or the order was taken back before it had one.
 */
export interface DeliveryReport {
  readonly outcome: 'ACCEPTED' | 'REFUSED' | 'UNKNOWN' | 'NOT_HANDED_OVER';
  readonly recipients: readonly RecipientReply[];
  /** What was seen last; for ACCEPTED the reply to the final dot. */
  readonly evidence: Evidence;
  /** The server's hint (`Retry-After`, `X-RateLimit-Reset`), where it gave one apart from its words. */
  readonly retryAfterSeconds: number | null;
  readonly latencyMs: number;
  /** What a provider calls the message, such as SendGrid's `X-Message-Id`. */
  readonly providerMessageId: string | null;
}

/**
 * Asked exactly once, when the server is ready for the message (after 354, before the first byte). Resolves true when
 * the hand-over is durably marked and the lease still held; false: close without sending the final dot.
 */
export type MarkHandOver = () => Promise<boolean>;
