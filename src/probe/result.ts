import type { ProbeStage } from '../domain/probe-stage.js';
import type { Evidence } from '../domain/stage.js';

export type { ProbeStage, TlsFindings } from '../domain/probe-stage.js';

/** What it came to. `messageId` is given once the message went out, also when it is unknown whether it was taken. */
export interface ProbeResult {
  readonly outcome: 'PASSED' | 'FAILED' | 'CANCELLED';
  readonly stages: readonly ProbeStage[];
  /** Of the failing stage. */
  readonly evidence: Evidence | null;
  readonly messageId: string | null;
}
