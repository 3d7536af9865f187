import { BLANK_SETTINGS } from '../domain/account-settings.js';
import { SmtpAccount } from '../domain/account.js';
import { RETENTION_AT_FIRST } from '../domain/configuration.js';
import { SEEDED_AREAS } from '../domain/area.js';
import type { CommandCaller } from '../domain/caller.js';
import { textKey } from '../domain/normalise.js';
import { ApplicationToken, Employee, Role } from '../domain/people.js';
import type { Grant, RecordType } from '../domain/permission.js';
import { effectiveRights, RECORD_TYPES } from '../domain/permission.js';
import { replaceGrants } from '../storage/access-record.store.js';
import { addAccount, setAccountKeys } from '../storage/account.store.js';
import { addEmployee, setEmployeeKeys, setRolesOf } from '../storage/employee.store.js';
import { addToken } from '../storage/application-token.store.js';
import { addRole } from '../storage/role.store.js';
import { isSeeded, seedConfiguration } from '../storage/seed.store.js';
import type { Desk } from './change.js';
import { change } from './change.js';
import type { House } from './house.js';
import { hashOf, newCredential, TOKEN_PREFIX } from './people/bearer.js';
import { hashPassword, oneTimePassword } from './people/password.js';

const everything = (recordType: RecordType): Grant => ({ recordType, access: true, modify: true, add: true, erase: true, areas: null });

const MAY_SEND: Grant = { recordType: 'EMAILS', access: false, modify: false, add: true, erase: false, areas: null };

/** Every right on everything. */
export const ALL_RIGHTS = effectiveRights(RECORD_TYPES.map(everything));

/** The command line, or Postroom's own first start. */
export const COMMAND: CommandCaller = { kind: 'COMMAND', id: null, name: 'command line', rights: ALL_RIGHTS };

const seedRole = async (desk: Desk, name: string, description: string, grants: readonly Grant[]): Promise<string> => {
  const role = new Role({ id: desk.newId(), name, nameKey: textKey(name), description, createdAt: desk.now });
  addRole(desk.session, role);
  await replaceGrants(desk.session, 'ROLE', role.id, grants);
  return role.id;
};

const seedFirstEmployee = async (desk: Desk, email: string, passwordHash: string, mustChangePassword: boolean, roleId: string): Promise<void> => {
  const employee = new Employee({
    id: desk.newId(), number: '1', name: 'Administrator', email, passwordHash, mustChangePassword, createdAt: desk.now, updatedAt: desk.now,
  });
  setEmployeeKeys(employee);
  addEmployee(desk.session, employee);
  await setRolesOf(desk.session, employee.id, [roleId]);
};

const seedSandbox = (desk: Desk): SmtpAccount => {
  const account = new SmtpAccount({
    id: desk.newId(), number: '1', name: 'Sandbox', sandbox: true, createdAt: desk.now, updatedAt: desk.now,
    // The catcher's real port is found at each start; this one only says that there is one.
    settings: { ...BLANK_SETTINGS, server: '127.0.0.1', port: 1025, security: 'NONE', authentication: 'NONE', emailFrom: 'postroom@sandbox.example', fromName: 'Postroom sandbox' },
  });
  setAccountKeys(account);
  addAccount(desk.session, account);
  return account;
};

/** A token that may send emails and nothing else, so that the first email needs no sign-in; answers its secret. */
const seedToken = async (desk: Desk): Promise<string> => {
  const secret = newCredential(TOKEN_PREFIX);
  const name = 'First token';
  const id = desk.newId();
  addToken(desk.session, new ApplicationToken({ id, name, nameKey: textKey(name), secretHash: hashOf(secret), createdByName: 'First start', createdAt: desk.now }));
  await replaceGrants(desk.session, 'APPLICATION_TOKEN', id, [MAY_SEND]);
  return secret;
};

/** What the first start made up and shows once; the password is null where the operator gave it. */
export interface FirstStart {
  readonly email: string;
  readonly oneTimePassword: string | null;
  readonly token: string;
  /** Whether mail is on and caught here; else somebody must set up an account before an email can go. */
  readonly sandbox: boolean;
}

/**
 * Fills an empty installation: areas, roles, the first employee, and, where the sandbox is on, account 1 pointing at the
 * catcher as the default with mail enabled, so that the first email works with nothing else installed. Null when this
 * is not a first start.
 */
export const firstStart = async (house: House): Promise<FirstStart | null> => {
  if (await isSeeded(house.storage.read())) return null;
  const given = house.config.admin.password;
  const password = given ?? oneTimePassword();
  const passwordHash = await hashPassword(password);
  const { email } = house.config.admin;
  const { value: token } = await change(house, COMMAND, async (desk) => {
    const itSupport = await seedRole(desk, 'IT support', 'Everything: accounts, configuration, people, log and audit', RECORD_TYPES.map(everything));
    await seedRole(desk, 'Sender', 'May send emails', [MAY_SEND]);
    await seedFirstEmployee(desk, email, passwordHash, given === null, itSupport);
    const sandbox = house.config.sandbox ? seedSandbox(desk) : null;
    seedConfiguration(desk.session, SEEDED_AREAS, { enabled: sandbox !== null, defaultAccountId: sandbox?.id ?? null, ...RETENTION_AT_FIRST }, desk.now);
    desk.audit('CREATED', { type: 'INSTALLATION', id: null, name: 'First start' });
    return await seedToken(desk);
  });
  return { email, oneTimePassword: given === null ? password : null, token: token ?? '', sandbox: house.config.sandbox };
};
