import type { CommandCaller } from '../domain/caller.js';
import { EmailArea, SEEDED_AREAS } from '../domain/area.js';
import { BLANK_SETTINGS } from '../domain/account-settings.js';
import { SmtpAccount } from '../domain/account.js';
import { SmtpConfiguration } from '../domain/configuration.js';
import { naturalSortKey, textKey } from '../domain/normalise.js';
import { Employee, Role } from '../domain/people.js';
import type { RecordType } from '../domain/permission.js';
import { effectiveRights, RECORD_TYPES } from '../domain/permission.js';
import { addAccount, setAccountKeys } from '../storage/account.store.js';
import { AccessRecordRow, EmployeeRoleRow } from '../storage/entities/people.entity.js';
import type { Desk } from './change.js';
import { change } from './change.js';
import type { House } from './house.js';
import { hashPassword, oneTimePassword } from './people/password.js';

const everything = (recordType: RecordType) => ({ recordType, access: true, modify: true, add: true, erase: true, areas: null });

/** Every right on everything. */
export const ALL_RIGHTS = effectiveRights(RECORD_TYPES.map(everything));

/** The command line, or Postroom's own first start. */
export const COMMAND: CommandCaller = { kind: 'COMMAND', id: null, name: 'command line', rights: ALL_RIGHTS };

const seedRoles = (desk: Desk): string => {
  const roles = { it: desk.newId(), sender: desk.newId() };
  const role = (id: string, name: string, description: string) =>
    desk.session.persist(new Role({ id, name, nameKey: textKey(name), description, createdAt: desk.now }));
  role(roles.it, 'IT support', 'Everything: accounts, configuration, people, log and audit');
  role(roles.sender, 'Sender', 'May send emails');
  const records = [
    ...RECORD_TYPES.map((type) => ({ ...everything(type), holderId: roles.it })),
    { recordType: 'EMAILS' as const, access: false, modify: false, add: true, erase: false, areas: null, holderId: roles.sender },
  ];
  for (const record of records) desk.session.persist(desk.session.create(AccessRecordRow, { ...record, holderKind: 'ROLE' }));
  return roles.it;
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

/** What the first start made up and shows once; null where the operator gave it. */
export interface FirstStart { readonly email: string; readonly oneTimePassword: string | null }

/**
 * Fills an empty installation: areas, roles, the first employee, and, where the sandbox is on, account 1 pointing at the
 * catcher as the default with mail enabled, so that the first email works with nothing else installed. Null when this
 * is not a first start.
 */
export const firstStart = async (house: House): Promise<FirstStart | null> => {
  if (await house.storage.read().count(SmtpConfiguration, {}) > 0) return null;
  const given = house.config.admin.password;
  const password = given ?? oneTimePassword();
  const passwordHash = await hashPassword(password);
  const { email } = house.config.admin;
  await change(house, COMMAND, async (desk) => {
    for (const [code, name] of SEEDED_AREAS) desk.session.persist(new EmailArea({ code, name, nameKey: textKey(name), createdAt: desk.now }));
    const roleId = seedRoles(desk);
    const employee = new Employee({
      id: desk.newId(), number: '1', numberKey: '1', numberSort: naturalSortKey('1'), name: 'Administrator', email,
      emailKey: email.toLowerCase(), searchKey: textKey(`1 Administrator ${email}`), passwordHash, mustChangePassword: given === null,
      createdAt: desk.now, updatedAt: desk.now,
    });
    desk.session.persist(employee);
    desk.session.persist(desk.session.create(EmployeeRoleRow, { employeeId: employee.id, roleId }));
    const sandbox = house.config.sandbox ? seedSandbox(desk) : null;
    desk.session.persist(new SmtpConfiguration({ enabled: sandbox !== null, defaultAccountId: sandbox?.id ?? null, updatedAt: desk.now }));
    desk.audit('CREATED', { type: 'INSTALLATION', id: null, name: 'First start' });
  });
  return { email, oneTimePassword: given === null ? password : null };
};
