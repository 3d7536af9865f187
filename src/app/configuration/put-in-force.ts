import type { SmtpConfiguration } from '../../domain/configuration.js';
import { saveOverrides } from '../../storage/configuration.store.js';
import type { Desk } from '../change.js';

/** What of the configuration can be changed. */
export type Edited = Pick<SmtpConfiguration, 'enabled' | 'defaultAccountId' | 'overrides'>;

/**
 * Puts edited values in force on the configuration, which the caller has locked; the version grows, also when only the
 * overrides change. The one place where mail is switched and its ways change: what was parked because mail was off or
 * went another way is freed here, in the same transaction.
 */
export const putInForce = async (desk: Desk, configuration: SmtpConfiguration, { enabled, defaultAccountId, overrides }: Edited): Promise<void> => {
  configuration.enabled = enabled;
  configuration.defaultAccountId = defaultAccountId;
  configuration.overrides = overrides;
  configuration.version += 1;
  configuration.updatedAt = desk.now;
  await saveOverrides(desk.session, configuration);
};
