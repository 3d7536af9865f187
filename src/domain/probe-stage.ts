import type { Stage } from './stage.js';

/**
 * What a TLS handshake showed: what was agreed on, and whose certificate it was. `names` are those that the certificate
 * is for (at most 100), times are UTC milliseconds. `distrustCode` is Node's or OpenSSL's code, null where it is trusted.
 */
export interface TlsFindings {
  readonly protocol: string;
  readonly cipherSuite: string;
  readonly subject: string;
  readonly names: readonly string[];
  readonly issuer: string;
  readonly validFrom: number | null;
  readonly validUntil: number | null;
  readonly trusted: boolean;
  readonly distrustCode: string | null;
  readonly distrustMessage: string | null;
}

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
  /** Of the TLS stage, once hands were shaken; also where the certificate is what failed it. */
  readonly certificate: TlsFindings | null;
}
