import type { RateLimit, RateUnit, Taken } from '../domain/rate-limits.js';
import { limitKey } from '../domain/rate-limits.js';
import type { Session } from './orm.js';
import { held, outbox, outboxToRead } from './outbox.js';
import type { RateCounterRow } from './outbox-tables.js';

/** What was taken of limits, by holder and unit. */
export class Counters {
  readonly #rows: ReadonlyMap<string, RateCounterRow>;

  constructor(rows: readonly RateCounterRow[]) {
    this.#rows = new Map(rows.map((row) => [limitKey({ holderId: row.holder_id, unit: row.unit }), row]));
  }

  of(limit: Pick<RateLimit, 'holderId' | 'unit'>): Taken | undefined {
    const row = this.#rows.get(limitKey(limit));
    return row === undefined ? undefined : { startsAt: row.starts_at, taken: row.taken };
  }
}

/** The counters of some holders as they stand. */
export const countersOf = async (session: Session, holderIds: readonly string[]): Promise<Counters> => new Counters(
  holderIds.length === 0 ? [] : await outboxToRead(session).selectFrom('rate_counter').where('holder_id', 'in', holderIds).selectAll().execute());

/**
 * The counters of some limits, held until the transaction ends: who comes second counts on what the first took. A limit
 * that has none yet gets one. Always in the same order, so that two claims never wait for one another.
 */
export const countersHeld = async (session: Session, limits: readonly RateLimit[]): Promise<Counters> => {
  const db = outbox(session);
  if (limits.length === 0) return new Counters([]);
  const holders = [...new Set(limits.map(({ holderId }) => holderId))].toSorted();
  const read = async () => await held(session, db.selectFrom('rate_counter').where('holder_id', 'in', holders)
    .orderBy('holder_id').orderBy('unit').selectAll()).execute();
  const rows = await read();
  const missing = [...new Map(limits.map((limit) => [limitKey(limit), limit])).values()]
    .filter(({ holderId, unit }) => !rows.some((row) => row.holder_id === holderId && row.unit === unit));
  if (missing.length === 0) return new Counters(rows);
  // Another that inserts the same first makes this transaction be done anew, and it finds them then.
  await db.insertInto('rate_counter').values(missing.map(({ holderId, unit }) => ({ holder_id: holderId, unit, starts_at: 0, taken: 0 }))).execute();
  return new Counters(await read());
};

/** Writes what is taken of a limit in the window that began at `startsAt`. The counter must be held. */
export const writeTaken = async (session: Session, { holderId, unit }: RateLimit, { startsAt, taken }: Taken): Promise<void> => {
  await outbox(session).updateTable('rate_counter').set({ starts_at: startsAt, taken }).where('holder_id', '=', holderId).where('unit', '=', unit).execute();
};

/** Tokens that were taken of a limit in the window that began at `startsAt`, and not used. */
export interface Unused { readonly holderId: string; readonly unit: RateUnit; readonly startsAt: number; readonly tokens: number }

/** Puts tokens back, each only while its window lasts. */
export const putBack = async (session: Session, unused: readonly Unused[]): Promise<void> => {
  for (const { holderId, unit, startsAt, tokens } of unused) {
    await outbox(session).updateTable('rate_counter').set((set) => ({ taken: set('taken', '-', tokens) }))
      .where('holder_id', '=', holderId).where('unit', '=', unit).where('starts_at', '=', startsAt).where('taken', '>=', tokens).execute();
  }
};

/** Drops the counters of an account or group that is erased: each limit has one row, which is used again in every window. */
export const forgetCounters = async (session: Session, holderId: string): Promise<void> => {
  await outbox(session).deleteFrom('rate_counter').where('holder_id', '=', holderId).execute();
};
