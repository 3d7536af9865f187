import type { SmtpConfiguration } from '../../domain/configuration.js';
import { saveOverrides } from '../../storage/configuration.store.js';
import { moveTo } from '../../storage/parked.store.js';
import type { Desk } from '../change.js';
import { freeMailOff, freeRerouted } from '../delivery/free.js';

/** What of the configuration can be changed. */
export type Edited = Pick<SmtpConfiguration, 'enabled' | 'defaultAccountId' | 'overrides' | 'contentRetentionDays' | 'emailRetentionDays'>;

/** The areas whose emails go another way than before; ALL when the default account changed, and nobody knows whose way that was. */
const areasMoved = (before: Edited, after: Edited): readonly string[] | 'ALL' => {
  if (before.defaultAccountId !== after.defaultAccountId) return 'ALL';
  const accountOf = ({ overrides }: Edited, area: string) => overrides.find((one) => one.area === area)?.accountId;
  const named = new Set([...before.overrides, ...after.overrides].map(({ area }) => area));
  return [...named].filter((area) => accountOf(before, area) !== accountOf(after, area));
};

const moveWaiting = async ({ session }: Desk, moved: readonly string[] | 'ALL', { overrides, defaultAccountId }: Edited): Promise<void> => {
  const accountOf = new Map(overrides.map(({ area, accountId }) => [area, accountId]));
  for (const area of moved === 'ALL' ? accountOf.keys() : moved) await moveTo(session, accountOf.get(area) ?? defaultAccountId, { area });
  if (moved === 'ALL') await moveTo(session, defaultAccountId, { allBut: [...accountOf.keys()] });
};

/**
 * Puts edited values in force on the configuration, which the caller has locked; the version grows, also when only the
 * overrides change. The one place where mail is switched and its ways change: what was parked because mail was off or
 * went another way is freed here, in the same transaction.
 */
export const putInForce = async (desk: Desk, configuration: SmtpConfiguration, after: Edited): Promise<void> => {
  const { enabled, defaultAccountId, overrides } = after;
  const moved = areasMoved(configuration, after);
  if (enabled && !configuration.enabled) await freeMailOff(desk);
  if (moved.length > 0) {
    await freeRerouted(desk, moved);
    await moveWaiting(desk, moved, after);
  }
  configuration.enabled = enabled;
  configuration.defaultAccountId = defaultAccountId;
  configuration.overrides = overrides;
  configuration.contentRetentionDays = after.contentRetentionDays;
  configuration.emailRetentionDays = after.emailRetentionDays;
  configuration.version += 1;
  configuration.updatedAt = desk.now;
  await saveOverrides(desk.session, configuration);
};
