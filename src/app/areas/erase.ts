import type { SignedInCaller } from '../../domain/caller.js';
import { refuse } from '../../domain/errors.js';
import { areaForChange, areaUses, removeArea } from '../../storage/area.store.js';
import type { Outcome } from '../change.js';
import { change, expectVersion, found } from '../change.js';
import type { House } from '../house.js';
import { usesShownTo } from '../uses.js';
import { areaOutcome } from './read.js';
import type { AreaShown } from './read.js';

/** Erases an area that has no override and no unsent email. An email that names it later discovers it anew. */
export const eraseEmailArea = async (
  house: House, caller: SignedInCaller, { code, version }: { code: string; version: number },
): Promise<Outcome<AreaShown>> => await areaOutcome(house, caller, await change(house, caller, async (desk) => {
  const area = found(await areaForChange(desk.session, code), 'area', ['code']);
  expectVersion(area, version);
  const uses = await areaUses(desk.session, code);
  if (uses.length > 0) refuse('RECORD_IN_USE', ['code'], `Area ${code} is in use`, usesShownTo(caller, uses));
  removeArea(desk.session, area);
  desk.audit('ERASED', { type: 'EMAIL_AREA', id: code, name: area.name }, [{ field: 'name', before: area.name, after: null }]);
  return area;
}));
