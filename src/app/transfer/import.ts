import type { AuditSubject } from '../../domain/audit-event.js';
import type { Fault } from '../../domain/errors.js';
import { Refused, refuseIfAny } from '../../domain/errors.js';
import { textKey } from '../../domain/normalise.js';
import type { ImportEntry, ImportReport, Reading, TransferKind } from '../../domain/transfer.js';
import type { Grant } from '../../domain/permission.js';
import { replaceGrants } from '../../storage/access-record.store.js';
import { forgetToken } from '../../storage/oauth-token.store.js';
import { employeeIdsWithRole } from '../../storage/role.store.js';
import { endSessionsOf } from '../../storage/session.store.js';
import { addRecords, installationForChange, setNamesAside } from '../../storage/transfer.store.js';
import type { Desk, Outcome } from '../change.js';
import { putInForce } from '../configuration/put-in-force.js';
import { freeAccount } from '../delivery/free.js';
import { COMMAND } from '../first-start.js';
import type { House } from '../house.js';
import { changePeople, expectAdministered } from '../people/change-people.js';
import type { AnyRecord, Planned, World } from './plan.js';
import { planAccounts } from './plan-accounts.js';
import { planAreas } from './plan-areas.js';
import { planConfiguration } from './plan-configuration.js';
import { planQuotaGroups } from './plan-quota-groups.js';
import { planRoles } from './plan-roles.js';

const SUBJECTS: Readonly<Record<TransferKind, AuditSubject>> = {
  AREA: 'EMAIL_AREA', QUOTA_GROUP: 'QUOTA_GROUP', SMTP_ACCOUNT: 'SMTP_ACCOUNT', SMTP_CONFIGURATION: 'SMTP_CONFIGURATION', ROLE: 'ROLE',
};

/** Where in a file stands what may leave nobody to mend rights. */
const PATH_OF_RIGHTS = ['roles'];

const changes = ({ action }: ImportEntry): boolean => action === 'NEW' || action === 'UPDATED';

const write = async (desk: Desk, planned: readonly Planned<AnyRecord>[]): Promise<void> => {
  const toWrite = planned.filter(({ entry }) => changes(entry));
  await setNamesAside(desk.session, toWrite.filter(({ renamed }) => renamed).map(({ record }) => record));
  for (const { entry, record, write: writeOne } of toWrite) {
    writeOne();
    desk.audit('IMPORTED', { type: SUBJECTS[entry.kind], id: 'id' in record ? record.id : record.code, name: record.name }, entry.changes);
  }
  addRecords(desk.session, toWrite.filter(({ entry }) => entry.action === 'NEW').map(({ record }) => record));
};

/** Faults as somebody who goes through the file meets them: by kind of record, then by its place. */
const inOrder = (faults: readonly Fault[]): Fault[] =>
  [...Map.groupBy(faults, ({ path }) => path[0]).values()].flatMap((group) => group.toSorted((one, other) => Number(one.path[1]) - Number(other.path[1])));

/** Gives a role its access records; whoever's rights change so is signed out. */
const giveRights = async (desk: Desk, roleId: string, grants: readonly Grant[]): Promise<void> => {
  await replaceGrants(desk.session, 'ROLE', roleId, grants);
  await endSessionsOf(desk.session, await employeeIdsWithRole(desk.session, roleId));
};

/** Ends a dry run. Thrown without a fault, so the transaction is rolled back and the report is the answer. */
const takeBack = async (desk: Desk, report: ImportReport): Promise<never> => {
  await expectAdministered(desk, PATH_OF_RIGHTS);
  throw new Refused([], report);
};

/** All plans for a file, none of them carried out. */
const planAll = ({ transfer }: Reading, world: World) => {
  const areas = planAreas(transfer.areas, world);
  const quotaGroups = planQuotaGroups(transfer.quotaGroups, world);
  const accounts = planAccounts(transfer.smtpAccounts, transfer.quotaGroups.flatMap(({ name }, at) => ({ id: quotaGroups.planned[at]?.record.id ?? '', name })), world);
  const areaCodes = new Set([...world.areas, ...transfer.areas].map(({ code }) => code));
  const known = new Map([
    ...world.accounts.map(({ numberKey, id, settings }) => [numberKey, { id, posted: settings !== null }] as const),
    ...accounts.planned.map(({ record, posted }) => [textKey(record.number), { id: record.id, posted }] as const),
  ]);
  const leftOut = new Set(transfer.smtpAccounts.map(({ number }) => textKey(number)).filter((key) => !known.has(key)));
  const configuration = transfer.smtpConfiguration === null
    ? null : planConfiguration(transfer.smtpConfiguration, world, { accounts: known, leftOut }, areaCodes);
  return { areas, quotaGroups, accounts, configuration, roles: planRoles(transfer.roles, world, areaCodes) };
};

/**
 * Brings a file into the installation, whole or not at all: it is judged first, every fault is answered together, and
 * only then is anything written, in one transaction. Records are matched by number, code or name; what is not in the file
 * stays. `dryRun` does all of it and then takes it back, so that its report is the report of the real one.
 */
export const importInstallation = async (house: House, reading: Reading, options: { readonly dryRun: boolean }): Promise<Outcome<ImportReport>> => {
  const outcome = await changePeople(house, COMMAND, ['ACCESS_RECORDS', 'modify'], PATH_OF_RIGHTS, async (desk): Promise<ImportReport> => {
    const world: World = { ...await installationForChange(desk.session), sandboxOn: house.config.sandbox, now: desk.now, newId: desk.newId };
    const { areas, quotaGroups, accounts, configuration, roles } = planAll(reading, world);
    refuseIfAny(inOrder([...reading.faults, ...areas.faults, ...quotaGroups.faults, ...accounts.faults, ...configuration?.faults ?? [], ...roles.faults]));
    await write(desk, [...areas.planned, ...quotaGroups.planned, ...accounts.planned, ...roles.planned]);
    await desk.session.flush();
    for (const { entry, record } of accounts.planned) {
      if (entry.action === 'UPDATED') await forgetToken(desk.session, record.id);
      if (entry.action === 'UPDATED' && record.usable) await freeAccount(desk, record.id);
    }
    for (const { entry, record, grants } of roles.planned) if (changes(entry)) await giveRights(desk, record.id, grants);
    if (configuration !== null && changes(configuration.entry)) {
      await putInForce(desk, world.configuration, configuration.edited);
      desk.audit('IMPORTED', { type: 'SMTP_CONFIGURATION', id: 'smtp', name: null }, configuration.entry.changes);
    }
    const planned = [...areas.planned, ...quotaGroups.planned, ...accounts.planned, ...roles.planned].map(({ entry }) => entry);
    const report: ImportReport = {
      entries: configuration === null ? planned : [...planned, configuration.entry],
      reenter: accounts.reenter, remarks: [...accounts.remarks, ...configuration?.remarks ?? []],
    };
    if (options.dryRun) await takeBack(desk, report);
    return report;
  });
  house.wakeDelivery();
  return outcome;
};
