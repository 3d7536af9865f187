import type { Evidence, Stage } from '../domain/stage.js';

/** One stage as it ended. `code` is the SMTP reply code or HTTP status; no text holds a secret. */
export interface ProbeStage {
  readonly stage: Stage;
  readonly outcome: 'PASSED' | 'FAILED' | 'SKIPPED';
  readonly latencyMs: number;
  readonly code: number | null;
  readonly enhancedCode: string | null;
  readonly reply: string | null;
  /** What was learnt: addresses, capabilities, certificate, mechanism; for a failure what went wrong. */
  readonly detail: string | null;
}

/** What it came to. `messageId` is given once the message went out, also when it is unknown whether it was taken. */
export interface ProbeResult {
  readonly outcome: 'PASSED' | 'FAILED' | 'CANCELLED';
  readonly stages: readonly ProbeStage[];
  /** Of the failing stage. */
  readonly evidence: Evidence | null;
  readonly messageId: string | null;
}
