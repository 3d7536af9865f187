import type { Fault } from './errors.js';
import { hasControls } from './octets.js';

/** A file to go along, its bytes as base64 (RFC 4648 section 4; line breaks are allowed). */
export interface AttachmentInput {
  readonly fileName: string;
  /** `application/octet-stream` when not given. */
  readonly contentType?: string | null | undefined;
  readonly content: string;
  /** What the html refers to as `cid:…`; needed when inline. */
  readonly contentId?: string | null | undefined;
  readonly inline?: boolean | null | undefined;
}

/** An attachment that passed; `content` is base64 without line breaks, of exactly `sizeBytes` bytes. */
export interface ValidAttachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly contentId: string | null;
  readonly inline: boolean;
  readonly content: string;
  readonly sizeBytes: number;
}

/** All attachments of one email, decoded. */
export const MAX_ATTACHMENT_BYTES = 10 * 1_048_576;
const MAX_ATTACHMENTS = 100;
const MAX_FILE_NAME_CHARACTERS = 255;
/** Base64 of the limit with a line break after each 64 characters, and something to spare: longer is not even read. */
const MAX_CONTENT_CHARACTERS = MAX_ATTACHMENT_BYTES * 1.5;

const TOO_LARGE = `The attachments are larger than ${MAX_ATTACHMENT_BYTES / 1_048_576} MiB together.`;

const fileNameFault = (name: string): string | null => {
  if (name.trim() === '') return 'Give the name of the file.';
  if (hasControls(name)) return 'The name of the file has a line break or another control character in it.';
  if (/[/\\]/.test(name) || name === '.' || name === '..') return 'Give the name of the file without a folder.';
  return name.length > MAX_FILE_NAME_CHARACTERS ? `The name of a file has at most ${MAX_FILE_NAME_CHARACTERS} characters.` : null;
};

const TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,127}";
const CONTENT_TYPE = new RegExp(`^${TOKEN}/${TOKEN}(?:; ?${TOKEN}=${TOKEN}){0,4}$`);

const contentTypeFault = (type: string): string | null => {
  if (!CONTENT_TYPE.test(type)) return 'The content type is written as type/subtype, as in application/pdf.';
  return /^multipart\//i.test(type) ? 'A file cannot be of a multipart type.' : null;
};

const contentIdFault = (id: string): string | null =>
  (/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.@-]{1,200}$/.test(id) ? null : 'A content id has 1 to 200 ASCII letters, digits and signs, without blanks and brackets.');

/**
 * Size in bytes of base64 text without blanks, worked out from its length, or null where it is no base64. Nothing is
 * decoded, and the search cannot backtrack: 14 million characters are read once.
 */
const sizeOfBase64 = (text: string): number | null => {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const digits = text.length - padding;
  if (text.length % 4 !== 0 || text.slice(0, digits).search(/[^A-Za-z0-9+/]/) >= 0) return null;
  return (text.length / 4) * 3 - padding;
};

interface Judged { readonly faults: Fault[]; readonly attachment: ValidAttachment | null }

const judgeOne = (input: AttachmentInput, path: readonly string[]): Judged => {
  const faults: Fault[] = [];
  const judge = (field: string, message: string | null) => {
    if (message !== null) faults.push({ code: 'INVALID', message, path: [...path, field] });
  };
  const contentType = input.contentType ?? 'application/octet-stream';
  const contentId = input.contentId?.replace(/^<(.*)>$/, '$1') ?? null;
  const inline = input.inline ?? false;
  judge('fileName', fileNameFault(input.fileName));
  judge('contentType', contentTypeFault(contentType));
  if (contentId !== null) judge('contentId', contentIdFault(contentId));
  else if (inline) judge('contentId', 'An inline file needs the content id that the html refers to.');
  const content = input.content.replace(/[\r\n\t ]+/g, '');
  const sizeBytes = sizeOfBase64(content);
  if (sizeBytes === null) judge('content', 'The content of the file is not valid base64.');
  const attachment = { fileName: input.fileName.normalize('NFC'), contentType, contentId, inline, content, sizeBytes: sizeBytes ?? 0 };
  return { faults, attachment: faults.length === 0 ? attachment : null };
};

/** Judges all attachments together: every fault with its path, and the valid ones. Size is judged before anything else. */
export const validateAttachments = (
  inputs: readonly AttachmentInput[], path: readonly string[],
): { faults: Fault[]; attachments: ValidAttachment[] } => {
  const refused = (code: Fault['code'], message: string) => ({ faults: [{ code, message, path }], attachments: [] });
  if (inputs.length > MAX_ATTACHMENTS) return refused('INVALID', `There are more than ${MAX_ATTACHMENTS} attachments.`);
  if (inputs.reduce((sum, input) => sum + input.content.length, 0) > MAX_CONTENT_CHARACTERS) return refused('TOO_LARGE', TOO_LARGE);
  const judged = inputs.map((input, at) => judgeOne(input, [...path, String(at)]));
  const faults = judged.flatMap((one) => one.faults);
  const attachments = judged.flatMap((one) => one.attachment ?? []);
  attachments.forEach((one, at) => {
    const repeated = one.contentId !== null && attachments.findIndex((other) => other.contentId === one.contentId) < at;
    if (repeated) faults.push({ code: 'INVALID', message: `The content id ${one.contentId} is used twice.`, path });
  });
  if (attachments.reduce((sum, one) => sum + one.sizeBytes, 0) > MAX_ATTACHMENT_BYTES) {
    faults.push({ code: 'TOO_LARGE', message: TOO_LARGE, path });
  }
  return { faults, attachments };
};
