import { asciiDomain, endsInNumber, labelsFault } from './domain-name.js';
import { hasControls } from './octets.js';

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
const MAX_HOST_CHARACTERS = 253;

const ipv6Of = (text: string): string | null => {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  if (!/^[0-9a-f:.]+$/i.test(bare) || !bare.includes(':')) return null;
  try {
    return new URL(`http://[${bare}]`).hostname.slice(1, -1);
  } catch {
    return null;
  }
};

/** An IP address in its usual form; null where the text is none. */
export const ipAddressOf = (text: string): string | null => (IPV4.test(text) ? text : ipv6Of(text));

const nameFault = (text: string): string | null => {
  const ascii = asciiDomain(text);
  if (ascii === null) return 'The server name has a character that a host name cannot have.';
  if (IPV4.test(text)) return null;
  if (ascii.endsWith('.') && !ascii.endsWith('..')) return 'Leave out the dot at the end of the server name.';
  if (endsInNumber(ascii)) return 'This is neither a host name nor a valid IP address.';
  return labelsFault(ascii, true);
};

/**
 * Why a text cannot be the name of an SMTP server, in words that say what to write instead; null where it can:
 * a host name (also international, also without a dot, as inside a company), an IPv4 or IPv6 address.
 */
export const hostFault = (text: string): string | null => {
  if (text === '') return 'Give the name of the server.';
  if (hasControls(text)) return 'The server name has a line break or another control character in it.';
  if (/\s/u.test(text)) return 'Remove the blanks from the server name.';
  if (text.length > MAX_HOST_CHARACTERS) return `The server name is longer than ${MAX_HOST_CHARACTERS} characters.`;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return 'Give the host name only, without http:// or another scheme.';
  if (text.includes('@')) return 'Give the host name only; the account name belongs in its own field.';
  if (/[/\\?#]/.test(text)) return 'Give the host name only, without a path.';
  if (ipv6Of(text) !== null) return null;
  if (/^\[[^\]]*\]:\d*$|^[^:]*:\d*$/.test(text)) return 'Give the port in its own field, not in the server name.';
  if (/[:[\]]/.test(text)) return 'This is not a valid IPv6 address.';
  return nameFault(text);
};

/**
 * The one spelling of a server name: lower case, international names in A-label form, IPv6 shortened and without brackets.
 * What secrets are bound to and connections are pooled by. A name that {@link hostFault} refuses comes back in lower case.
 */
export const normaliseHost = (text: string): string => ipv6Of(text) ?? asciiDomain(text) ?? text.toLowerCase();
