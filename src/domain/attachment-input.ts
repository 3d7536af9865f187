import type { Fault } from './errors.js';
import { hasControls } from './octets.js';

/** A file to go along: its bytes as base64 (RFC 4648 section 4; line breaks are allowed), or the id of an upload. */
export interface AttachmentInput {
  readonly id?: string | null | undefined;
  readonly content?: string | null | undefined;
  /** The upload's own when not given. */
  readonly fileName?: string | null | undefined;
  /** The upload's own when not given; `application/octet-stream` of a content. */
  readonly contentType?: string | null | undefined;
  /** What the html refers to as `cid:…`; needed when inline. */
  readonly contentId?: string | null | undefined;
  readonly inline?: boolean | null | undefined;
}

/** A file that was uploaded before, as its uploader may attach it. */
export interface Upload {
  readonly id: string;
  readonly fileName: string;
  readonly contentType: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** The uploads that a caller may attach, by id. */
export type Uploads = ReadonlyMap<string, Upload>;

/** An attachment that passed. `content` is base64 without line breaks; null where the bytes were kept before. */
export interface ValidAttachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly contentId: string | null;
  readonly inline: boolean;
  readonly content: string | null;
  readonly upload: Upload | null;
  readonly sizeBytes: number;
}

/** All contents inside one email, decoded: they are held in memory. */
export const MAX_ATTACHMENT_BYTES = 10 * 1_048_576;
/** All files of one email, uploads with them: hardly any server takes more, and a sandbox must. */
export const MAX_ALL_ATTACHMENTS_BYTES = 100 * 1_048_576;
const MAX_ATTACHMENTS = 100;
const MAX_FILE_NAME_CHARACTERS = 255;
/** Base64 of the limit with a line break after each 64 characters, and something to spare: longer is not even read. */
const MAX_CONTENT_CHARACTERS = MAX_ATTACHMENT_BYTES * 1.5;

const TOO_LARGE = `The contents of attachments are larger than ${MAX_ATTACHMENT_BYTES / 1_048_576} MiB together: upload them at POST /attachments, and give their ids.`;
const TOO_LARGE_IN_ALL = `The attachments are larger than ${MAX_ALL_ATTACHMENTS_BYTES / 1_048_576} MiB together.`;

/** What is wrong with the name of a file, or null. */
export const fileNameFault = (name: string): string | null => {
  if (name.trim() === '') return 'Give the name of the file.';
  if (hasControls(name)) return 'The name of the file has a line break or another control character in it.';
  if (/[/\\]/.test(name) || name === '.' || name === '..') return 'Give the name of the file without a folder.';
  return name.length > MAX_FILE_NAME_CHARACTERS ? `The name of a file has at most ${MAX_FILE_NAME_CHARACTERS} characters.` : null;
};

const TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,127}";
const CONTENT_TYPE = new RegExp(`^${TOKEN}/${TOKEN}(?:; ?${TOKEN}=${TOKEN}){0,4}$`);

/** What is wrong with a content type, or null. */
export const contentTypeFault = (type: string): string | null => {
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

/** Where the bytes of a file are, and how many: inside the input or in an upload. */
type Bytes = Pick<ValidAttachment, 'content' | 'upload' | 'sizeBytes'>;

const bytesOf = ({ id, content: given }: AttachmentInput, uploads: Uploads, path: readonly string[]): { fault: Fault | null; bytes: Bytes } => {
  const none: Bytes = { content: null, upload: null, sizeBytes: 0 };
  const faulty = (code: Fault['code'], field: string, message: string) => ({ fault: { code, message, path: [...path, field] }, bytes: none });
  if ((id == null) === (given == null)) return faulty('INVALID', 'content', 'Give either the content of the file or the id of its upload.');
  if (id != null) {
    const upload = uploads.get(id);
    if (upload === undefined) return faulty('NOT_FOUND', 'id', 'You have no such upload, or it has expired.');
    return { fault: null, bytes: { content: null, upload, sizeBytes: upload.sizeBytes } };
  }
  const content = (given ?? '').replace(/[\r\n\t ]+/g, '');
  const sizeBytes = sizeOfBase64(content);
  if (sizeBytes === null) return faulty('INVALID', 'content', 'The content of the file is not valid base64.');
  return { fault: null, bytes: { content, upload: null, sizeBytes } };
};

const judgeOne = (input: AttachmentInput, path: readonly string[], uploads: Uploads): Judged => {
  const { fault, bytes } = bytesOf(input, uploads, path);
  const faults: Fault[] = [];
  const judge = (field: string, message: string | null) => {
    if (message !== null) faults.push({ code: 'INVALID', message, path: [...path, field] });
  };
  const fileName = input.fileName ?? bytes.upload?.fileName ?? '';
  const contentType = input.contentType ?? bytes.upload?.contentType ?? 'application/octet-stream';
  const contentId = input.contentId?.replace(/^<(.*)>$/, '$1') ?? null;
  const inline = input.inline ?? false;
  // Of an upload that is not there the name is not known, and no fault of the caller's.
  if (input.fileName != null || input.id == null) judge('fileName', fileNameFault(fileName));
  judge('contentType', contentTypeFault(contentType));
  if (contentId !== null) judge('contentId', contentIdFault(contentId));
  else if (inline) judge('contentId', 'An inline file needs the content id that the html refers to.');
  if (fault !== null) faults.push(fault);
  return { faults, attachment: faults.length === 0 ? { fileName: fileName.normalize('NFC'), contentType, contentId, inline, ...bytes } : null };
};

const sizeFaults = (attachments: readonly ValidAttachment[], path: readonly string[]): Fault[] => {
  const sizeOf = (some: readonly ValidAttachment[]) => some.reduce((sum, one) => sum + one.sizeBytes, 0);
  if (sizeOf(attachments.filter(({ content }) => content !== null)) > MAX_ATTACHMENT_BYTES) return [{ code: 'TOO_LARGE', message: TOO_LARGE, path }];
  return sizeOf(attachments) > MAX_ALL_ATTACHMENTS_BYTES ? [{ code: 'TOO_LARGE', message: TOO_LARGE_IN_ALL, path }] : [];
};

/** Judges all attachments together: every fault with its path, and the valid ones. Size is judged before anything else. */
export const validateAttachments = (
  inputs: readonly AttachmentInput[], path: readonly string[], uploads: Uploads,
): { faults: Fault[]; attachments: ValidAttachment[] } => {
  const refused = (code: Fault['code'], message: string) => ({ faults: [{ code, message, path }], attachments: [] });
  if (inputs.length > MAX_ATTACHMENTS) return refused('INVALID', `There are more than ${MAX_ATTACHMENTS} attachments.`);
  if (inputs.reduce((sum, input) => sum + (input.content?.length ?? 0), 0) > MAX_CONTENT_CHARACTERS) return refused('TOO_LARGE', TOO_LARGE);
  const judged = inputs.map((input, at) => judgeOne(input, [...path, String(at)], uploads));
  const faults = judged.flatMap((one) => one.faults);
  const attachments = judged.flatMap((one) => one.attachment ?? []);
  attachments.forEach((one, at) => {
    const repeated = one.contentId !== null && attachments.findIndex((other) => other.contentId === one.contentId) < at;
    if (repeated) faults.push({ code: 'INVALID', message: `The content id ${one.contentId} is used twice.`, path });
  });
  return { faults: [...faults, ...sizeFaults(attachments, path)], attachments };
};
