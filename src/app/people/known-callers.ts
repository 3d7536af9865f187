import { setImmediate } from 'node:timers/promises';
import type { EmployeeCaller, TokenCaller } from '../../domain/caller.js';
import { rightsStamp } from '../../storage/rights-stamp.store.js';
import type { Storage } from '../../storage/storage.js';

/** Who has a credential, without the address that it is used from; `expiresAt` null: until it is ended. */
export interface Known {
  readonly caller: Omit<EmployeeCaller, 'address'> | Omit<TokenCaller, 'address'>;
  readonly expiresAt: number | null;
}

/** More callers than any company has at a time; the longest known gives way. */
const KNOWN_AT_MOST = 10_000;

/**
 * Remembers whose a credential is and what they may do, until anything of that changes anywhere: each look first reads the
 * stamp of rights from the database, so nobody acts by rights of yesterday. Credentials of nobody are not remembered, so a
 * guesser fills no memory.
 */
export class KnownCallers {
  readonly #storage: Storage;
  #known = new Map<string, Known>();
  #stamp = '';
  #asking: Promise<string> | null = null;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Who has the credential with this hash, found out by `find` where it is not known; null when it is nobody's. */
  async get(hash: string, now: number, find: () => Promise<Known | null>): Promise<Known['caller'] | null> {
    const stamp = await (this.#asking ??= this.#ask());
    if (stamp !== this.#stamp) {
      this.#known = new Map();
      this.#stamp = stamp;
    }
    // What is found out from here on belongs to this stamp, or to a newer one: then it is asked again next time.
    const book = this.#known;
    const known = book.get(hash) ?? await find();
    if (known === null || (known.expiresAt !== null && known.expiresAt <= now)) return null;
    if (book.size >= KNOWN_AT_MOST && !book.has(hash)) for (const oldest of book.keys()) { book.delete(oldest); break; }
    book.set(hash, known);
    return known.caller;
  }

  /** Asked once for all who come within one turn of the event loop, after the last of them came: nobody gets a stamp of before. */
  async #ask(): Promise<string> {
    await setImmediate();
    this.#asking = null;
    return await rightsStamp(this.#storage.rows());
  }
}
