import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { blobPath } from '../domain/blob-path.js';
import type { DeliveryOrder } from '../domain/delivery-order.js';
import type { Attachment } from '../domain/email.js';

/** An attachment's bytes are missing, unreadable, or not as many as were taken in. The email must not go without. */
export class AttachmentFault extends Error {
  readonly code = 'EATTACHMENT';
  override readonly name = 'AttachmentFault';
}

const fault = (attachment: Attachment, why: string): AttachmentFault =>
  new AttachmentFault(`Attachment "${attachment.fileName}" (${attachment.sha256}) ${why}`);

/** Looks at every attachment before any server is called. Throws AttachmentFault for the first that is not whole. */
export const checkAttachments = async (order: DeliveryOrder): Promise<void> => {
  await Promise.all(order.content.attachments.map(async (attachment) => {
    const found = await stat(blobPath(order.blobFolder, attachment.sha256)).catch((error: unknown) => {
      throw fault(attachment, `cannot be read: ${String(Object(error).code ?? error)}`);
    });
    if (found.size === attachment.sizeBytes) return;
    throw fault(attachment, `has ${found.size} bytes, ${attachment.sizeBytes} were taken in`);
  }));
};

/** The bytes of an attachment. The file is opened at the first read, so that waiting emails hold no files open. */
export const readAttachment = (order: DeliveryOrder, attachment: Attachment): Readable =>
  Readable.from(bytesOf(order, attachment), { objectMode: false });

async function* bytesOf(order: DeliveryOrder, attachment: Attachment): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(blobPath(order.blobFolder, attachment.sha256));
  } catch (error) {
    throw fault(attachment, `cannot be read: ${String(Object(error).code ?? error)}`);
  }
}
