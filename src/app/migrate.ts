import { ensureInstanceId } from '../storage/installation.store.js';
import { change } from './change.js';
import type { FirstStart } from './first-start.js';
import { COMMAND, firstStart } from './first-start.js';
import type { House } from './house.js';

/** What bringing the database up to date came to: the migrations that were run, and the first start's words, if it was one. */
export interface Migrated { readonly migrations: readonly string[]; readonly first: FirstStart | null }

/**
 * Brings the tables up to date and fills an empty installation; the audit names the migrations. Run again it does nothing. Of
 * processes that start together one does it, and the others wait for it.
 */
export const migrate = async (house: House): Promise<Migrated> => await house.storage.alone(async () => {
  const migrations = await house.storage.migrate();
  await house.storage.transaction(async (session) => await ensureInstanceId(session, house.newId));
  const first = await firstStart(house);
  if (migrations.length > 0) {
    await change(house, COMMAND, async (desk) => {
      desk.audit('MIGRATED', { type: 'INSTALLATION', id: null, name: null }, migrations.map((name) => ({ field: 'migration', before: null, after: name })));
    });
  }
  return { migrations, first };
});
