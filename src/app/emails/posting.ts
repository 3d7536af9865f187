import { createHash } from 'node:crypto';
import { addressKey, domainOf } from '../../domain/address.js';
import { EmailArea } from '../../domain/area.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { holderOf } from '../../domain/caller.js';
import { nextState } from '../../domain/delivery.js';
import { asciiDomain, domainFault } from '../../domain/domain-name.js';
import type { ValidEmail } from '../../domain/email-input.js';
import { bodyDigestInput } from '../../domain/email-input.js';
import { sendGridSizeFault } from '../../domain/sendgrid-limit.js';
import { PRIORITIES } from '../../domain/email.js';
import type { ParkedReason } from '../../domain/email.js';
import type { Fault } from '../../domain/errors.js';
import { textKey } from '../../domain/normalise.js';
import { octetsOf } from '../../domain/octets.js';
import type { RouteAnswer } from '../../domain/routing.js';
import { chooseRoute } from '../../domain/routing.js';
import type { Idempotency, OutboxEntry, Posting } from '../../storage/outbox-entry.js';
import type { Bit, DispatchRow, EmailRow } from '../../storage/outbox-tables.js';
import type { PostingWorld } from '../../storage/posting-world.js';
import { auditEvent } from '../change.js';
import type { House } from '../house.js';
import { limitedToAreas } from './sender-limits.js';

/** A checked email on its way into the outbox; `sha256s` are the hashes of its attachments, which lie in the blob store. */
export interface CheckedEmail {
  readonly email: ValidEmail;
  readonly sha256s: readonly string[];
  readonly path: readonly string[];
  readonly acceptedAt: number;
}

/** RFC 2606 section 2 keeps `.invalid` for names that must not be mistaken for somebody's. */
const NO_HOST = 'postroom.invalid';
/** The width of the column; RFC 5322 section 2.1.1 leaves room for no more in one line with its name either. */
const MAX_MESSAGE_ID_CHARACTERS = 255;
const MAX_REASON_CHARACTERS = 300;

/** The key belongs to the caller. Outer blanks do not count, since MySQL ignores those at the end when it compares. */
const idempotencyOf = (caller: SignedInCaller, { email, sha256s }: CheckedEmail): Idempotency | null => email.idempotencyKey === null ? null : {
  holder: holderOf(caller),
  key: email.idempotencyKey.trim(),
  hash: createHash('sha256').update(bodyDigestInput(email, sha256s)).digest('hex'),
};

/** `<id>@<domain of From, or of this house>`, without the brackets. */
const messageIdOf = (house: House, id: string, from: string | null): string => {
  const host = house.config.publicUrl?.hostname ?? NO_HOST;
  const ours = domainFault(host) === null ? host : NO_HOST;
  const messageId = `${id}@${from === null ? ours : asciiDomain(domainOf(from)) ?? ours}`;
  return messageId.length <= MAX_MESSAGE_ID_CHARACTERS ? messageId : `${id}@${ours}`;
};

/** What only the caller can mend; faults of our own set-up park the email instead. */
const routeFaults = (route: RouteAnswer, { email, path }: CheckedEmail, world: PostingWorld): Fault[] => {
  if (email.accountId !== null && world.accountById(email.accountId) === undefined) {
    return [{ code: 'NOT_FOUND', path: [...path, 'accountId'], message: 'There is no such SMTP account' }];
  }
  if (route.fault === 'FROM_NOT_ALLOWED') return [{ code: route.fault, path: [...path, 'from'], message: route.reason }];
  if (route.fault === 'NOT_POSTED' && email.accountId !== null) return [{ code: route.fault, path: [...path, 'accountId'], message: route.reason }];
  const throughSendGrid = route.account !== null && world.accountById(route.account.id)?.settings?.useSendGrid === true;
  const tooLarge = throughSendGrid ? sendGridSizeFault(email.attachments) : null;
  return tooLarge === null ? [] : [{ code: 'TOO_LARGE', path: [...path, 'attachments'], message: tooLarge }];
};

const bit = (value: boolean): Bit => (value ? 1 : 0);

const sizeOf = (email: ValidEmail): number =>
  octetsOf(email.text ?? '') + octetsOf(email.html ?? '') + email.attachments.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);

interface Standing { readonly status: EmailRow['status']; readonly parkedReason: ParkedReason | null }

/** Where the email stands at first, by the one state machine. */
const standingOf = ({ email, acceptedAt }: CheckedEmail, route: RouteAnswer): Standing => {
  const state = nextState(null, { kind: 'ACCEPTED', later: (email.sendAt ?? 0) > acceptedAt, parkedReason: route.parkedReason });
  if (state === 'WRONG_STATE') throw new Error('An email that is accepted has a state');
  return state;
};

const dispatchOf = (row: EmailRow): DispatchRow => ({
  email_id: row.id, state: row.status === 'PARKED' ? 'PARKED' : 'DUE', priority: PRIORITIES.indexOf(row.priority), area: row.area,
  account_id: row.account_id, due_at: Math.max(row.send_at ?? 0, row.accepted_at), tries: 0, first_try_at: null,
  parked_at: row.status === 'PARKED' ? row.accepted_at : null, parked_ms: 0, lease_holder: null, lease_expires_at: null, fence: 0, handover: 0, recipients_at_most: null, fallback_id: null,
});

const emailRow = (house: House, caller: SignedInCaller, checked: CheckedEmail, route: RouteAnswer, key: Idempotency | null): EmailRow => {
  const { email, acceptedAt } = checked;
  const id = house.newId();
  const { status, parkedReason } = standingOf(checked, route);
  return {
    id, status, parked_reason: parkedReason, area: email.area, pinned_account_id: email.accountId,
    account_id: route.account?.id ?? null, account_number: route.account?.number ?? null, account_name: route.account?.name ?? null,
    route_reason: route.reason.slice(0, MAX_REASON_CHARACTERS), delivers_outside: bit(route.deliversOutside),
    from_address: route.from?.address ?? null, from_name: route.from?.name ?? null,
    asked_from_address: email.from?.address ?? null, asked_from_name: email.from?.name ?? null,
    reply_to_address: email.replyTo?.address ?? null, reply_to_name: email.replyTo?.name ?? null,
    subject: email.subject, message_id: messageIdOf(house, id, (route.from ?? email.from)?.address ?? null),
    priority: email.priority, on_unknown: email.onUnknown, sensitive: bit(email.sensitive),
    batch: email.batch, source_type: email.source?.type ?? null, source_id: email.source?.id ?? null, resend_of_id: null,
    sender_kind: caller.kind, sender_id: caller.id, sender_name: caller.name.slice(0, 100),
    idempotency_holder: key?.holder ?? null, idempotency_key: key?.key ?? null, idempotency_hash: key?.hash ?? null,
    diagnosis_id: null, accepted_at: acceptedAt, send_at: email.sendAt, settled_at: null, size_bytes: sizeOf(email), content_purged_at: null,
  };
};

/** The area that this email makes known, with its audit. */
const discovery = (house: House, caller: SignedInCaller, code: string, now: number): OutboxEntry['discovered'] => ({
  area: new EmailArea({ code, name: code, nameKey: textKey(code), discovered: true, createdAt: now }),
  event: auditEvent(house, caller, now, 'DISCOVERED', { type: 'EMAIL_AREA', id: code, name: code }, []),
});

/**
 * An email as a posting: its rows are made inside the transaction, by the configuration and accounts that hold there.
 * An area that nobody registered becomes known by it, unless its sender is limited to areas.
 */
export const postingOf = (house: House, caller: SignedInCaller, checked: CheckedEmail): Posting => {
  const { email, sha256s, path, acceptedAt } = checked;
  const idempotency = idempotencyOf(caller, checked);
  const draft = (world: PostingWorld): OutboxEntry | readonly Fault[] => {
    const unknown = email.area !== null && !world.areaIsKnown(email.area);
    if (unknown && limitedToAreas(caller)) return [{ code: 'NOT_FOUND', path: [...path, 'area'], message: `There is no area ${email.area}` }];
    const route = chooseRoute({ area: email.area, pinnedAccountId: email.accountId, from: email.from }, world);
    const faults = routeFaults(route, checked, world);
    if (faults.length > 0) return faults;
    const row = emailRow(house, caller, checked, route, idempotency);
    return {
      email: row, dispatch: dispatchOf(row),
      body: { email_id: row.id, text: email.text, html: email.html, headers: JSON.stringify(email.headers) },
      attachments: email.attachments.map((one, position) => ({
        email_id: row.id, position, file_name: one.fileName, content_type: one.contentType, content_id: one.contentId,
        inline_part: bit(one.inline), sha256: sha256s[position] ?? '', size_bytes: one.sizeBytes,
      })),
      recipients: email.recipients.map(({ kind, mailbox }, position) => ({
        email_id: row.id, position, kind, address: mailbox.address, address_key: addressKey(mailbox.address), name: mailbox.name,
        status: 'PENDING', code: null, enhanced_code: null, reply: null, at: null,
      })),
      discovered: unknown && email.area !== null ? discovery(house, caller, email.area, acceptedAt) : null,
      event: null,
    };
  };
  const sizeBytes = octetsOf(email.text ?? '') + octetsOf(email.html ?? '') + email.recipients.length * 200;
  const files = sha256s.length === 0 ? {} : { files: {
    sha256s, uploadIds: email.attachments.flatMap(({ upload }) => upload?.id ?? []), hasFile: (sha256: string) => house.blobs.has(sha256),
  } };
  return { idempotency, area: email.area, pinnedAccountId: email.accountId, sizeBytes, ...files, draft };
};
