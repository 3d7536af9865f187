import { addressKey } from './address.js';

/** What two spellings of one sign-in name have in common: blanks around it, case and the spelling of its domain. */
export const emailKeyOf = (email: string): string => addressKey(email.slice(0, 1000).trim());

/** Somebody who signs in. `email` is the sign-in name, unique by `emailKey`. */
export class Employee {
  id!: string;
  number!: string;
  numberKey!: string;
  numberSort!: string;
  name!: string;
  email!: string;
  emailKey!: string;
  searchKey!: string;
  /** argon2id in PHC form; null: cannot sign in until a password is set. */
  passwordHash: string | null = null;
  mustChangePassword = false;
  active = true;
  createdAt!: number;
  updatedAt!: number;
  version = 1;

  constructor(values: Partial<Employee> = {}) {
    Object.assign(this, values);
  }
}

/** A named bundle of access records. */
export class Role {
  id!: string;
  name!: string;
  nameKey!: string;
  description: string | null = null;
  createdAt!: number;
  version = 1;

  constructor(values: Partial<Role> = {}) {
    Object.assign(this, values);
  }
}

/** A program that calls. Its secret is kept as SHA-256 only; `areas: null` means not limited. */
export class ApplicationToken {
  id!: string;
  name!: string;
  nameKey!: string;
  secretHash!: string;
  areas: readonly string[] | null = null;
  /** Who made it: the token never exceeds this employee. Null: made on the command line. */
  createdById: string | null = null;
  createdByName!: string;
  createdAt!: number;
  expiresAt: number | null = null;
  revokedAt: number | null = null;
  version = 1;

  constructor(values: Partial<ApplicationToken> = {}) {
    Object.assign(this, values);
  }
}
