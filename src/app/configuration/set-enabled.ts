import type { SignedInCaller } from '../../domain/caller.js';
import { configurationForChange } from '../../storage/configuration.store.js';
import type { Outcome } from '../change.js';
import { change } from '../change.js';
import type { House } from '../house.js';
import { putInForce } from './put-in-force.js';
import { configurationShown } from './read.js';
import type { ConfigurationShown } from './read.js';

/**
 * The emergency stop, and its end. It needs no version: whoever stops all mail must not be held up by what somebody else
 * changed. The version grows all the same, so that a form loaded before does not switch mail back by being posted.
 */
export const setMailEnabled = async (house: House, caller: SignedInCaller, enabled: boolean): Promise<Outcome<ConfigurationShown>> => {
  const { value, faults } = await change(house, caller, async (desk) => {
    const configuration = await configurationForChange(desk.session);
    if (configuration.enabled === enabled) return configuration;
    const { defaultAccountId, overrides, contentRetentionDays, emailRetentionDays } = configuration;
    await putInForce(desk, configuration, { enabled, defaultAccountId, overrides, contentRetentionDays, emailRetentionDays });
    desk.audit(enabled ? 'ENABLED' : 'DISABLED', { type: 'SMTP_CONFIGURATION', id: configuration.id, name: 'SMTP configuration' }, [
      { field: 'enabled', before: String(!enabled), after: String(enabled) },
    ]);
    return configuration;
  });
  if (enabled) house.wakeDelivery();
  return { value: value === null ? null : await configurationShown(house, value), faults };
};
