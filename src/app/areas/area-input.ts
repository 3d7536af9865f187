import type { EmailArea } from '../../domain/area.js';
import { areaCodeFault } from '../../domain/area-code.js';
import type { Fault } from '../../domain/errors.js';
import { areaByCode, areaByName } from '../../storage/area.store.js';
import type { Session } from '../../storage/orm.js';
import { nameFaults } from '../accounts/number-and-name.js';

/** An area as a form gives it. `description` left out keeps what is stored, null clears it. */
export interface AreaInput {
  readonly code?: string | null | undefined;
  readonly name: string;
  readonly description?: string | null | undefined;
}

const MAX_DESCRIPTION_CHARACTERS = 500;

const descriptionFaults = (description: string | null | undefined): Fault[] => {
  const path = ['input', 'description'];
  const text = description ?? '';
  if (text.length > MAX_DESCRIPTION_CHARACTERS) return [{ code: 'INVALID', path, message: `A description has at most ${MAX_DESCRIPTION_CHARACTERS} characters` }];
  return /[^\P{Cc}\n]/u.test(text) ? [{ code: 'INVALID', path, message: 'A description holds no control characters but line breaks' }] : [];
};

/** What is kept of a description: a form posts an emptied field as '', which means none. */
export const descriptionKept = (given: string | null | undefined, before: string | null): string | null => {
  if (given === undefined) return before;
  return given === null || given.trim() === '' ? null : given.trim();
};

/** Faults of code, name and description as such. `existing` is the area that is updated, whose code never changes. */
export const areaFaults = ({ code, name, description }: AreaInput, existing: EmailArea | null): Fault[] => {
  const path = ['input', 'code'];
  const faults: Fault[] = [];
  const codeFault = existing === null ? areaCodeFault(code ?? '') : null;
  if (codeFault !== null) faults.push({ code: 'INVALID', path, message: codeFault });
  if (existing !== null && code != null && code !== existing.code) {
    faults.push({ code: 'INVALID', path, message: 'The code of an area never changes; change its name, or add another area' });
  }
  return [...faults, ...nameFaults(name, ['input', 'name']), ...descriptionFaults(description)];
};

/** NAME_TAKEN for a code or a name that another area has. */
export const areaTakenFaults = async (session: Session, { code, name }: AreaInput, existing: EmailArea | null): Promise<Fault[]> => {
  const faults: Fault[] = [];
  const byCode = existing === null ? await areaByCode(session, code ?? '') : null;
  if (byCode !== null) faults.push({ code: 'NAME_TAKEN', path: ['input', 'code'], message: `Area ${byCode.code} exists already` });
  const byName = await areaByName(session, name);
  if (byName !== null && byName.code !== existing?.code && byName.code !== byCode?.code) {
    faults.push({ code: 'NAME_TAKEN', path: ['input', 'name'], message: `${byName.name} is the name of area ${byName.code}` });
  }
  return faults;
};
