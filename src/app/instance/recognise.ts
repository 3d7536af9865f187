import type { DatabaseIdentity, FolderIdentity, InstanceVerdict } from '../../domain/instance.js';
import { judgeInstance } from '../../domain/instance.js';
import { configuration } from '../../storage/configuration.store.js';
import { databaseIdentity, isWorkedOn } from '../../storage/installation.store.js';
import type { InstanceFolder } from '../../storage/instance-folder.js';
import type { Session } from '../../storage/orm.js';
import type { House } from '../house.js';
import { parkCopy } from './park-copy.js';

/** The process that starts has another data folder than those that work on its database. */
export class AnotherFolder extends Error {
  override readonly name = 'AnotherFolder';
}

/**
 * What database and folder know, while other processes adopt one another or raise the mark. Who adopts writes the folder before the
 * database, so that a folder without an id is held against the database as it was before; who raises the mark writes the
 * database before the folder, so that a folder with one is held against the database as it is after.
 */
const identities = async (session: Session, folder: InstanceFolder): Promise<[DatabaseIdentity, FolderIdentity]> => {
  const before = await databaseIdentity(session);
  const known = folder.identity();
  return [known.id === null ? before : await databaseIdentity(session), known];
};

/**
 * Judges by the database and the folder. Throws AnotherFolder rather than have the mail of a living
 * installation parked; what is known for a copy already has no mail to lose.
 */
export const recogniseInstance = async (house: House, folder: InstanceFolder): Promise<InstanceVerdict> => {
  const session = house.storage.read();
  const verdict = judgeInstance(...await identities(session, folder));
  const known = (await configuration(session)).copyReason !== null;
  if (!known && verdict.kind === 'COPY' && verdict.foreign && await isWorkedOn(session, house.now())) {
    throw new AnotherFolder(`Other processes of Postroom work on this database with another data folder than ${house.config.dataFolder}. `
      + 'All processes share one data folder: set POSTROOM_DATA_DIR to it. If no other runs, for instance because this database is a fresh copy, '
      + 'wait a minute and start again.');
  }
  return verdict;
};

/**
 * What every start does before anything can be sent: recognises the database, adopts a new one, and parks everything of a copy.
 * Answers why the database is taken for a copy, now or since an earlier start; null for an original.
 */
export const admitInstance = async (house: House, folder: InstanceFolder): Promise<string | null> => {
  const verdict = await recogniseInstance(house, folder);
  if (verdict.kind === 'ADOPTED') folder.writeId((await databaseIdentity(house.storage.read())).id);
  const { copyReason } = await configuration(house.storage.read());
  const reason = copyReason ?? (verdict.kind === 'COPY' ? verdict.reason : null);
  if (reason === null) return null;
  await parkCopy(house, reason);
  return reason;
};
