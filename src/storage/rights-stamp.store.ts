import { CompiledQuery } from 'kysely';
import type { Session } from './orm.js';

interface StampTable { installation: { key: string; value: string } }

const KEY = 'rights_stamp';

/** Asked with every request, so its text is ready. The column is named in backticks, for `key` is a word of MySQL's. */
const ASK = CompiledQuery.raw('select value from installation where `key` = ?', [KEY]) as CompiledQuery<{ value: string }>;

/**
 * The stamp of who is known here and what they may do: another one after every change of that, whichever process made it.
 * Who remembers what it found out under a stamp may go on using it as long as this answers the same.
 */
export const rightsStamp = async (session: Session): Promise<string> =>
  (await session.getKysely<StampTable>({ type: 'read' }).executeQuery(ASK)).rows[0]?.value ?? '';

/** Gives rights another stamp, with the change of them: both are kept, or neither. */
export const stampRights = async (session: Session, stamp: string): Promise<void> => {
  const db = session.getKysely<StampTable>();
  const { numUpdatedRows } = await db.updateTable('installation').set({ value: stamp }).where('key', '=', KEY).executeTakeFirst();
  if (numUpdatedRows === 0n) await db.insertInto('installation').values({ key: KEY, value: stamp }).execute();
};
