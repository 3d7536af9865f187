import { EmailArea } from '../domain/area.js';
import type { SmtpAccount } from '../domain/account.js';
import type { SmtpConfiguration } from '../domain/configuration.js';
import { Role } from '../domain/people.js';
import type { Grant } from '../domain/permission.js';
import { allAccounts, allAccountsForChange } from './account.store.js';
import { areas, configuration, configurationForChange } from './configuration.store.js';
import { AccessRecordRow } from './entities/people.entity.js';
import type { Session } from './orm.js';

/** A role with its access records. */
export interface RoleWithGrants { readonly role: Role; readonly grants: readonly Grant[] }

/** How an installation is set up: all that an export carries and an import changes. */
export interface Installation {
  readonly areas: readonly EmailArea[];
  readonly accounts: readonly SmtpAccount[];
  readonly configuration: SmtpConfiguration;
  readonly roles: readonly RoleWithGrants[];
}

const rolesWithGrants = async (session: Session): Promise<RoleWithGrants[]> => {
  const roles = await session.find(Role, {}, { orderBy: { nameKey: 'asc' } });
  const rows = await session.find(AccessRecordRow, { holderKind: 'ROLE' }, { orderBy: { recordType: 'asc' } });
  return roles.map((role) => ({ role, grants: rows.filter((row) => row.holderId === role.id) }));
};

/** Everything, read in one transaction so that its parts fit together. */
export const installation = async (session: Session): Promise<Installation> => ({
  areas: await areas(session), accounts: await allAccounts(session),
  configuration: await configuration(session), roles: await rolesWithGrants(session),
});

/** As {@link installation}, with what is changed locked until the transaction ends. */
export const installationForChange = async (session: Session): Promise<Installation> => ({
  configuration: await configurationForChange(session), accounts: await allAccountsForChange(session),
  areas: await areas(session), roles: await rolesWithGrants(session),
});

/**
 * Frees the names of records that are about to be renamed, so that two of them may swap theirs: uniqueness is checked row
 * by row. No name of a person's making begins with a blank.
 */
export const setNamesAside = async (session: Session, records: readonly { id?: string; code?: string; nameKey: string }[]): Promise<void> => {
  for (const record of records) record.nameKey = ` ${record.id ?? record.code ?? ''}`;
  await session.flush();
};

/** Puts access records in the place of those that a role has. */
export const replaceRoleGrants = async (session: Session, roleId: string, grants: readonly Grant[]): Promise<void> => {
  await session.nativeDelete(AccessRecordRow, { holderKind: 'ROLE', holderId: roleId });
  if (grants.length === 0) return;
  await session.insertMany(AccessRecordRow, grants.map((grant) => ({ ...grant, holderKind: 'ROLE' as const, holderId: roleId })));
};

/** Adds new records of any kind that an import makes. */
export const addRecords = (session: Session, records: readonly (EmailArea | SmtpAccount | Role)[]): void => {
  session.persist([...records]);
};
