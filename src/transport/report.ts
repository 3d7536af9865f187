import type { DeliveryReport } from '../domain/delivery-order.js';
import type { Evidence, Stage } from '../domain/stage.js';

/** Evidence with nothing seen yet at a stage; the parts that were seen are laid over it. */
export const evidenceAt = (stage: Stage, seen: Partial<Evidence> = {}): Evidence => ({
  stage, code: null, enhancedCode: null, reply: null, errorCode: null, errorMessage: null, host: null, port: null,
  banner: null, capabilities: [], ...seen,
});

/** A report on an order of which no server heard: REFUSED, with an error of ours. */
export const refusedUnsent = (stage: Stage, errorCode: string, errorMessage: string): DeliveryReport => ({
  outcome: 'REFUSED', recipients: [], evidence: evidenceAt(stage, { errorCode, errorMessage }),
  retryAfterSeconds: null, latencyMs: 0, providerMessageId: null,
});
