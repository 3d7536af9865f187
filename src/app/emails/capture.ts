import { addCaptured } from '../../storage/capture.store.js';
import type { House } from '../house.js';

/** A message as the sandbox catcher took it in. */
export interface CaughtMessage {
  readonly envelopeFrom: string;
  readonly recipients: readonly string[];
  readonly raw: Buffer;
  readonly receivedAt: number;
}

const HEADER_BYTES_MAX = 256 * 1024;

/** Only the header is read: that is all that a list shows, and a body may be large. */
const headerOf = (raw: Buffer): Buffer => {
  const end = raw.indexOf('\r\n\r\n');
  return raw.subarray(0, Math.min(end < 0 ? raw.length : end + 4, HEADER_BYTES_MAX));
};

/**
 * Keeps a caught message: its bytes by content hash, then its row. Durable when this resolves, so that the catcher may
 * acknowledge it.
 */
export const capture = async (house: House, { envelopeFrom, recipients, raw, receivedAt }: CaughtMessage): Promise<void> => {
  // Loaded when the first one comes, for it brings tables of every character set with it.
  const { simpleParser } = await import('mailparser');
  const [sha256, header] = await Promise.all([house.blobs.put(raw), simpleParser(headerOf(raw))]);
  const messageId = header.messageId?.replace(/^<|>$/g, '').slice(0, 255) ?? null;
  await house.storage.transaction(async (session) => await addCaptured(session, {
    id: house.newId(), receivedAt, envelopeFrom: envelopeFrom.slice(0, 320), recipients: [...recipients], messageId,
    subject: header.subject ?? '', sha256, sizeBytes: raw.length,
  }));
};
