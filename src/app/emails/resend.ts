import type { SignedInCaller } from '../../domain/caller.js';
import type { ValidEmail } from '../../domain/email-input.js';
import type { Mailbox } from '../../domain/email.js';
import { Problem, refuse, refuseIfAny } from '../../domain/errors.js';
import { mayInArea } from '../../domain/permission.js';
import { validateRecipients } from '../../domain/recipients-input.js';
import type { ValidRecipient } from '../../domain/recipients-input.js';
import { contentOf, recipientsOf } from '../../storage/email.store.js';
import type { AttachmentRow, EmailBodyRow, EmailRow } from '../../storage/outbox-tables.js';
import type { Outcome } from '../change.js';
import { auditEvent, change } from '../change.js';
import type { House } from '../house.js';
import { standingForChange } from './mend.js';
import { postingOf } from './posting.js';
import { email as readEmail } from './read.js';
import type { EmailView } from './view.js';

const PURGED = 'The content of this email was purged';

const mailbox = (address: string | null, name: string | null): Mailbox | null => (address === null ? null : { address, name });

/** The email as it was asked for, to be asked for again: at once, and without its idempotency key. */
const askedAgain = (email: EmailRow, body: EmailBodyRow, attachments: readonly AttachmentRow[], recipients: readonly ValidRecipient[]): ValidEmail => ({
  recipients, from: mailbox(email.asked_from_address, email.asked_from_name), replyTo: mailbox(email.reply_to_address, email.reply_to_name),
  subject: email.subject, text: body.text, html: body.html, headers: JSON.parse(body.headers) as ValidEmail['headers'],
  // The bytes lie in the blob store already.
  attachments: attachments.map((file) => ({
    fileName: file.file_name, contentType: file.content_type, contentId: file.content_id, inline: file.inline_part === 1, content: null, upload: null,
    sizeBytes: file.size_bytes,
  })),
  area: email.area, accountId: email.pinned_account_id, idempotencyKey: null, batch: email.batch, sendAt: null, priority: email.priority,
  source: email.source_type === null ? null : { type: email.source_type, id: email.source_id ?? '' },
  sensitive: email.sensitive === 1, onUnknown: email.on_unknown,
});

/**
 * Sends an email once more: a new one, which names the old one, to the same recipients or to others. Others would read
 * what the caller may not read, so that needs EMAIL_CONTENT access. WRONG_STATE when the content was purged.
 */
export const resendEmail = async (house: House, caller: SignedInCaller, id: string, to: readonly string[] | null): Promise<Outcome<EmailView>> => {
  const { value, faults } = await change(house, caller, async (desk) => {
    const { email } = await standingForChange(desk, caller, id);
    if (to !== null && !mayInArea(caller.rights, 'EMAIL_CONTENT', 'access', email.area)) throw new Problem('FORBIDDEN', 'Needs EMAIL_CONTENT access to send it to others');
    const content = await contentOf(desk.session, id);
    if (content === null) return refuse('WRONG_STATE', ['id'], PURGED);
    const others = to === null ? null : validateRecipients({ to }, []);
    refuseIfAny(others?.faults ?? []);
    const recipients = others?.recipients ?? (await recipientsOf(desk.session, [id])).map(({ kind, address, name }) => ({ kind, mailbox: { address, name } }));
    return { valid: askedAgain(email, content.body, content.attachments, recipients), sha256s: content.attachments.map(({ sha256 }) => sha256) };
  });
  if (value === null) return { value: null, faults };
  const acceptedAt = house.now();
  const changes = to === null ? [] : [{ field: 'to', before: null, after: to.join(', ') }];
  const posting = postingOf(house, caller, { email: value.valid, sha256s: value.sha256s, path: [], acceptedAt });
  const [posted] = await house.outbox.post([{ ...posting, draft: (world) => {
    const draft = posting.draft(world);
    if (!('email' in draft)) return draft;
    const event = auditEvent(house, caller, acceptedAt, 'RESENT', { type: 'EMAIL', id, name: value.valid.subject }, changes);
    return { ...draft, email: { ...draft.email, resend_of_id: id }, event };
  } }]);
  // Purged since it was read.
  if (posted?.kind === 'FILES_GONE') return { value: null, faults: [{ code: 'WRONG_STATE', path: ['id'], message: PURGED }] };
  if (posted?.kind === 'REFUSED') return { value: null, faults: posted.faults };
  if (posted?.kind !== 'WRITTEN') throw new Error('An email without a key is always a new one');
  house.announcements.emit('emailChanged', posted.id);
  house.wakeDelivery();
  return { value: await readEmail(house, caller, posted.id), faults: [] };
};
