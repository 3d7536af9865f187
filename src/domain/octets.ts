const encoder = new TextEncoder();

/** Length in octets of a text as UTF-8, which is what the limits of RFC 5321 section 4.5.3.1 and RFC 6532 count. */
export const octetsOf = (text: string): number => (/[^\0-\x7f]/.test(text) ? encoder.encode(text).length : text.length);

/**
 * Whether a text holds what must never reach a header, an envelope or a file name: control characters (CR, LF, NUL
 * among them), the line separators of Unicode, or half of a surrogate pair.
 */
export const hasControls = (text: string): boolean => /[\p{Cc}\u2028\u2029]/u.test(text) || !text.isWellFormed();
