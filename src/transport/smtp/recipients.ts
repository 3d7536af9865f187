import { domainToASCII } from 'node:url';
import type { RecipientReply } from '../../domain/delivery-order.js';
import { codeOf, enhancedCodeOf, inOneLine } from '../words.js';

/** An address as nodemailer writes it in RCPT: the domain in lower-case A-labels (RFC 5890). */
const asSent = (address: string): string => {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  return `${address.slice(0, at + 1)}${domainToASCII(domain) || domain}`.toLowerCase();
};

const replyFrom = (address: string, accepted: boolean, words: string, secrets: readonly string[]): RecipientReply => ({
  address,
  accepted,
  code: codeOf(words),
  enhancedCode: enhancedCodeOf(words),
  reply: inOneLine(words, secrets),
});

/**
 * What the server said of each recipient. `refusals` are the replies to RCPT that were no 2yz; `accepted` is the reply
 * to the final dot, which is the answer for all others, or null when there was none: then only the refused are listed.
 */
export const recipientReplies = (
  recipients: readonly string[],
  refusals: ReadonlyMap<string, string>,
  accepted: string | null,
  secrets: readonly string[],
): readonly RecipientReply[] => {
  const refused = new Map([...refusals].map(([address, words]) => [asSent(address), words]));
  return recipients.flatMap((address) => {
    const words = refused.size === 0 ? undefined : refused.get(asSent(address));
    if (words !== undefined) return [replyFrom(address, false, words, secrets)];
    return accepted === null ? [] : [replyFrom(address, true, accepted, secrets)];
  });
};
