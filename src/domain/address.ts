import { asciiDomain, domainFault } from './domain-name.js';
import type { Mailbox } from './email.js';
import { hasControls, octetsOf } from './octets.js';

/** RFC 5321 section 4.5.3.1: 256 octets of path, less its two angle brackets. */
const MAX_ADDRESS_OCTETS = 254;
const MAX_LOCAL_OCTETS = 64;
const MAX_NAME_CHARACTERS = 255;
const MAX_MAILBOX_CHARACTERS = 1_000;

/** RFC 5322 section 3.2.3 `dot-atom`, with RFC 6531's UTF-8 but without Unicode's blanks and invisible characters. */
const DOT_ATOM = /^(?:[\w!#$%&'*+/=?^`{|}~-]|[^\p{ASCII}\p{C}\p{Z}])+(?:\.(?:[\w!#$%&'*+/=?^`{|}~-]|[^\p{ASCII}\p{C}\p{Z}])+)*$/u;

/**
 * A quoted local part, of which only what cannot be misread is taken: programs on the way that take `"a@evil.example"@b.example`
 * apart wrongly deliver to the other domain, so neither `@` nor brackets, separators, quotes or backslashes are accepted.
 */
const QUOTED_LOCAL = /^"[^"\\@<>(),;:[\]\p{C}]+"$/u;

const bareFault = (address: string): string | null => {
  const at = address.lastIndexOf('@');
  if (at < 0) return 'There is no @ in the address.';
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  if (local === '') return 'There is nothing before the @.';
  if (domain === '') return 'There is no domain after the @.';
  if (/\s/u.test(local) && !local.startsWith('"')) return 'The address has a blank in it.';
  if (!DOT_ATOM.test(local) && !QUOTED_LOCAL.test(local)) return 'The part before the @ has a character or a dot where none may be.';
  if (octetsOf(local) > MAX_LOCAL_OCTETS) return `The part before the @ is longer than ${MAX_LOCAL_OCTETS} octets.`;
  const fault = domainFault(domain);
  if (fault !== null) return fault;
  const octets = Math.max(octetsOf(address), octetsOf(local) + 1 + (asciiDomain(domain) ?? domain).length);
  return octets > MAX_ADDRESS_OCTETS ? `The address is longer than ${MAX_ADDRESS_OCTETS} octets.` : null;
};

/** The display name as a person wrote it, or a fault as `{ fault }`. */
const readName = (text: string): string | null | { readonly fault: string } => {
  const quoted = /^"((?:[^"\\]|\\.)*)"$/u.exec(text);
  const name = quoted?.[1] === undefined ? text : quoted[1].replace(/\\(.)/gu, '$1').trim();
  if (quoted === null && text.includes(',')) return { fault: 'Give one address at a time; a name with a comma belongs in double quotes.' };
  if (quoted === null && /["\\<>;:]/.test(text)) return { fault: 'The name has one of " \\ < > ; : and belongs in double quotes.' };
  if (name.length > MAX_NAME_CHARACTERS) return { fault: `The name is longer than ${MAX_NAME_CHARACTERS} characters.` };
  return name === '' ? null : name.normalize('NFC');
};

const read = (text: string): Mailbox | { readonly fault: string } => {
  if (text.length > MAX_MAILBOX_CHARACTERS) return { fault: `The address is longer than ${MAX_ADDRESS_OCTETS} octets.` };
  if (hasControls(text)) return { fault: 'The address has a line break or another control character in it.' };
  const trimmed = text.trim();
  if (trimmed === '') return { fault: 'The address is empty.' };
  const opening = trimmed.endsWith('>') ? trimmed.lastIndexOf('<') : -1;
  const address = (opening < 0 ? trimmed : trimmed.slice(opening + 1, -1)).normalize('NFC');
  const name = opening < 0 ? null : readName(trimmed.slice(0, opening).trim());
  if (name !== null && typeof name !== 'string') return name;
  if (opening < 0 && /@[^"]*[,;]/.test(address)) return { fault: 'Give one address at a time, not a list.' };
  const fault = bareFault(address);
  return fault === null ? { address, name } : { fault };
};

/**
 * Reads one mailbox (RFC 5322 section 3.4, with RFC 6531's international addresses): `a@b.example`, `Name <a@b.example>`,
 * `"Name, quoted" <a@b.example>`. Null where {@link addressFault} has words. What it returns holds no control character,
 * has a domain with a dot, and is within the lengths of RFC 5321; the text is in Unicode's NFC, the local part's case is kept.
 */
export const parseMailbox = (text: string): Mailbox | null => {
  const found = read(text);
  return 'fault' in found ? null : found;
};

/** Why a text is not one mailbox, in words for the person who typed it; null where it is one. */
export const addressFault = (text: string): string | null => {
  const found = read(text);
  return 'fault' in found ? found.fault : null;
};

/** As {@link addressFault}, for fields that hold an address only and have another field for the name. */
export const bareAddressFault = (text: string): string | null => {
  const found = read(text);
  if ('fault' in found) return found.fault;
  return found.address === text.normalize('NFC') ? null : 'Give the address alone, without a name, brackets or blanks around it.';
};

/** The domain of an address, in lower case. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/**
 * What two spellings of one address have in common: NFC, lower case, domain in A-label form. The local part is compared
 * without case, though RFC 5321 section 2.4 would let a server tell cases apart: none that is met does.
 */
export const addressKey = (address: string): string => {
  const domain = domainOf(address);
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@') + 1)).normalize('NFC').toLowerCase();
  return `${local}${asciiDomain(domain) ?? domain}`;
};
