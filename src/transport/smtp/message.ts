import type { SendMailOptions } from 'nodemailer';
import type { DeliveryOrder } from '../../domain/delivery-order.js';
import type { Mailbox } from '../../domain/email.js';
import { readAttachment } from '../attachments.js';

/** What an order has fields of its own for, what belongs to MIME, and what servers write: never a custom header. */
const OWN_FIELDS = new RegExp(`^(?:${[
  'message-id', 'date', 'from', 'sender', 'to', 'cc', 'bcc', 'reply-to', 'subject', 'mime-version', 'content-.*',
  'return-path', 'received', 'dkim-signature',
].join('|')})$`, 'i');

/** The custom headers that may go along. */
export const customHeaders = (order: DeliveryOrder): readonly { readonly name: string; readonly value: string }[] =>
  order.content.headers.filter(({ name }) => !OWN_FIELDS.test(name));

/** In the line ends of RFC 5322 section 2.3: where they are not, nodemailer cuts a message to pieces to mend each, at twice the cost. */
const inMailLines = (text: string): string => text.replaceAll(/\r\n|\r|\n/g, '\r\n');

const mailbox = ({ address, name }: Mailbox): { address: string; name: string } => ({ address, name: name ?? '' });

/**
 * The message as nodemailer composes it. Bcc is in the envelope and nowhere in the message; Message-ID and Date are the
 * order's own, so that a second try is the same message.
 */
export const messageOf = (order: DeliveryOrder): SendMailOptions => ({
  envelope: { from: order.envelope.from, to: [...order.envelope.recipients] },
  messageId: `<${order.messageId}>`,
  date: new Date(order.dateMs),
  from: mailbox(order.from),
  to: order.to.map(mailbox),
  cc: order.cc.map(mailbox),
  subject: order.subject,
  headers: customHeaders(order).map(({ name, value }) => ({ key: name, value })),
  attachments: order.content.attachments.map((attachment) => ({
    filename: attachment.fileName,
    contentType: attachment.contentType,
    contentDisposition: attachment.inline ? 'inline' : 'attachment',
    ...(attachment.contentId === null ? {} : { cid: attachment.contentId }),
    content: readAttachment(order, attachment),
  })),
  ...(order.replyTo === null ? {} : { replyTo: mailbox(order.replyTo) }),
  ...(order.content.text === null ? {} : { text: inMailLines(order.content.text) }),
  ...(order.content.html === null ? {} : { html: inMailLines(order.content.html) }),
  maxRecipients: 0,
  disableFileAccess: true,
  disableUrlAccess: true,
});
