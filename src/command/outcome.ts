import type { Outcome } from '../app/change.js';
import { Refused } from '../domain/errors.js';

/** The value of an outcome; where it was refused, its faults are thrown and end as one line each. */
export const settled = <T>({ value, faults }: Outcome<T>): T => {
  if (faults.length > 0 || value === null) throw new Refused(faults);
  return value;
};
