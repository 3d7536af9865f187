import type { SignedInCaller } from '../../domain/caller.js';
import { holderOf } from '../../domain/caller.js';
import type { SendEmailInput, Uploads, ValidEmail } from '../../domain/email-input.js';
import type { Posted } from '../../storage/outbox-entry.js';
import { uploadsOf } from '../../storage/upload.store.js';
import type { House } from '../house.js';
import type { CheckedEmail } from './posting.js';
import { postingOf } from './posting.js';

/** Files written at a time. */
const FILES_AT_ONCE = 16;
/** Times that contents are put and posted; each but the first only when a content was removed at that very moment. */
const TRIES_AT_MOST = 3;

/** The uploads that some inputs name and the caller may attach. Nothing is asked where they name none. */
export const uploadsNamed = async (house: House, caller: SignedInCaller, inputs: readonly SendEmailInput[]): Promise<Uploads> => {
  const ids = inputs.flatMap(({ attachments }) => (attachments ?? []).flatMap(({ id }) => id ?? []));
  if (ids.length === 0) return new Map();
  const rows = await uploadsOf(house.storage.read(), holderOf(caller), ids, house.now());
  return new Map([...rows].map(([id, row]) =>
    [id, { id, fileName: row.file_name, contentType: row.content_type, sha256: row.sha256, sizeBytes: row.size_bytes }]));
};

/**
 * Puts contents where they stay, durably, for a row that names a file must never come before the file. Answers the hashes of
 * each email's files, in their order.
 */
export const keepFiles = async (house: House, emails: readonly ValidEmail[]): Promise<Map<ValidEmail, string[]>> => {
  const contents = [...new Set(emails.flatMap(({ attachments }) => attachments.flatMap(({ content }) => content ?? [])))];
  const sha256s = new Map<string, string>();
  for (let from = 0; from < contents.length; from += FILES_AT_ONCE) {
    await Promise.all(contents.slice(from, from + FILES_AT_ONCE).map(async (content) => {
      sha256s.set(content, await house.blobs.put(Buffer.from(content, 'base64')));
    }));
  }
  return new Map(emails.map((email) => [email, email.attachments.map(({ content, upload }) => upload?.sha256 ?? sha256s.get(content ?? '') ?? '')]));
};

/** Posts emails; contents that were removed between put and post, since nothing named them yet, are put and posted again. */
export const postWithFiles = async (house: House, caller: SignedInCaller, checked: readonly CheckedEmail[], tries = 1): Promise<Posted[]> => {
  const posted = await house.outbox.post(checked.map((one) => postingOf(house, caller, one)));
  const gone = checked.filter((_, at) => posted[at]?.kind === 'FILES_GONE');
  if (gone.length === 0 || tries >= TRIES_AT_MOST) return posted;
  await keepFiles(house, gone.map(({ email }) => email));
  const anew = (await postWithFiles(house, caller, gone, tries + 1)).values();
  return posted.map((one) => (one.kind === 'FILES_GONE' ? anew.next().value ?? one : one));
};
