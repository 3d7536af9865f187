import { contentTypeFault, fileNameFault } from '../../domain/attachment-input.js';
import type { Caller, SignedInCaller } from '../../domain/caller.js';
import { holderOf } from '../../domain/caller.js';
import type { Fault } from '../../domain/errors.js';
import { Problem, refuse, refuseIfAny } from '../../domain/errors.js';
import { may } from '../../domain/permission.js';
import { linkableBlobs } from '../../storage/blob-register.store.js';
import type { Blob } from '../../storage/blob-store.js';
import { addUpload, unusedBytes } from '../../storage/upload.store.js';
import type { Outcome } from '../change.js';
import { outcomeOf } from '../change.js';
import type { House } from '../house.js';

/** A file as it comes in: its bytes one by one. */
export interface UploadInput {
  readonly fileName: string;
  /** `application/octet-stream` when not given. */
  readonly contentType: string | null;
  /** As announced; null where that was not. */
  readonly sizeBytes: number | null;
  readonly bytes: AsyncIterable<Buffer>;
}

/** A file that is kept and may be attached. */
export interface UploadView {
  readonly id: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly expiresAt: number;
}

/** The caller of an upload: signed in, with no password to change first, and allowed to send somewhere. Else throws. */
export const uploaderOf = (caller: Caller): SignedInCaller => {
  if (caller.kind === 'SIGNED_OUT') throw new Problem('UNAUTHENTICATED', 'Sign in first');
  if (caller.kind === 'EMPLOYEE' && caller.mustChangePassword) throw new Problem('FORBIDDEN', 'Change your one-time password first');
  if (!may(caller.rights, 'EMAILS', 'add')) throw new Problem('FORBIDDEN', 'Needs EMAILS add');
  return caller;
};

const tooLarge = (limit: number): string => `A file has at most ${limit / 1_048_576} MiB here`;

const faultsOf = (input: UploadInput, contentType: string, limit: number): Fault[] => {
  const judged = [
    ['INVALID', 'fileName', fileNameFault(input.fileName)], ['INVALID', 'contentType', contentTypeFault(contentType)],
    ['TOO_LARGE', 'content', (input.sizeBytes ?? 0) > limit ? tooLarge(limit) : null],
  ] as const;
  return judged.flatMap(([code, field, message]) => (message === null ? [] : [{ code, message, path: [field] }]));
};

async function* atMost(bytes: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer> {
  let received = 0;
  for await (const chunk of bytes) {
    received += chunk.length;
    if (received > limit) refuse('TOO_LARGE', ['content'], tooLarge(limit));
    yield chunk;
  }
}

const written = async (house: House, caller: SignedInCaller, file: { fileName: string; contentType: string }, { sha256, sizeBytes }: Blob): Promise<UploadView> =>
  await house.storage.transaction(async (session) => {
    const now = house.now();
    const linkable = await linkableBlobs(session, [sha256], (one) => house.blobs.has(one));
    // It was put with an hour of grace: only a process that slept as long finds it gone.
    if (!linkable.has(sha256)) throw new Error('The content of an upload was removed before its row was written');
    const view = { ...file, id: crypto.randomUUID(), sizeBytes, expiresAt: now + house.config.limits.uploadHours * 3_600_000 };
    await addUpload(session, {
      id: view.id, holder: holderOf(caller), file_name: file.fileName, content_type: file.contentType, sha256, size_bytes: sizeBytes, used: 0,
      created_at: now, expires_at: view.expiresAt,
    });
    return view;
  });

/**
 * Keeps a file that its uploader, and nobody else, may attach to emails until it expires. It is on the disk, and its row
 * committed, when this resolves; bytes that do not come to their end leave nothing behind. What a caller uploads and does not use is
 * capped, uploads under way with it, so that nobody fills the disk: RATE_LIMITED beyond.
 */
export const uploadAttachment = async (house: House, caller: SignedInCaller, input: UploadInput): Promise<Outcome<UploadView>> => await outcomeOf(async () => {
  const { attachmentBytes, limits } = house.config;
  const contentType = input.contentType ?? 'application/octet-stream';
  refuseIfAny(faultsOf(input, contentType, attachmentBytes));
  const underWay = house.uploads.begin(holderOf(caller), input.sizeBytes ?? attachmentBytes);
  try {
    if (await unusedBytes(house.storage.read(), holderOf(caller)) + underWay.total > limits.unusedUploadBytes) {
      const words = `Your uploads that no email uses would come to more than ${limits.unusedUploadBytes / 1_048_576} MiB: use them, or wait until they expire`;
      throw new Problem('RATE_LIMITED', words);
    }
    const blob = await house.blobs.take(atMost(input.bytes, attachmentBytes));
    return await written(house, caller, { fileName: input.fileName.normalize('NFC'), contentType }, blob);
  } finally {
    underWay.end();
  }
});
