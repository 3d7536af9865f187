import type { Look } from '../../domain/health.js';
import { networkPart } from '../../domain/health.js';
import { ipAddressOf } from '../../domain/host.js';
import type { ProbeResult } from '../../probe/probe.js';

/** What a conversation showed of an account, whether it was a look or a test of what is posted. */
export const seenOf = (result: Pick<ProbeResult, 'stages'>): Pick<Look, 'certificateUntil' | 'networks'> => {
  const addresses = (result.stages.find(({ stage }) => stage === 'DNS')?.detail ?? '').split(/[;,]\s*/).flatMap((word) => ipAddressOf(word) ?? []);
  return {
    certificateUntil: result.stages.find(({ stage }) => stage === 'TLS')?.certificate?.validUntil ?? null,
    networks: [...new Set(addresses.map(networkPart))].toSorted(),
  };
};
