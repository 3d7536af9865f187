import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { blobPath } from '../../../src/domain/blob-path.js';
import type { DeliveryOrder, Destination } from '../../../src/domain/delivery-order.js';
import type { Attachment, EmailContent, Mailbox } from '../../../src/domain/email.js';

type SmtpDestination = Extract<Destination, { kind: 'SMTP' }>;

/** A folder of its own for attachments. */
export const blobFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'postroom-blobs-'));

/** Stores bytes as storage does, and gives the attachment that refers to them. */
export const store = async (
  folder: string, bytes: Buffer, about: Partial<Attachment> & { readonly fileName: string },
): Promise<Attachment> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await mkdir(dirname(blobPath(folder, sha256)), { recursive: true });
  await writeFile(blobPath(folder, sha256), bytes);
  return { contentType: 'application/octet-stream', contentId: null, inline: false, sha256, sizeBytes: bytes.length, ...about };
};

export const smtpDestination = (port: number, over: Partial<SmtpDestination> = {}): SmtpDestination => ({
  kind: 'SMTP', accountId: randomUUID(), accountVersion: 1, server: '127.0.0.1', port, security: 'NONE',
  authentication: 'NONE', accountName: null, password: null, sandbox: true, ...over,
});

const mailbox = (address: string, name: string | null = null): Mailbox => ({ address, name });

/** An order to `b@example.com`, unless said otherwise. The envelope is made of to, cc and bcc. */
export const orderFor = (
  destination: Destination,
  over: Partial<Omit<DeliveryOrder, 'content'>> & { readonly content?: Partial<EmailContent> } = {},
): DeliveryOrder => {
  const emailId = randomUUID();
  const named = { to: [mailbox('b@example.com')], cc: [], bcc: [], ...over };
  return {
    emailId,
    messageId: `${emailId}@postroom.example`,
    destination,
    connectionsMax: 5,
    envelope: {
      from: 'a@example.com', recipients: [...named.to, ...named.cc, ...named.bcc].map(({ address }) => address),
    },
    from: mailbox('a@example.com'),
    replyTo: null,
    subject: 'Hello',
    dateMs: Date.UTC(2026, 10, 22, 12),
    blobFolder: '/nonexistent',
    ...named,
    content: { text: 'Good day', html: null, headers: [], attachments: [], ...over.content },
  };
};

/** A mark that is granted, and counts how often it was asked for. */
export const granting = (): { readonly mark: () => Promise<boolean>; asked: number } => {
  const counter = { asked: 0, mark: async () => { counter.asked += 1; return true; } };
  return counter;
};

/** What a server must offer, and an account ask for, to come to a point of the log-on; nothing for other points. */
export const towards = (point: string): { readonly offered: { readonly EHLO?: string }; readonly asked: Partial<SmtpDestination> } => {
  if (point === 'STARTTLS') return { offered: { EHLO: '250-scripted.example\r\n250 STARTTLS' }, asked: { security: 'STARTTLS' } };
  if (point !== 'AUTH') return { offered: {}, asked: {} };
  return {
    offered: { EHLO: '250-scripted.example\r\n250 AUTH PLAIN' }, asked: { authentication: 'PASSWORD', accountName: 'anna', password: 'Geheim-123' },
  };
};
