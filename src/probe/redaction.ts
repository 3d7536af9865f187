const MASK = '••••••';
const SHORTEST_PREFIX = 8;

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/**
 * Takes secrets out of whatever a server says or an error tells, before anything is cut, kept or shown. A server may
 * repeat the line that it did not like, in part and in capitals, so an encoded secret is masked from its first eight
 * characters on. The mask has one length.
 */
export class Redaction {
  readonly #patterns: RegExp[] = [];

  /** Masks this text wherever it stands, as it is. */
  hide(secret: string): void {
    if (secret !== '') this.#add(literally(secret), 'g');
  }

  /** Masks what was sent in base64, whole or cut short. */
  hideEncoded(encoded: string): void {
    if (encoded === '') return;
    const prefix = literally(encoded.replace(/=+$/, '').slice(0, SHORTEST_PREFIX));
    this.#add(`${prefix}[A-Za-z0-9+/]*=*`, 'gi');
  }

  /** Masks a password in each form in which a log-on sends it (RFC 4616, RFC 4954). */
  hidePassword(accountName: string, password: string): void {
    this.hide(password);
    this.hideEncoded(base64(password));
    this.hideEncoded(base64(`\0${accountName}\0${password}`));
  }

  /** The text without the secrets; the longer secret goes first, so that none is left over in another's rest. */
  clean(text: string): string {
    return this.#patterns.reduce((cleaned, pattern) => cleaned.replace(pattern, MASK), text);
  }

  #add(source: string, flags: string): void {
    this.#patterns.push(new RegExp(source, flags));
    this.#patterns.sort((one, other) => other.source.length - one.source.length);
  }
}
