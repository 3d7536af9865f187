import { buffer } from 'node:stream/consumers';
import type { DeliveryOrder } from '../../domain/delivery-order.js';
import type { Mailbox } from '../../domain/email.js';
import { readAttachment } from '../attachments.js';
import { customHeaders } from '../smtp/message.js';
import type { MailData } from '../../doors/sendgrid.js';

type Address = { email: string; name?: string };
type Personalization = NonNullable<MailData['personalizations']>[number];

/**
 * What `headers` may not carry besides our own fields; Message-ID it may
 * (https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send).
 */
const RESERVED = ['x-sg-id', 'x-sg-eid'];

const addressOf = ({ address, name }: Mailbox): Address =>
  (name === null ? { email: address } : { email: address, name });

const headersOf = (order: DeliveryOrder): Record<string, string> => {
  const custom = customHeaders(order).filter(({ name }) => !RESERVED.includes(name.toLowerCase()));
  const entries = custom.map(({ name, value }) => [name, value] as const);
  return { ...Object.fromEntries(entries), 'Message-ID': `<${order.messageId}>` };
};

/**
 * To, cc and bcc of those in the envelope, each address once, as the API demands. It also demands a `to`: without one
 * the cc stand there; with bcc alone each gets a copy addressed to itself, so that none sees another.
 */
const personalizationsOf = (order: DeliveryOrder): Personalization[] => {
  const wanted = new Set(order.envelope.recipients.map((address) => address.toLowerCase()));
  const once = (mailboxes: readonly Mailbox[]): Address[] =>
    mailboxes.filter(({ address }) => wanted.delete(address.toLowerCase())).map(addressOf);
  const named = { to: once(order.to), cc: once(order.cc) };
  const bcc = once(order.bcc);
  const to = named.to.length > 0 ? named.to : named.cc;
  const cc = named.to.length > 0 ? named.cc : [];
  if (to.length === 0) return bcc.map((address) => ({ to: [address] }));
  return [{ to, ...(cc.length > 0 ? { cc } : {}), ...(bcc.length > 0 ? { bcc } : {}) }];
};

const attachmentsOf = (order: DeliveryOrder): Promise<NonNullable<MailData['attachments']>> =>
  Promise.all(order.content.attachments.map(async (attachment) => ({
    content: (await buffer(readAttachment(order, attachment))).toString('base64'),
    filename: attachment.fileName,
    type: attachment.contentType,
    disposition: attachment.inline ? 'inline' : 'attachment',
    // The package turns `contentId` into this everywhere but in plain attachments, where the API would not know it.
    ...(attachment.contentId === null ? {} : { content_id: attachment.contentId }),
  })));

/** An order as @sendgrid/mail takes it. Our own ids go along as custom arguments, which come back with every event. */
export const mailDataOf = async (order: DeliveryOrder): Promise<MailData> => {
  const { text, html } = order.content;
  const attachments = await attachmentsOf(order);
  const parts = [
    ...(text ? [{ type: 'text/plain', value: text }] : []),
    ...(html ? [{ type: 'text/html', value: html }] : []),
  ];
  const [first = { type: 'text/plain', value: ' ' }, ...others] = parts;
  return {
    from: addressOf(order.from),
    ...(order.replyTo === null ? {} : { replyTo: addressOf(order.replyTo) }),
    personalizations: personalizationsOf(order),
    subject: order.subject,
    content: [first, ...others],
    headers: headersOf(order),
    customArgs: { postroom_email_id: order.emailId, message_id: order.messageId },
    ...(attachments.length > 0 ? { attachments } : {}),
    hideWarnings: true,
  };
};
