import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** One key of the ring: an id that ciphertexts name, and 32 bytes. */
export interface RingKey { readonly id: string; readonly key: Buffer }

/** What opening came to. A secret that cannot be opened is said to be so, never taken for empty. */
export type Opened = { readonly state: 'OPENED'; readonly secret: string } | { readonly state: 'NONE' } | { readonly state: 'UNREADABLE' };

const SCHEME = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A sub-key for sealing account secrets, so that another use of the same ring could not be played off against it (RFC 5869). */
const subKey = (key: Buffer): Buffer => Buffer.from(hkdfSync('sha256', key, '', 'postroom account secrets', 32));

/**
 * Seals secrets with AES-256-GCM. A sealed text reads `v1.KEYID.BASE64URL(nonce ciphertext tag)`. `binding` is
 * authenticated along: opened under another binding (another record, field, server, port, security or account name) it
 * is unreadable, so a stored password can never be sent to a server that it was not stored for.
 */
export class SecretBox {
  readonly #ring: () => readonly RingKey[];
  #keys: ReadonlyMap<string, Buffer> = new Map();
  #newest = '';

  /**
   * The first key seals; all of them open. The ring is asked for anew before each sealing and where a key is unknown, so
   * that a process that runs for long takes up a key that another put in front.
   */
  constructor(ring: () => readonly RingKey[]) {
    this.#ring = ring;
    this.#takeUp();
  }

  #takeUp(): void {
    const ring = this.#ring();
    const [newest] = ring;
    if (newest === undefined) throw new Error('The key ring is empty');
    if (newest.id === this.#newest) return;
    this.#newest = newest.id;
    // Keys that were taken out stay known to this process: what they sealed may be in flight.
    this.#keys = new Map([...this.#keys, ...ring.map(({ id, key }) => [id, subKey(key)] as const)]);
  }

  seal(secret: string, binding: string): string {
    this.#takeUp();
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key(this.#newest), nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(binding));
    const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${SCHEME}.${this.#newest}.${sealed.toString('base64url')}`;
  }

  open(sealed: string | null, binding: string): Opened {
    if (sealed === null) return { state: 'NONE' };
    const [scheme, keyId, encoded] = sealed.split('.');
    if (!this.#keys.has(keyId ?? '')) this.#takeUp();
    const key = this.#keys.get(keyId ?? '');
    const bytes = Buffer.from(encoded ?? '', 'base64url');
    if (scheme !== SCHEME || key === undefined || bytes.length < NONCE_BYTES + TAG_BYTES) return { state: 'UNREADABLE' };
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(binding));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      const secret = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
      return { state: 'OPENED', secret: secret.toString('utf8') };
    } catch {
      return { state: 'UNREADABLE' };
    }
  }

  #key(id: string): Buffer {
    const key = this.#keys.get(id);
    if (key === undefined) throw new Error(`No key ${id} in the ring`);
    return key;
  }
}
