import type { Destination } from '../../src/domain/delivery-order.js';
import { probe, type ProbeRequest, type ProbeResult, type ProbeStage } from '../../src/probe/probe.js';

type SmtpDestination = Extract<Destination, { kind: 'SMTP' }>;

/** A password that no reply holds by chance. */
export const PASSWORD = 'Tr0ub4dor&3-ünlock';

/** A dry run in the clear with a password, against a server on this machine, with what a test wants to be different. */
export const requestFor = (
  port: number, destination: Partial<SmtpDestination> = {}, changes: Partial<ProbeRequest> = {},
): ProbeRequest => ({
  destination: {
    kind: 'SMTP', accountId: 'account', accountVersion: 1, server: 'localhost', port, security: 'NONE',
    authentication: 'PASSWORD', accountName: 'robot', password: PASSWORD, sandbox: false, ...destination,
  },
  from: { address: 'sender@example.com', name: 'The Sender' },
  to: 'recipient@example.net',
  mode: 'DRY_RUN',
  ehloName: 'desk.example.com',
  message: { messageId: 'one@example.com', subject: 'Test', text: 'First line\n.\n..dots\nlast', dateMs: Date.UTC(2026, 0, 2) },
  // Nothing is asked outside: nobody answers there.
  policy: { allow: [{ cidr: '127.0.0.1/32', port: '*' }], dnsServers: ['127.0.0.1:1'] },
  limitSeconds: 10,
  signal: new AbortController().signal,
  ...changes,
});

/** Runs the probe; `seen` is what was reported on the way, which is to be what the result holds. */
export const run = async (request: ProbeRequest): Promise<ProbeResult & { readonly seen: readonly ProbeStage[] }> => {
  const seen: ProbeStage[] = [];
  const result = await probe(request, (stage) => { seen.push(stage); });
  return { ...result, seen };
};

/** The way it went, such as `DNS TCP GREETING EHLO -TLS AUTH !MAIL_FROM`: `-` was skipped, `!` failed. */
export const way = (result: ProbeResult): string => result.stages
  .map(({ stage, outcome }) => `${{ PASSED: '', SKIPPED: '-', FAILED: '!' }[outcome]}${stage}`).join(' ');

/** One stage of a result. */
export const stageOf = (result: ProbeResult, wanted: ProbeStage['stage']): ProbeStage | undefined =>
  result.stages.find(({ stage }) => stage === wanted);
