import { domainOf } from './address.js';
import type { Fault } from './errors.js';
import { textKey } from './normalise.js';

/** NIST SP 800-63B section 3.1.1: length is what counts, and no rules of composition; a bound keeps hashing cheap. */
const MIN_CHARACTERS = 10;
const MAX_CHARACTERS = 1024;

/** Faults of a password that its owner would have from now on. `current` only where the owner gave it. */
export const passwordFaults = (
  password: string, owner: { readonly email: string; readonly name: string; readonly current?: string }, path: readonly string[],
): Fault[] => {
  const fault = (message: string): Fault[] => [{ code: 'INVALID', path, message }];
  if (password.length > MAX_CHARACTERS) return fault(`A password has at most ${MAX_CHARACTERS} characters`);
  const characters = Array.from(password);
  if (characters.length < MIN_CHARACTERS) return fault(`A password has at least ${MIN_CHARACTERS} characters`);
  if (!password.isWellFormed() || password.includes('\0')) return fault('A password is made of characters');
  if (new Set(characters).size === 1) return fault('A password is more than one character again and again');
  if (password === owner.current) return fault('This is the password you have; choose another');
  const key = textKey(password);
  const { email } = owner;
  const known = [email, owner.name, email.slice(0, -domainOf(email).length - 1)].map(textKey);
  return known.includes(key) ? fault('A name or an email address is no password') : [];
};
