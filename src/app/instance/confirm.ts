import { configuration, configurationForChange } from '../../storage/configuration.store.js';
import { databaseIdentity, raiseMark, renameInstance } from '../../storage/installation.store.js';
import { InstanceFolder } from '../../storage/instance-folder.js';
import { countOfCopy } from '../../storage/parked.store.js';
import type { Outcome } from '../change.js';
import { change } from '../change.js';
import { changeEmails } from '../emails/change.js';
import { COMMAND } from '../first-start.js';
import type { House } from '../house.js';
import { parkCopy } from './park-copy.js';
import { recogniseInstance } from './recognise.js';

/** What becomes of the emails that wait in a copy: they stay parked for a person to look at, go, or are cancelled. */
export type CopyChoice = 'KEEP' | 'RELEASE' | 'CANCEL';

/** A database that is taken for a copy, for whoever is to confirm it. */
export interface CopyShown { readonly id: string; readonly reason: string; readonly waiting: number; readonly unknown: number }

/** What there is to confirm; null where the database is the original of its data folder. */
export const copyToConfirm = async (house: House): Promise<CopyShown | null> => {
  const session = house.storage.read();
  const verdict = await recogniseInstance(house, new InstanceFolder(house.config.dataFolder));
  const reason = (await configuration(session)).copyReason ?? (verdict.kind === 'COPY' ? verdict.reason : null);
  if (reason === null) return null;
  return { id: (await databaseIdentity(session)).id, reason, ...await countOfCopy(session) };
};

/**
 * Makes an original of a copy: database and data folder get a new id in common, and a mark above any that the folder holds. What
 * waits was parked before, and is then treated as chosen, in portions. Where it is cut off between database and folder, the
 * next start takes the database for a copy again. Running servers go on by themselves. Answers how many emails were changed.
 */
export const confirmInstance = async (house: House, { reason }: CopyShown, choice: CopyChoice): Promise<Outcome<{ id: string; changed: number }>> => {
  const folder = new InstanceFolder(house.config.dataFolder);
  await parkCopy(house, reason);
  const { value: id, faults } = await change(house, COMMAND, async (desk) => {
    const held = await configurationForChange(desk.session);
    const { id: before } = await databaseIdentity(desk.session);
    const after = desk.newId();
    held.copyReason = null;
    held.version += 1;
    held.updatedAt = desk.now;
    await renameInstance(desk.session, after);
    await raiseMark(desk.session, folder.identity().mark);
    desk.audit('INSTANCE_CONFIRMED', { type: 'INSTALLATION', id: null, name: null }, [
      { field: 'instance', before, after }, { field: 'reason', before: reason, after: null }, { field: 'waiting', before: null, after: choice },
    ]);
    return after;
  });
  if (id === null) return { value: null, faults };
  folder.writeId(id);
  if (choice === 'KEEP') return { value: { id, changed: 0 }, faults };
  const done = await changeEmails(house, COMMAND, { filter: { parkedReason: ['RESTORED_COPY'] }, action: choice, accountId: null });
  return { value: { id, changed: done.changed }, faults: done.faults };
};
