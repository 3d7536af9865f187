import type { SmtpAccount } from '../../domain/account.js';
import type { Fault } from '../../domain/errors.js';
import { hasControls } from '../../domain/octets.js';
import { textKey } from '../../domain/normalise.js';
import { accountByName, accountByNumber } from '../../storage/account.store.js';
import type { Session } from '../../storage/orm.js';

const NUMBER = /^[A-Za-z0-9-]{1,20}$/;

/** Faults of a record number that a user chose: 1–20 letters, digits or `-`. */
export const numberFaults = (number: string, path: readonly string[]): Fault[] => NUMBER.test(number)
  ? [] : [{ code: 'INVALID', path, message: 'A number has 1 to 20 letters, digits or hyphens' }];

/** Faults of a name: 1–100 characters that can be seen. */
export const nameFaults = (name: string, path: readonly string[]): Fault[] => {
  if (name.trim() === '') return [{ code: 'INVALID', path, message: 'A name is needed' }];
  if (name.length > 100) return [{ code: 'INVALID', path, message: 'A name has at most 100 characters' }];
  if (textKey(name).length > 200) return [{ code: 'INVALID', path, message: 'A name written with such compatibility characters is too long' }];
  return hasControls(name) ? [{ code: 'INVALID', path, message: 'A name holds no control characters' }] : [];
};

/** NUMBER_TAKEN and NAME_TAKEN, by anybody but `self`. */
export const takenFaults = async (
  session: Session, wanted: { number?: string; name?: string }, self: SmtpAccount | null, path: readonly string[],
): Promise<Fault[]> => {
  const faults: Fault[] = [];
  const byNumber = wanted.number === undefined ? null : await accountByNumber(session, wanted.number);
  if (byNumber !== null && byNumber.id !== self?.id) {
    faults.push({ code: 'NUMBER_TAKEN', path: [...path, 'number'], message: `Number ${wanted.number} belongs to ${byNumber.name}` });
  }
  const byName = wanted.name === undefined ? null : await accountByName(session, wanted.name);
  if (byName !== null && byName.id !== self?.id) {
    faults.push({ code: 'NAME_TAKEN', path: [...path, 'name'], message: `${byName.name} is the name of account ${byName.number}` });
  }
  return faults;
};
