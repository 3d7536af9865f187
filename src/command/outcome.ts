import type { Outcome } from '../app/change.js';
import type { SecretField } from '../domain/settings-input.js';
import { Refused } from '../domain/errors.js';

/** What people call the secrets of an account. */
export const SECRET_WORDS: Readonly<Record<SecretField, string>> = { password: 'password', sendGridApiKey: 'SendGrid API key' };

/** The value of an outcome; where it was refused, its faults are thrown and end as one line each. */
export const settled = <T>({ value, faults }: Outcome<T>): T => {
  if (faults.length > 0 || value === null) throw new Refused(faults);
  return value;
};
