import type { EmailArea } from '../domain/area.js';
import type { SmtpAccount } from '../domain/account.js';
import type { SmtpConfiguration } from '../domain/configuration.js';
import type { Role } from '../domain/people.js';
import type { QuotaGroup } from '../domain/quota-group.js';
import type { Grant } from '../domain/permission.js';
import { grantsOfEach } from './access-record.store.js';
import { allAccounts, allAccountsForChange } from './account.store.js';
import { areas, configuration, configurationForChange } from './configuration.store.js';
import type { Session } from './orm.js';
import { allQuotaGroups, allQuotaGroupsForChange } from './quota-group.store.js';
import { allRoles } from './role.store.js';

/** A role with its access records. */
export interface RoleWithGrants { readonly role: Role; readonly grants: readonly Grant[] }

/** How an installation is set up: all that an export carries and an import changes. */
export interface Installation {
  readonly areas: readonly EmailArea[];
  readonly accounts: readonly SmtpAccount[];
  readonly configuration: SmtpConfiguration;
  readonly roles: readonly RoleWithGrants[];
  readonly quotaGroups: readonly QuotaGroup[];
}

const rolesWithGrants = async (session: Session): Promise<RoleWithGrants[]> => {
  const roles = await allRoles(session);
  const grants = await grantsOfEach(session, 'ROLE', roles.map(({ id }) => id));
  return roles.map((role) => ({ role, grants: grants.get(role.id) ?? [] }));
};

/** Everything, read in one transaction so that its parts fit together. */
export const installation = async (session: Session): Promise<Installation> => ({
  areas: await areas(session), accounts: await allAccounts(session),
  configuration: await configuration(session), roles: await rolesWithGrants(session),
  quotaGroups: await allQuotaGroups(session),
});

/** As {@link installation}, with what is changed locked until the transaction ends. */
export const installationForChange = async (session: Session): Promise<Installation> => ({
  configuration: await configurationForChange(session), accounts: await allAccountsForChange(session),
  areas: await areas(session), roles: await rolesWithGrants(session),
  quotaGroups: await allQuotaGroupsForChange(session),
});

/**
 * Frees the names of records that are about to be renamed, so that two of them may swap theirs: uniqueness is checked row
 * by row. No name of a person's making begins with a blank.
 */
export const setNamesAside = async (session: Session, records: readonly { id?: string; code?: string; nameKey: string }[]): Promise<void> => {
  for (const record of records) record.nameKey = ` ${record.id ?? record.code ?? ''}`;
  await session.flush();
};

/** Adds new records of any kind that an import makes. */
export const addRecords = (session: Session, records: readonly (EmailArea | SmtpAccount | Role | QuotaGroup)[]): void => {
  session.persist([...records]);
};
