import { addressFault, addressKey, parseMailbox } from './address.js';
import type { Mailbox, RecipientKind } from './email.js';
import type { Fault } from './errors.js';

/** One recipient of a valid email. */
export interface ValidRecipient { readonly kind: RecipientKind; readonly mailbox: Mailbox }

/** To, cc and bcc together; RFC 5321 section 4.5.3.1.8 lets a server stop at 100 in one transaction. */
export const MAX_RECIPIENTS = 1_000;

const KINDS = [['to', 'TO'], ['cc', 'CC'], ['bcc', 'BCC']] as const;

/** The lists of recipients as a caller gives them. */
export type RecipientLists = { readonly [field in 'to' | 'cc' | 'bcc']?: readonly string[] | null | undefined };

/**
 * Reads all recipients, in the order to, cc, bcc. An address that comes twice is kept where it came first: nobody gets
 * the same email twice, and somebody named in `to` is not hidden by a bcc.
 */
export const validateRecipients = (
  lists: RecipientLists, path: readonly string[],
): { faults: Fault[]; recipients: ValidRecipient[] } => {
  const given = KINDS.flatMap(([field, kind]) => (lists[field] ?? []).map((text, at) => ({ field, kind, text, at })));
  const refused = (message: string) => ({ faults: [{ code: 'INVALID' as const, message, path: [...path, 'to'] }], recipients: [] });
  if (given.length === 0) return refused('Give at least one recipient.');
  if (given.length > MAX_RECIPIENTS) return refused(`There are ${given.length} recipients; one email takes ${MAX_RECIPIENTS}.`);
  const faults: Fault[] = [];
  const kept = new Map<string, ValidRecipient>();
  for (const { field, kind, text, at } of given) {
    const mailbox = parseMailbox(text);
    if (mailbox === null) {
      faults.push({ code: 'INVALID', message: addressFault(text) ?? 'This is not an address.', path: [...path, field, String(at)] });
    } else if (!kept.has(addressKey(mailbox.address))) {
      kept.set(addressKey(mailbox.address), { kind, mailbox });
    }
  }
  return { faults, recipients: [...kept.values()] };
};
