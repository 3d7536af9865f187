import { addressFault, parseMailbox } from './address.js';
import { areaCodeFault } from './area-code.js';
import { validateAttachments } from './attachment-input.js';
import type { AttachmentInput, Uploads, ValidAttachment } from './attachment-input.js';
import type { Mailbox, OnUnknown, Priority } from './email.js';
import type { Fault } from './errors.js';
import { headerNameFault, headerValueFault } from './header-input.js';
import type { HeaderInput } from './header-input.js';
import { hasControls, octetsOf } from './octets.js';
import { validateRecipients } from './recipients-input.js';
import type { ValidRecipient } from './recipients-input.js';

export { areaCodeFault } from './area-code.js';
export { MAX_ATTACHMENT_BYTES } from './attachment-input.js';
export type { AttachmentInput, Upload, Uploads, ValidAttachment } from './attachment-input.js';
export type { HeaderInput } from './header-input.js';
export { MAX_RECIPIENTS } from './recipients-input.js';
export type { ValidRecipient } from './recipients-input.js';

/** What in the caller's own system an email is about, such as `{ type: 'Invoice', id: '4711' }`. */
export interface SourceInput { readonly type: string; readonly id: string }

/** An email as a caller asks for it. Mailboxes are written as in RFC 5322: `a@b.example` or `Name <a@b.example>`. */
export interface SendEmailInput {
  readonly to?: readonly string[] | null | undefined;
  readonly cc?: readonly string[] | null | undefined;
  readonly bcc?: readonly string[] | null | undefined;
  readonly from?: string | null | undefined;
  readonly replyTo?: string | null | undefined;
  readonly subject: string;
  readonly text?: string | null | undefined;
  readonly html?: string | null | undefined;
  readonly attachments?: readonly AttachmentInput[] | null | undefined;
  readonly headers?: readonly HeaderInput[] | null | undefined;
  readonly area?: string | null | undefined;
  readonly accountId?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  readonly batch?: string | null | undefined;
  /** UTC milliseconds; in the past means now. */
  readonly sendAt?: number | null | undefined;
  readonly priority?: Priority | null | undefined;
  readonly source?: SourceInput | null | undefined;
  readonly sensitive?: boolean | null | undefined;
  readonly onUnknown?: OnUnknown | null | undefined;
}

/** An email whose every part passed {@link validateEmail}: what is inside needs no further check. */
export interface ValidEmail {
  readonly recipients: readonly ValidRecipient[];
  readonly from: Mailbox | null;
  readonly replyTo: Mailbox | null;
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
  readonly attachments: readonly ValidAttachment[];
  readonly headers: readonly HeaderInput[];
  readonly area: string | null;
  readonly accountId: string | null;
  readonly idempotencyKey: string | null;
  readonly batch: string | null;
  readonly sendAt: number | null;
  readonly priority: Priority;
  readonly source: SourceInput | null;
  readonly sensitive: boolean;
  readonly onUnknown: OnUnknown;
}

const NO_UPLOADS: Uploads = new Map();

/** RFC 5322 section 2.1.1: a line has at most 998 characters. */
const MAX_SUBJECT_CHARACTERS = 998;
const MAX_BODY_BYTES = 5 * 1_048_576;
const MAX_HEADERS = 50;
const MAX_LABEL_CHARACTERS = 100;
/** A year, and a day for the leap. */
const MAX_AHEAD_MS = 366 * 86_400_000;

const subjectFault = (subject: string): string | null => {
  if (hasControls(subject)) return 'The subject has a line break or another control character in it.';
  if (subject.trim() === '') return 'The subject is empty.';
  return subject.length > MAX_SUBJECT_CHARACTERS ? `The subject has at most ${MAX_SUBJECT_CHARACTERS} characters.` : null;
};

/** A batch, a source's type or id: words that are searched for. */
const labelFault = (text: string): string | null => {
  if (text.trim() === '') return 'It is empty.';
  if (hasControls(text)) return 'It has a line break or another control character in it.';
  return text.length > MAX_LABEL_CHARACTERS ? `It has at most ${MAX_LABEL_CHARACTERS} characters.` : null;
};

const keyFault = (key: string): string | null =>
  (/^[\x20-\x7e]{1,200}$/.test(key) && key.trim() !== '' ? null : 'An idempotency key has 1 to 200 printable ASCII characters.');

const sendAtFault = (sendAt: number, now: number): string | null => {
  if (!Number.isSafeInteger(sendAt) || sendAt < 0) return 'This is not a point in time.';
  return sendAt > now + MAX_AHEAD_MS ? 'An email can be scheduled for at most a year ahead.' : null;
};

const bodyFaults = ({ text, html }: SendEmailInput, path: readonly string[]): Fault[] => {
  const bodies = [['text', text ?? ''], ['html', html ?? '']] as const;
  const broken = bodies.find(([, body]) => !body.isWellFormed());
  if (broken) return [{ code: 'INVALID', message: 'There is half a character in it (a lone surrogate).', path: [...path, broken[0]] }];
  if (bodies.every(([, body]) => body.trim() === '')) {
    return [{ code: 'INVALID', message: 'The email has an empty body: give text, html or both.', path: [...path, 'text'] }];
  }
  const tooLarge = bodies.some(([, body]) => body.length > MAX_BODY_BYTES)
    || bodies.reduce((sum, [, body]) => sum + octetsOf(body), 0) > MAX_BODY_BYTES;
  const message = `Text and html are larger than ${MAX_BODY_BYTES / 1_048_576} MiB together.`;
  return tooLarge ? [{ code: 'TOO_LARGE', message, path: [...path, html ? 'html' : 'text'] }] : [];
};

const headerFaults = (headers: readonly HeaderInput[], path: readonly string[]): Fault[] => {
  if (headers.length > MAX_HEADERS) return [{ code: 'INVALID', message: `There are more than ${MAX_HEADERS} headers.`, path }];
  return headers.flatMap(({ name, value }, at) => ([['name', headerNameFault(name)], ['value', headerValueFault(value)]] as const)
    .flatMap(([field, message]) => (message === null ? [] : [{ code: 'INVALID' as const, message, path: [...path, String(at), field] }])));
};

const labelFaults = (input: SendEmailInput, path: readonly string[], now: number): Fault[] => {
  const judged: [field: string[], message: string | null][] = [
    [['subject'], subjectFault(input.subject)],
    [['from'], input.from == null ? null : addressFault(input.from)],
    [['replyTo'], input.replyTo == null ? null : addressFault(input.replyTo)],
    [['area'], input.area == null ? null : areaCodeFault(input.area)],
    [['idempotencyKey'], input.idempotencyKey == null ? null : keyFault(input.idempotencyKey)],
    [['accountId'], input.accountId == null ? null : labelFault(input.accountId)],
    [['batch'], input.batch == null ? null : labelFault(input.batch)],
    [['source', 'type'], input.source == null ? null : labelFault(input.source.type)],
    [['source', 'id'], input.source == null ? null : labelFault(input.source.id)],
    [['sendAt'], input.sendAt == null ? null : sendAtFault(input.sendAt, now)],
  ];
  return judged.flatMap(([field, message]) => (message === null ? [] : [{ code: 'INVALID' as const, message, path: [...path, ...field] }]));
};

/** A mailbox that was judged already; null where none was given. */
const mailboxOf = (text: string | null | undefined): Mailbox | null => (text == null ? null : parseMailbox(text));

/**
 * Reads an email once: either all its faults together, each with its path under `path`, or an email that needs no further
 * check. `now` is the clock in UTC milliseconds, `uploads` the uploads that the caller may attach. Never throws, decodes nothing, and takes time in step with the input's length.
 */
export const validateEmail = (
  input: SendEmailInput, path: readonly string[], now: number, uploads: Uploads = NO_UPLOADS,
): { faults: Fault[]; email: ValidEmail | null } => {
  const { recipients, faults: recipientFaults } = validateRecipients(input, path);
  const { attachments, faults: attachmentFaults } = validateAttachments(input.attachments ?? [], [...path, 'attachments'], uploads);
  const faults = [
    ...recipientFaults, ...labelFaults(input, path, now), ...bodyFaults(input, path), ...attachmentFaults,
    ...headerFaults(input.headers ?? [], [...path, 'headers']),
  ];
  if (faults.length > 0) return { faults, email: null };
  return { faults, email: {
    recipients, attachments,
    from: mailboxOf(input.from), replyTo: mailboxOf(input.replyTo), subject: input.subject.normalize('NFC'),
    text: input.text?.trim() ? input.text : null, html: input.html?.trim() ? input.html : null,
    headers: (input.headers ?? []).map(({ name, value }) => ({ name, value })),
    area: input.area ?? null, accountId: input.accountId ?? null, idempotencyKey: input.idempotencyKey ?? null,
    batch: input.batch ?? null, sendAt: input.sendAt ?? null, priority: input.priority ?? 'NORMAL',
    source: input.source ? { type: input.source.type, id: input.source.id } : null,
    sensitive: input.sensitive ?? false, onUnknown: input.onUnknown ?? 'HOLD',
  } };
};

/**
 * Canonical JSON of all that the caller gave but the idempotency key: what is hashed to tell a repeated request from
 * another one under the same key. Files stand by the hash of their content, so that it does not matter which way they came
 * in; mailboxes as they were read.
 */
export const bodyDigestInput = (email: ValidEmail, sha256s: readonly string[]): string => JSON.stringify([
  email.recipients.map(({ kind, mailbox }) => [kind, mailbox.address, mailbox.name]),
  email.from && [email.from.address, email.from.name], email.replyTo && [email.replyTo.address, email.replyTo.name],
  email.subject, email.text, email.html,
  email.attachments.map((one, at) => [one.fileName, one.contentType, one.contentId, one.inline, sha256s[at]]),
  email.headers.map(({ name, value }) => [name, value]),
  email.area, email.accountId, email.batch, email.sendAt, email.priority,
  email.source && [email.source.type, email.source.id], email.sensitive, email.onUnknown,
]);
