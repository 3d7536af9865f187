import type { AccountSettings } from './account-settings.js';
import { applicationOf, logOnNameOf } from './account-settings.js';
import type { DiagnosisFacts } from './diagnosis.js';
import type { ProbeStage } from './probe-stage.js';
import { addressSeenBy } from './public-address.js';

/**
 * What makes the remedy of a fault of an account exact: its names, and what this installation is to servers. `stages`: of the conversation
 * that failed, where one was written down; a server that says from which address it sees us knows it better than a setting.
 */
export const factsOf = (
  here: Pick<DiagnosisFacts, 'ehloName' | 'publicAddress'>, settings: AccountSettings | null, from: string | null, stages: readonly ProbeStage[] = [],
): DiagnosisFacts => ({
  user: settings === null ? null : logOnNameOf(settings), clientId: settings === null ? null : applicationOf(settings), from, ehloName: here.ehloName ?? null,
  publicAddress: addressSeenBy(stages.find(({ stage }) => stage === 'EHLO')?.reply ?? null) ?? here.publicAddress ?? null,
});
