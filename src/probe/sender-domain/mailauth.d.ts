/** Of `mailauth`, which declares types for its entry points only, what this folder uses of its inner modules. */
declare module 'mailauth/lib/tools.js' {
  type Ask = (name: string, type: string) => Promise<readonly string[][]>;
  interface PublicKey {
    readonly rr: string;
    readonly keyType: 'rsa' | 'ed25519';
    readonly modulusLength?: number;
    readonly testing: boolean;
  }
  /** Rejects with an Error whose `code` is EINVALIDVAL, EINVALIDVER, EINVALIDTYPE or EINVALIDSERVICE, or as `ask` does. */
  export function getPublicKey(kind: 'DKIM', name: string, minBitLength: number, ask: Ask): Promise<PublicKey>;
}
