import { changesBetween } from '../../domain/audit-event.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { refuseIfAny } from '../../domain/errors.js';
import { textKey } from '../../domain/normalise.js';
import { areaForChange } from '../../storage/area.store.js';
import type { Outcome } from '../change.js';
import { change, expectVersion, found } from '../change.js';
import type { House } from '../house.js';
import type { AreaInput } from './area-input.js';
import { areaFaults, areaTakenFaults, descriptionKept } from './area-input.js';
import { areaOutcome } from './read.js';
import type { AreaShown } from './read.js';

/** Gives an area another name or description. A discovered one counts as known from then on. */
export const updateEmailArea = async (
  house: House, caller: SignedInCaller, { code, input, version }: { code: string; input: AreaInput; version: number },
): Promise<Outcome<AreaShown>> => await areaOutcome(house, caller, await change(house, caller, async (desk) => {
  const area = found(await areaForChange(desk.session, code), 'area', ['code']);
  refuseIfAny(areaFaults(input, area));
  expectVersion(area, version);
  refuseIfAny(await areaTakenFaults(desk.session, input, area));
  const { name, description, discovered } = area;
  area.name = input.name.trim();
  area.nameKey = textKey(area.name);
  area.description = descriptionKept(input.description, description);
  area.discovered = false;
  area.version += 1;
  desk.audit('UPDATED', { type: 'EMAIL_AREA', id: code, name: area.name }, changesBetween(
    { name, description, discovered }, { name: area.name, description: area.description, discovered: area.discovered }));
  return area;
}));
