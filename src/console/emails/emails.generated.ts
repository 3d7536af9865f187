/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What can be done to many emails at once. */
export type EmailAction =
  /** Take back what waits, is parked, or is SENDING and not handed over yet. */
  | 'CANCEL'
  /** Let what is parked go, in its order. */
  | 'RELEASE'
  /** Send through the account given, or without one by the route of the area, what waits, is parked, or is SENDING and not handed over yet. */
  | 'REROUTE'
  /** Send now what waits, is parked or failed. */
  | 'RETRY';

/** A file that goes along: give either `content` or `id`. */
export type EmailAttachmentInput = {
  /** Its bytes as base64; all contents of an email together at most 10 MiB, decoded. */
  content?: string | null | undefined;
  /** What the html refers to as `cid:…`; needed when inline. */
  contentId?: string | null | undefined;
  /** Its type, such as `application/pdf`; left out: the type it was uploaded with, else `application/octet-stream`. */
  contentType?: string | null | undefined;
  /** Its name, without a folder; at most 255 characters. Left out: the name it was uploaded with. */
  fileName?: string | null | undefined;
  /** The id of a file that you uploaded at `POST /attachments`; all files of an email together at most 100 MiB. */
  id?: string | null | undefined;
  /** Whether it is shown inside the html. */
  inline?: boolean | null | undefined;
};

/** Narrows a list of emails; all that is given must hold. */
export type EmailFilter = {
  /** Stored before this moment. */
  acceptedBefore?: string | null | undefined;
  /** Stored at this moment or later. */
  acceptedFrom?: string | null | undefined;
  /** Going through this account. */
  accountId?: string | null | undefined;
  /** Of this area. */
  area?: string | null | undefined;
  /** Of this batch. */
  batch?: string | null | undefined;
  /** Whether it went, or goes, by the fallback of its account. */
  byFallback?: boolean | null | undefined;
  /** Whose last attempt met this fault. */
  diagnosisId?: string | null | undefined;
  /** With this Message-ID, with or without angle brackets. */
  messageId?: string | null | undefined;
  /** Waiting for one of these. */
  parkedReason?: Array<ParkedReason> | null | undefined;
  /** To this address, whatever its case. */
  recipient?: string | null | undefined;
  /** About the thing with this id. */
  sourceId?: string | null | undefined;
  /** About a thing of this kind. */
  sourceType?: string | null | undefined;
  /** Standing at one of these. */
  status?: Array<EmailStatus> | null | undefined;
};

/** A header line of your own, such as `List-Unsubscribe`. */
export type EmailHeaderInput = {
  /** Its name; those that Postroom writes itself cannot be given. */
  name: string;
  /** Its value, without line breaks. */
  value: string;
};

/** What goes first when much waits. */
export type EmailPriority =
  /** Before all others: somebody waits for it. */
  | 'HIGH'
  /** After all others: newsletters, statements by the thousand. */
  | 'LOW'
  /** As it comes. */
  | 'NORMAL';

/** Who asks for an email. */
export type EmailSenderKind =
  /** A program. */
  | 'APPLICATION_TOKEN'
  /** The command line. */
  | 'COMMAND'
  /** An employee. */
  | 'EMPLOYEE';

/** What in your own system an email is about. */
export type EmailSourceInput = {
  /** Its id there. */
  id: string;
  /** Its kind, such as `INVOICE`. */
  type: string;
};

/** Where an email stands. */
export type EmailStatus =
  /** A person stopped it. */
  | 'CANCELLED'
  /** The sandbox took it; nothing left the house. */
  | 'CAPTURED'
  /** It will not be taken. */
  | 'FAILED'
  /** It waits until something is mended; `parkedReason` says what. */
  | 'PARKED'
  /** It may go, or go again. */
  | 'QUEUED'
  /** Its time to send is ahead. */
  | 'SCHEDULED'
  /** Somebody is handing it over. */
  | 'SENDING'
  /** The server accepted it; not that it arrived. */
  | 'SENT'
  /** It was handed over and no answer came; a person decides. */
  | 'UNKNOWN';

/** What happens when it is not known whether the server took an email. */
export type OnUnknown =
  /** It waits for a person: never twice. */
  | 'HOLD'
  /** It is sent again: at least once. */
  | 'RETRY';

/** Why an email waits for somebody to mend something. */
export type ParkedReason =
  /** The account stands still. */
  | 'ACCOUNT_PAUSED'
  /** Email is switched off. */
  | 'MAIL_OFF'
  /** No account leads out: none is assigned, its settings are not posted, or From is not allowed there. */
  | 'NO_ROUTE'
  /** This database is a copy or a restored backup, and nobody has confirmed that it may send. */
  | 'RESTORED_COPY';

/** How a recipient is addressed. */
export type RecipientKind =
  /** With a copy, seen by nobody. */
  | 'BCC'
  /** With a copy, seen by all. */
  | 'CC'
  /** Directly. */
  | 'TO';

/** What became of one recipient. */
export type RecipientStatus =
  /** The server took it for this recipient. */
  | 'ACCEPTED'
  /** A person stopped it. */
  | 'CANCELLED'
  /** The sandbox took it. */
  | 'CAPTURED'
  /** Still to be sent to. */
  | 'PENDING'
  /** The server refused this recipient, or it was given up. */
  | 'REFUSED'
  /** Nobody knows. */
  | 'UNKNOWN';

/** Whose way of relaying a page of the guide explains. */
export type RelayingPlatform =
  /** Exchange Server on the premises. */
  | 'EXCHANGE'
  /** Exim. */
  | 'EXIM'
  /** Google Workspace and Gmail. */
  | 'GOOGLE'
  /** MailEnable. */
  | 'MAILENABLE'
  /** Microsoft 365 (Exchange Online). */
  | 'MICROSOFT365'
  /** Postfix. */
  | 'POSTFIX'
  /** SendGrid. */
  | 'SENDGRID'
  /** Amazon SES. */
  | 'SES';

/** An email to send. Addresses are written as `a@b.example` or `Name <a@b.example>`; to, cc and bcc together are 1 to 1,000. */
export type SendEmailInput = {
  /** The account to use whatever the area says. Needs SMTP_ACCOUNTS access; not for callers limited to areas. */
  accountId?: string | null | undefined;
  /** The code of the functional area that sends; it decides the account. An unknown one is registered. Needed from callers limited to areas. */
  area?: string | null | undefined;
  /** Files that go along; at most 100. */
  attachments?: Array<EmailAttachmentInput> | null | undefined;
  /** A name that emails share to be counted together. */
  batch?: string | null | undefined;
  /** Recipients of a copy, seen by nobody. */
  bcc?: Array<string> | null | undefined;
  /** Recipients of a copy, seen by all. */
  cc?: Array<string> | null | undefined;
  /** The From: the account's own, or one that it allows. Left out: the account's own. Not for callers limited to areas. */
  from?: string | null | undefined;
  /** Header lines of your own; at most 50. */
  headers?: Array<EmailHeaderInput> | null | undefined;
  /** The body as HTML. */
  html?: string | null | undefined;
  /** A key of your own: the same key and content answer the first email again, and nothing is sent twice. Uploads that are named must still be there then: where one expired the answer is NOT_FOUND, and nothing is sent either. */
  idempotencyKey?: string | null | undefined;
  /** What happens when it is not known whether the server took it; left out: HOLD. */
  onUnknown?: OnUnknown | null | undefined;
  /** What goes first; left out: NORMAL. */
  priority?: EmailPriority | null | undefined;
  /** Where answers go. */
  replyTo?: string | null | undefined;
  /** When to send, at most a year ahead; left out or in the past: now. */
  sendAt?: string | null | undefined;
  /** Marks content that is to be kept no longer than sending needs: body and attachments are removed when the email is SENT, CAPTURED, FAILED or CANCELLED. Files uploaded for it stay until the upload expires. */
  sensitive?: boolean | null | undefined;
  /** What it is about. */
  source?: EmailSourceInput | null | undefined;
  /** The subject, in one line of at most 998 characters. */
  subject: string;
  /** The body as plain text. One of text and html is needed; together at most 5 MiB. */
  text?: string | null | undefined;
  /** Recipients. */
  to?: Array<string> | null | undefined;
};

/** How far a conversation with a server got; one list for tests, attempts and diagnoses. */
export type Stage =
  /** The answer to the whole message. */
  | 'AFTER_DATA'
  /** Logging on. */
  | 'AUTH'
  /** Asking to hand over the message. */
  | 'DATA'
  /** Finding the addresses of the server, and whether they may be connected to. */
  | 'DNS'
  /** All of it. */
  | 'DONE'
  /** Introducing ourselves, and learning what the server can do. */
  | 'EHLO'
  /** The server's first words. */
  | 'GREETING'
  /** Naming the sender. */
  | 'MAIL_FROM'
  /** A provider's HTTP call. */
  | 'PROVIDER_API'
  /** Naming a recipient. */
  | 'RCPT_TO'
  /** Naming a recipient outside the sender's domain. */
  | 'RELAY'
  /** Connecting. */
  | 'TCP'
  /** Encrypting, and checking the certificate. */
  | 'TLS';

/** What somebody found out about an email whose outcome was not known. */
export type UnknownOutcome =
  /** It arrived: it is settled as sent. */
  | 'ARRIVED'
  /** It did not arrive: it is sent again. */
  | 'RESEND';

/** What is wrong with what was asked; each can be mended in a form. */
export type UserErrorCode =
  /** The account may not send with this From. */
  | 'FROM_NOT_ALLOWED'
  /** The idempotency key was used before, with another content. */
  | 'IDEMPOTENCY_MISMATCH'
  /** The value cannot be used; the message says why. */
  | 'INVALID'
  /** Nobody active would be left with access and modify on employees and access records. */
  | 'LAST_ADMINISTRATOR'
  /** Another record has this name. */
  | 'NAME_TAKEN'
  /** There is no such record. */
  | 'NOT_FOUND'
  /** The account has no posted settings yet. */
  | 'NOT_POSTED'
  /** Another record has this number. */
  | 'NUMBER_TAKEN'
  /** A password or key must be typed: none is stored that may be used with these settings. */
  | 'PASSWORD_REQUIRED'
  /** Something still needs the record; `usedBy` says what. */
  | 'RECORD_IN_USE'
  /** You do not hold this right, or not in this reach, and so cannot grant it. */
  | 'RIGHT_NOT_HELD'
  /** The record was changed since you saw it; where possible the payload holds it as it now stands. */
  | 'STALE_VERSION'
  /** Larger than the limit that the message names. */
  | 'TOO_LARGE'
  /** The record is in a state in which this cannot be done. */
  | 'WRONG_STATE';

export type EmailRowFragment = { id: string, acceptedAt: string, status: EmailStatus, parkedReason: ParkedReason | null, area: string | null, subject: string, diagnosisId: string | null, to: Array<{ address: string, name: string | null }>, route: { account: { id: string, number: string, name: string } | null } };

export type EmailLogQueryVariables = Exact<{
  filter?: EmailFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type EmailLogQuery = { emails: { edges: Array<{ node: { id: string, acceptedAt: string, status: EmailStatus, parkedReason: ParkedReason | null, area: string | null, subject: string, diagnosisId: string | null, to: Array<{ address: string, name: string | null }>, route: { account: { id: string, number: string, name: string } | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type EmailCountQueryVariables = Exact<{
  filter?: EmailFilter | null | undefined;
}>;


export type EmailCountQuery = { emails: { totalCount: number | null } };

export type EmailMovedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type EmailMovedSubscription = { emailChanged: { id: string, acceptedAt: string, status: EmailStatus, parkedReason: ParkedReason | null, area: string | null, subject: string, diagnosisId: string | null, to: Array<{ address: string, name: string | null }>, route: { account: { id: string, number: string, name: string } | null } } };

export type EmailRecordFragment = { id: string, acceptedAt: string, status: EmailStatus, parkedReason: ParkedReason | null, area: string | null, subject: string, priority: EmailPriority, onUnknown: OnUnknown, messageId: string, batch: string | null, idempotencyKey: string | null, resendOfId: string | null, sendAt: string | null, sentAt: string | null, settledAt: string | null, sizeBytes: number, sensitive: boolean, contentPurgedAt: string | null, diagnosisId: string | null, sender: { kind: EmailSenderKind, name: string }, source: { type: string, id: string } | null, replyTo: { address: string, name: string | null } | null, route: { reason: string, parkedReason: ParkedReason | null, deliversOutside: boolean, account: { id: string, number: string, name: string } | null, from: { address: string, name: string | null } | null, fallbackFor: { id: string, number: string, name: string } | null }, recipients: Array<{ kind: RecipientKind, address: string, name: string | null, status: RecipientStatus, code: number | null, enhancedCode: string | null, reply: string | null, at: string | null }>, attempts: Array<{ number: number, at: string, outcome: string, stage: Stage, code: number | null, enhancedCode: string | null, reply: string | null, latencyMs: number, account: { id: string, number: string, name: string } | null, diagnosis: { id: string, cause: string, queuedMail: string, link: string | null, guide: RelayingPlatform | null, remedy: Array<{ text: string, command: string | null }> } | null }> };

export type EmailDetailQueryVariables = Exact<{
  id: string;
}>;


export type EmailDetailQuery = { email: { id: string, acceptedAt: string, status: EmailStatus, parkedReason: ParkedReason | null, area: string | null, subject: string, priority: EmailPriority, onUnknown: OnUnknown, messageId: string, batch: string | null, idempotencyKey: string | null, resendOfId: string | null, sendAt: string | null, sentAt: string | null, settledAt: string | null, sizeBytes: number, sensitive: boolean, contentPurgedAt: string | null, diagnosisId: string | null, sender: { kind: EmailSenderKind, name: string }, source: { type: string, id: string } | null, replyTo: { address: string, name: string | null } | null, route: { reason: string, parkedReason: ParkedReason | null, deliversOutside: boolean, account: { id: string, number: string, name: string } | null, from: { address: string, name: string | null } | null, fallbackFor: { id: string, number: string, name: string } | null }, recipients: Array<{ kind: RecipientKind, address: string, name: string | null, status: RecipientStatus, code: number | null, enhancedCode: string | null, reply: string | null, at: string | null }>, attempts: Array<{ number: number, at: string, outcome: string, stage: Stage, code: number | null, enhancedCode: string | null, reply: string | null, latencyMs: number, account: { id: string, number: string, name: string } | null, diagnosis: { id: string, cause: string, queuedMail: string, link: string | null, guide: RelayingPlatform | null, remedy: Array<{ text: string, command: string | null }> } | null }> } | null };

export type EmailBodyQueryVariables = Exact<{
  id: string;
}>;


export type EmailBodyQuery = { email: { id: string, content: { text: string | null, html: string | null, headers: Array<{ name: string, value: string }>, attachments: Array<{ fileName: string, contentType: string, sizeBytes: number, content: string }> } | null } | null };

export type OneEmailMovedSubscriptionVariables = Exact<{
  id: string;
}>;


export type OneEmailMovedSubscription = { emailChanged: { id: string, status: EmailStatus } };

export type RetryOneMutationVariables = Exact<{
  id: string;
}>;


export type RetryOneMutation = { retryEmail: { email: { id: string, status: EmailStatus } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type CancelOneMutationVariables = Exact<{
  id: string;
}>;


export type CancelOneMutation = { cancelEmail: { email: { id: string, status: EmailStatus } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ResendOneMutationVariables = Exact<{
  id: string;
  to?: Array<string> | string | null | undefined;
}>;


export type ResendOneMutation = { resendEmail: { email: { id: string, status: EmailStatus } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ResolveOneMutationVariables = Exact<{
  id: string;
  outcome: UnknownOutcome;
}>;


export type ResolveOneMutation = { resolveUnknownEmail: { email: { id: string, status: EmailStatus } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ChangeManyMutationVariables = Exact<{
  filter: EmailFilter;
  action: EmailAction;
  accountId?: string | null | undefined;
}>;


export type ChangeManyMutation = { changeEmails: { changed: number, skipped: number, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type SendOneMutationVariables = Exact<{
  input: SendEmailInput;
}>;


export type SendOneMutation = { sendEmail: { email: { id: string, status: EmailStatus } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export const EmailRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EmailRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Email"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"acceptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"parkedReason"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"diagnosisId"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"route"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<EmailRowFragment, unknown>;
export const EmailRecordFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EmailRecord"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Email"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"acceptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"parkedReason"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"onUnknown"}},{"kind":"Field","name":{"kind":"Name","value":"messageId"}},{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"idempotencyKey"}},{"kind":"Field","name":{"kind":"Name","value":"resendOfId"}},{"kind":"Field","name":{"kind":"Name","value":"sendAt"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"sensitive"}},{"kind":"Field","name":{"kind":"Name","value":"contentPurgedAt"}},{"kind":"Field","name":{"kind":"Name","value":"diagnosisId"}},{"kind":"Field","name":{"kind":"Name","value":"sender"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replyTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"route"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fallbackFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"parkedReason"}},{"kind":"Field","name":{"kind":"Name","value":"deliversOutside"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recipients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"enhancedCode"}},{"kind":"Field","name":{"kind":"Name","value":"reply"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"enhancedCode"}},{"kind":"Field","name":{"kind":"Name","value":"reply"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"diagnosis"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"queuedMail"}},{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"guide"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"command"}}]}}]}}]}}]}}]} as unknown as DocumentNode<EmailRecordFragment, unknown>;
export const EmailLogDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EmailLog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EmailFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"emails"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EmailRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EmailRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Email"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"acceptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"parkedReason"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"diagnosisId"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"route"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<EmailLogQuery, EmailLogQueryVariables>;
export const EmailCountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EmailCount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EmailFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"emails"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<EmailCountQuery, EmailCountQueryVariables>;
export const EmailMovedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"EmailMoved"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"emailChanged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EmailRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EmailRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Email"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"acceptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"parkedReason"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"diagnosisId"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"route"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<EmailMovedSubscription, EmailMovedSubscriptionVariables>;
export const EmailDetailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EmailDetail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EmailRecord"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EmailRecord"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Email"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"acceptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"parkedReason"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"onUnknown"}},{"kind":"Field","name":{"kind":"Name","value":"messageId"}},{"kind":"Field","name":{"kind":"Name","value":"batch"}},{"kind":"Field","name":{"kind":"Name","value":"idempotencyKey"}},{"kind":"Field","name":{"kind":"Name","value":"resendOfId"}},{"kind":"Field","name":{"kind":"Name","value":"sendAt"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"sensitive"}},{"kind":"Field","name":{"kind":"Name","value":"contentPurgedAt"}},{"kind":"Field","name":{"kind":"Name","value":"diagnosisId"}},{"kind":"Field","name":{"kind":"Name","value":"sender"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replyTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"route"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fallbackFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"parkedReason"}},{"kind":"Field","name":{"kind":"Name","value":"deliversOutside"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recipients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"enhancedCode"}},{"kind":"Field","name":{"kind":"Name","value":"reply"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"enhancedCode"}},{"kind":"Field","name":{"kind":"Name","value":"reply"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"diagnosis"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"queuedMail"}},{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"guide"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"command"}}]}}]}}]}}]}}]} as unknown as DocumentNode<EmailDetailQuery, EmailDetailQueryVariables>;
export const EmailBodyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EmailBody"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"content"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"html"}},{"kind":"Field","name":{"kind":"Name","value":"headers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"contentType"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"content"}}]}}]}}]}}]}}]} as unknown as DocumentNode<EmailBodyQuery, EmailBodyQueryVariables>;
export const OneEmailMovedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"OneEmailMoved"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"emailChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<OneEmailMovedSubscription, OneEmailMovedSubscriptionVariables>;
export const RetryOneDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetryOne"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryEmail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RetryOneMutation, RetryOneMutationVariables>;
export const CancelOneDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelOne"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelEmail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CancelOneMutation, CancelOneMutationVariables>;
export const ResendOneDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResendOne"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resendEmail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ResendOneMutation, ResendOneMutationVariables>;
export const ResolveOneDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResolveOne"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnknownOutcome"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resolveUnknownEmail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"outcome"},"value":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ResolveOneMutation, ResolveOneMutationVariables>;
export const ChangeManyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeMany"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EmailFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"action"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EmailAction"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeEmails"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"Variable","name":{"kind":"Name","value":"action"}}},{"kind":"Argument","name":{"kind":"Name","value":"accountId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ChangeManyMutation, ChangeManyMutationVariables>;
export const SendOneDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendOne"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendEmailInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendEmail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SendOneMutation, SendOneMutationVariables>;