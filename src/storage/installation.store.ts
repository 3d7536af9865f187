import { InstallationRow } from './entities/installation.entity.js';
import type { Session } from './orm.js';

const INSTANCE = { key: 'instance_id' };

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
