import type { Change } from '../../domain/audit-event.js';
import { changesBetween } from '../../domain/audit-event.js';
import type { SignedInCaller } from '../../domain/caller.js';
import type { SmtpConfiguration } from '../../domain/configuration.js';
import type { ConfigurationInput } from '../../domain/configuration-input.js';
import { configurationFaults, layOverConfiguration, namedIn } from '../../domain/configuration-input.js';
import { refuseIfAny } from '../../domain/errors.js';
import { accountsByIds, accountsHeld } from '../../storage/account.store.js';
import { areasHeld } from '../../storage/area.store.js';
import { configurationForChange } from '../../storage/configuration.store.js';
import type { Desk, Outcome } from '../change.js';
import { change, expectVersion } from '../change.js';
import type { House } from '../house.js';
import { putInForce } from './put-in-force.js';
import { accountIdsIn, configurationShown } from './read.js';
import type { ConfigurationShown } from './read.js';

/** The changes in words: accounts by number and name, each override a field of its own. */
const changesOf = async (desk: Desk, before: SmtpConfiguration, after: SmtpConfiguration): Promise<Change[]> => {
  const accounts = await accountsByIds(desk.session, [...new Set([...accountIdsIn(before), ...accountIdsIn(after)])]);
  const named = (id: string | null): string | null => {
    const account = id === null ? undefined : accounts.get(id);
    return account === undefined ? id : `${account.number} ${account.name}`;
  };
  const inWords = (one: SmtpConfiguration) => ({
    enabled: one.enabled, defaultAccount: named(one.defaultAccountId),
    contentRetentionDays: one.contentRetentionDays, emailRetentionDays: one.emailRetentionDays,
    ...Object.fromEntries(one.overrides.map(({ area, accountId }) => [`override ${area}`, named(accountId)])),
  });
  return changesBetween(inWords(before), inWords(after));
};

/**
 * Puts an edited configuration in force, in one step: fields left out stay as they are, null clears, overrides given
 * replace all. The accounts and areas named are held until the commit, so that none is erased meanwhile.
 */
export const postSmtpConfiguration = async (
  house: House, caller: SignedInCaller, { input, version }: { input: ConfigurationInput; version: number },
): Promise<Outcome<ConfigurationShown>> => {
  const { value, faults } = await change(house, caller, async (desk) => {
    const configuration = await configurationForChange(desk.session);
    expectVersion(configuration, version);
    const named = namedIn(input);
    const known = { accounts: await accountsHeld(desk.session, named.accountIds), areas: await areasHeld(desk.session, named.areas) };
    refuseIfAny(configurationFaults(input, configuration, known, ['input']));
    const after = layOverConfiguration(configuration, input);
    const changes = await changesOf(desk, configuration, after);
    if (changes.length === 0) return configuration;
    await putInForce(desk, configuration, after);
    desk.audit('POSTED', { type: 'SMTP_CONFIGURATION', id: configuration.id, name: 'SMTP configuration' }, changes);
    return configuration;
  });
  if (faults.length === 0) house.wakeDelivery();
  return { value: value === null ? null : await configurationShown(house, value), faults };
};
