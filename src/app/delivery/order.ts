import type { SmtpAccount } from '../../domain/account.js';
import type { AccessToken } from '../../domain/access-token.js';
import { authenticationInForce, BLANK_SETTINGS } from '../../domain/account-settings.js';
import type { DeliveryOrder, Destination } from '../../domain/delivery-order.js';
import type { Mailbox, RecipientKind } from '../../domain/email.js';
import type { EmailToSend } from '../../storage/delivery-content.store.js';
import type { EmailBodyRow } from '../../storage/outbox-tables.js';
import { destinationOf } from '../accounts/destination.js';
import type { House } from '../house.js';
import type { Claimed } from './claim.js';
import { envelopeOf } from './envelope.js';
import { openForUse } from './open-secrets.js';

/** The content is gone, and an email without it would be another one: it must never go. */
export class ContentPurged extends Error {
  override readonly name = 'ContentPurged';
}

/** Where and as whom to hand over what goes through an account as it is posted. Throws SecretUnreadable. */
export const destinationFor = (house: House, account: SmtpAccount, accessToken: AccessToken | null): Destination => {
  const settings = account.settings ?? BLANK_SETTINGS;
  const opened = (field: 'password' | 'sendGridApiKey') => openForUse(house.secrets, account, settings, [field]);
  // Only what will be used is opened: an old key that lies beside it harms nobody.
  const withKey = settings.useSendGrid ? opened('sendGridApiKey') : null;
  const usesPassword = settings.useSendGrid ? withKey?.sendGridApiKey == null : authenticationInForce(settings) === 'PASSWORD';
  const secrets = usesPassword && !account.sandbox ? opened('password') : withKey ?? openForUse(house.secrets, account, settings, []);
  const destination = destinationOf(account, settings, secrets, house.sandboxPort());
  if (destination === null) throw new Error('The sandbox was switched off between claim and order');
  return accessToken !== null && destination.kind === 'SMTP' ? { ...destination, accessToken } : destination;
};

const replyToOf = ({ email }: EmailToSend, account: SmtpAccount): Mailbox | null => {
  if (email.reply_to_address !== null) return { address: email.reply_to_address, name: email.reply_to_name };
  const own = account.settings?.replyTo ?? null;
  return own === null ? null : { address: own, name: null };
};

/** The order for one email: to whoever is still pending, as far as they fit one envelope, with the same Message-ID and date at every try. */
export const orderFor = (
  house: House, { account, from }: Claimed, toSend: EmailToSend, body: EmailBodyRow | undefined, connectionsMax: number, accessToken: AccessToken | null = null,
): DeliveryOrder => {
  const { email, recipients, attachments } = toSend;
  if (body === undefined) throw new ContentPurged('The content of this email was purged before it could be sent');
  const named = (kind: RecipientKind): Mailbox[] => recipients.filter((one) => one.kind === kind).map(({ address, name }) => ({ address, name }));
  return {
    emailId: email.id, messageId: email.message_id, destination: destinationFor(house, account, accessToken), connectionsMax,
    envelope: { from: from.address, recipients: envelopeOf(toSend.dispatch, recipients).map(({ address }) => address) },
    from, replyTo: replyToOf(toSend, account), to: named('TO'), cc: named('CC'), bcc: named('BCC'),
    subject: email.subject, dateMs: Math.max(email.accepted_at, email.send_at ?? 0), blobFolder: house.blobs.folder,
    content: {
      text: body.text, html: body.html,
      headers: JSON.parse(body.headers) as { name: string; value: string }[],
      attachments: attachments.map((file) => ({
        fileName: file.file_name, contentType: file.content_type, contentId: file.content_id, inline: file.inline_part === 1,
        sha256: file.sha256, sizeBytes: file.size_bytes,
      })),
    },
  };
};
