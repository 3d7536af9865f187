import type { Idempotency } from './outbox-entry.js';
import type { Session } from './orm.js';
import type { OutboxTables } from './outbox-tables.js';

/** Keys are looked up this many at a time. */
const KEYS_AT_ONCE = 500;

/** The emails that hold keys already, and those that a group is about to write. */
export class KeyBook {
  readonly #emails = new Map<string, { readonly id: string; readonly hash: string }>();

  find({ holder, key }: Idempotency): { readonly id: string; readonly hash: string } | null {
    return this.#emails.get(`${holder} ${key}`) ?? null;
  }

  enter({ holder, key, hash }: Idempotency, id: string): void {
    this.#emails.set(`${holder} ${key}`, { id, hash });
  }
}

/** Which of these keys are in use. A key lives as long as the row of its email. */
export const keyBook = async (session: Session, wanted: readonly Idempotency[]): Promise<KeyBook> => {
  const book = new KeyBook();
  for (const [holder, keys] of Map.groupBy(wanted, (one) => one.holder)) {
    for (let from = 0; from < keys.length; from += KEYS_AT_ONCE) {
      const rows = await session.getKysely<OutboxTables>().selectFrom('email')
        .select(['id', 'idempotency_key as key', 'idempotency_hash as hash'])
        .where('idempotency_holder', '=', holder)
        .where('idempotency_key', 'in', keys.slice(from, from + KEYS_AT_ONCE).map(({ key }) => key)).execute();
      for (const { id, key, hash } of rows) book.enter({ holder, key: key ?? '', hash: hash ?? '' }, id);
    }
  }
  return book;
};
