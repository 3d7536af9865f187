const MAX_DOMAIN_OCTETS = 253;
const MAX_LABEL_OCTETS = 63;
const TOO_LONG = `The name is longer than ${MAX_DOMAIN_OCTETS} characters.`;

/**
 * A host or domain name in lower-case A-label form (RFC 5890: `münchen.example` → `xn--mnchen-3ya.example`), or null
 * where it cannot be one. Characters are checked before the URL parser sees them, because that parser also decodes
 * `%41`, drops line breaks and cuts off user info. It reads `127.1` and `①.0.0.1` as IPv4: callers check for digits.
 */
export const asciiDomain = (text: string): string | null => {
  if (text.length > MAX_DOMAIN_OCTETS || !/^(?:[\p{L}\p{M}\p{N}_.\u00b7-]|\u200c|\u200d)+$/u.test(text)) return null;
  if (!/\P{ASCII}/u.test(text) && !/(^|\.)xn--/i.test(text)) return text.toLowerCase();
  try {
    return new URL(`http://${text}`).hostname;
  } catch {
    return null;
  }
};

/** Why a name in A-label form is not a valid host name (RFC 1123 section 2.1; `_` is met on Windows servers), or null. */
export const labelsFault = (ascii: string, underscore: boolean): string | null => {
  if (ascii.length > MAX_DOMAIN_OCTETS) return TOO_LONG;
  for (const label of ascii.split('.')) {
    if (label === '') return 'There is nothing between two dots, or a dot too many at an end.';
    if (label.length > MAX_LABEL_OCTETS) return `The part "${label.slice(0, 20)}…" is longer than ${MAX_LABEL_OCTETS} characters.`;
    if (label.startsWith('-') || label.endsWith('-')) return `The part "${label}" starts or ends with a hyphen.`;
    if (!(underscore ? /^[a-z0-9_-]+$/ : /^[a-z0-9-]+$/).test(label)) return `The part "${label}" has a character that a name cannot have.`;
  }
  return null;
};

/** Whether the last part is a number, as in `10.0.0.256` or `0x7f.1`: such a name can only be meant as IPv4. */
export const endsInNumber = (ascii: string): boolean => /(^|\.)(\d+|0x[0-9a-f]*)$/.test(ascii);

/** Why a text is no internet domain with at least one dot, such as mail goes to; null where it is one. */
export const domainFault = (text: string): string | null => {
  if (text.length > MAX_DOMAIN_OCTETS) return TOO_LONG;
  const ascii = asciiDomain(text);
  if (ascii === null) return 'The domain has a character that a domain cannot have.';
  const fault = labelsFault(ascii, false);
  if (fault !== null) return fault;
  if (!ascii.includes('.')) return 'The domain has no dot; write it in full, as in example.com.';
  return endsInNumber(ascii) ? 'The domain ends in a number; mail goes to names, not to IP addresses.' : null;
};
