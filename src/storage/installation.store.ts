import type { DatabaseIdentity } from '../domain/instance.js';
import { InstallationRow } from './entities/installation.entity.js';
import type { Session } from './orm.js';
import { held, outbox } from './outbox.js';

const INSTANCE = { key: 'instance_id' };
/** A number that grows while Postroom runs; the data folder holds it too. */
const MARK = 'mark';

/** The id by which this database is known, or null where none was given to it yet. Every copy of a database carries its id along. */
export const instanceId = async (session: Session): Promise<string | null> => (await session.findOne(InstallationRow, INSTANCE))?.value ?? null;

/** Gives the database an id where it has none, and answers the one that it has: of two processes that start together the first decides. */
export const ensureInstanceId = async (session: Session, newId: () => string): Promise<string> => {
  const known = await instanceId(session);
  if (known !== null) return known;
  await session.createQueryBuilder(InstallationRow).insert({ ...INSTANCE, value: newId() }).onConflict('key').ignore().execute();
  const { value } = await session.findOneOrFail(InstallationRow, INSTANCE);
  return value;
};

/** What the database knows of itself; it must have an id. */
export const databaseIdentity = async (session: Session): Promise<DatabaseIdentity> => {
  const db = outbox(session);
  const rows = await db.selectFrom('installation').where('key', 'in', [INSTANCE.key, MARK]).selectAll().execute();
  const values = new Map(rows.map(({ key, value }) => [key, value]));
  const mark = values.get(MARK);
  const email = await db.selectFrom('email').select('id').limit(1).executeTakeFirst();
  return { id: values.get(INSTANCE.key) ?? '', mark: mark === undefined ? null : Number(mark), hasEmails: email !== undefined };
};

/** Raises the mark by one, above `least` too; answers it as it was (null: there was none) and as it is now. */
export const raiseMark = async (session: Session, least = 0): Promise<{ readonly before: number | null; readonly mark: number }> => {
  const db = outbox(session);
  const row = await held(session, db.selectFrom('installation').where('key', '=', MARK).select('value')).executeTakeFirst();
  const before = row === undefined ? null : Number(row.value);
  const mark = Math.max(before ?? 0, least) + 1;
  if (before === null) await db.insertInto('installation').values({ key: MARK, value: String(mark) }).execute();
  else await db.updateTable('installation').set({ value: String(mark) }).where('key', '=', MARK).execute();
  return { before, mark };
};

/** Gives the database another id, so that no copy of it that was made before can be taken for it. */
export const renameInstance = async (session: Session, id: string): Promise<void> => {
  await outbox(session).updateTable('installation').set({ value: id }).where('key', '=', INSTANCE.key).execute();
};

/** Whether a process works on this database now, by the leases that it renews. */
export const isWorkedOn = async (session: Session, now: number): Promise<boolean> => {
  const db = outbox(session);
  const lease = await db.selectFrom('lease').where('expires_at', '>', now).select('name').limit(1).executeTakeFirst();
  if (lease !== undefined) return true;
  return await db.selectFrom('dispatch').where('state', '=', 'CLAIMED').where('lease_expires_at', '>', now).select('email_id').limit(1)
    .executeTakeFirst() !== undefined;
};
