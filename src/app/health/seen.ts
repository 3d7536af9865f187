import type { Seen } from '../../domain/health.js';
import { ipAddressOf } from '../../domain/host.js';
import { providerNetworkOf } from '../../domain/network.js';
import type { Stage } from '../../domain/stage.js';
import { STAGES } from '../../domain/stage.js';
import type { ProbeResult } from '../../probe/probe.js';

/** DONE says only that the conversation was ended in order, wherever it was. */
const reachedBy = (stages: ProbeResult['stages']): Stage | null => stages
  .flatMap(({ stage, outcome }) => (outcome === 'PASSED' && stage !== 'DONE' ? [stage] : []))
  .toSorted((one, other) => STAGES.indexOf(other) - STAGES.indexOf(one))[0] ?? null;

/** What a conversation showed of an account, whether it was a look or a test of what is posted. */
export const seenOf = ({ stages }: Pick<ProbeResult, 'stages'>, fault: Seen['fault']): Seen => {
  const addresses = (stages.find(({ stage }) => stage === 'DNS')?.detail ?? '').split(/[;,]\s*/).flatMap((word) => ipAddressOf(word) ?? []);
  return {
    fault, reached: reachedBy(stages), asked: true,
    certificateUntil: stages.find(({ stage }) => stage === 'TLS')?.certificate?.validUntil ?? null,
    networks: [...new Set(addresses.map(providerNetworkOf))].toSorted(),
  };
};
