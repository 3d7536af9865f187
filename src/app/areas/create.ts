import { EmailArea } from '../../domain/area.js';
import { changesBetween } from '../../domain/audit-event.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { refuseIfAny } from '../../domain/errors.js';
import { textKey } from '../../domain/normalise.js';
import { addArea } from '../../storage/area.store.js';
import type { Outcome } from '../change.js';
import { change } from '../change.js';
import type { House } from '../house.js';
import type { AreaInput } from './area-input.js';
import { areaFaults, areaTakenFaults, descriptionKept } from './area-input.js';
import { areaOutcome } from './read.js';
import type { AreaShown } from './read.js';

/** Adds a functional area; its emails go by the default account until it gets an override. */
export const createEmailArea = async (house: House, caller: SignedInCaller, input: AreaInput): Promise<Outcome<AreaShown>> =>
  await areaOutcome(house, caller, await change(house, caller, async (desk) => {
    refuseIfAny(areaFaults(input, null));
    refuseIfAny(await areaTakenFaults(desk.session, input, null));
    const name = input.name.trim();
    const area = new EmailArea({
      code: input.code ?? '', name, nameKey: textKey(name), description: descriptionKept(input.description, null), createdAt: desk.now,
    });
    addArea(desk.session, area);
    desk.audit('CREATED', { type: 'EMAIL_AREA', id: area.code, name }, changesBetween({}, { name, description: area.description }));
    return area;
  }));
