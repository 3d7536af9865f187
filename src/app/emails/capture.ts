import { linkableBlobs } from '../../storage/blob-register.store.js';
import { addCaptured } from '../../storage/capture.store.js';
import type { House } from '../house.js';

/** A message as the sandbox catcher takes it in, its bytes one after another. */
export interface CaughtMessage {
  readonly envelopeFrom: string;
  readonly recipients: readonly string[];
  readonly content: AsyncIterable<Buffer>;
  readonly receivedAt: number;
}

const HEADER_BYTES_MAX = 256 * 1024;

/** Only the header is read: that is all that a list shows, and a body may be large. */
const headerOf = (beginning: Buffer): Buffer => {
  const end = beginning.indexOf('\r\n\r\n');
  return beginning.subarray(0, Math.min(end < 0 ? beginning.length : end + 4, HEADER_BYTES_MAX));
};

/** Passes bytes on, and keeps a copy of those that may be the header. */
async function* keepingBeginning(content: AsyncIterable<Buffer>, beginning: Buffer[]): AsyncGenerator<Buffer> {
  let kept = 0;
  for await (const chunk of content) {
    if (kept < HEADER_BYTES_MAX) beginning.push(chunk);
    kept += chunk.length;
    yield chunk;
  }
}

/**
 * Keeps a caught message: its bytes by content hash as they come, then its row. Durable when this resolves, so that the
 * catcher may acknowledge it; when it throws, the sender tries again.
 */
export const capture = async (house: House, { envelopeFrom, recipients, content, receivedAt }: CaughtMessage): Promise<void> => {
  const beginning: Buffer[] = [];
  const { sha256, sizeBytes } = await house.blobs.take(keepingBeginning(content, beginning));
  // Loaded when the first one comes, for it brings tables of every character set with it.
  const { simpleParser } = await import('mailparser');
  const header = await simpleParser(headerOf(Buffer.concat(beginning)));
  const messageId = header.messageId?.replace(/^<|>$/g, '').slice(0, 255) ?? null;
  await house.storage.transaction(async (session) => {
    const linkable = await linkableBlobs(session, [sha256], (one) => house.blobs.has(one));
    if (!linkable.has(sha256)) throw new Error('The bytes of a caught message were removed before its row was written');
    await addCaptured(session, {
      id: house.newId(), receivedAt, envelopeFrom: envelopeFrom.slice(0, 320), recipients: [...recipients], messageId,
      subject: header.subject ?? '', sha256, sizeBytes,
    });
  });
};
