import type { Stage } from '../domain/stage.js';
import { Halted } from './fault.js';
import { Redaction } from './redaction.js';
import type { ProbeRequest } from './request.js';
import type { ProbeResult, ProbeStage } from './result.js';
import { probeSendGrid, SENDGRID_BASE_URL } from './sendgrid.js';
import { probeSmtp } from './smtp.js';
import { StageFailed, StageLog } from './stage-log.js';

export type { ProbeRequest } from './request.js';
export type { ProbeResult, ProbeStage, TlsFindings } from './result.js';

const openLog = (request: ProbeRequest, signal: AbortSignal, report: (stage: ProbeStage) => void): StageLog => {
  const { destination, limitSeconds } = request;
  const redaction = new Redaction();
  if (destination.kind === 'SENDGRID') {
    redaction.hide(destination.apiKey);
    const { hostname, port } = new URL(request.sendGridBaseUrl ?? SENDGRID_BASE_URL);
    return new StageLog({ host: hostname, port: Number(port) || 443, redaction, signal, limitSeconds, report });
  }
  if (destination.password !== null) redaction.hidePassword(destination.accountName ?? '', destination.password);
  return new StageLog({ host: destination.server, port: destination.port, redaction, signal, limitSeconds, report });
};

/** The server has the message, or may have it: no refusal came after it was asked for. */
const wentOut = (stages: readonly ProbeStage[]): boolean => {
  const find = (wanted: Stage): ProbeStage | undefined => stages.find(({ stage }) => stage === wanted);
  const answer = find('AFTER_DATA');
  const refused = answer?.outcome === 'FAILED' && answer.code !== null;
  return find('PROVIDER_API')?.outcome === 'PASSED' || (find('DATA')?.outcome === 'PASSED' && !refused);
};

/**
 * Looks at a server stage by stage, as far as `mode` says, and reports each stage as it ends. Never throws; ends within
 * `limitSeconds` (stage FAILED, `ETIMEDOUT`) and at once when `signal` aborts (CANCELLED); leaves no socket open.
 * Connects only to addresses that `policy` allows, each resolved once (`ECONNECTPOLICY` otherwise).
 */
export const probe = async (request: ProbeRequest, onStage: (stage: ProbeStage) => void): Promise<ProbeResult> => {
  const resources = new DisposableStack();
  const halt = new AbortController();
  const end = (by: Halted['by']): void => {
    halt.abort(new Halted(by));
    resources.dispose();
  };
  const cancel = (): void => end('CANCEL');
  const limit = setTimeout(() => end('LIMIT'), request.limitSeconds * 1_000);
  const log = openLog(request, halt.signal, onStage);
  const { destination, signal } = request;
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  const result = (outcome: ProbeResult['outcome'], evidence: ProbeResult['evidence'] = null): ProbeResult => {
    const handedOver = request.mode === 'SEND' && wentOut(log.stages);
    return { outcome, stages: log.stages, evidence, messageId: handedOver ? request.message.messageId : null };
  };
  try {
    if (destination.kind === 'SMTP') await probeSmtp(request, destination, log, resources);
    else await probeSendGrid(request, destination, log, resources);
    return result('PASSED');
  } catch (error) {
    if (error instanceof Halted && error.by === 'CANCEL') return result('CANCELLED');
    return result('FAILED', error instanceof StageFailed ? error.evidence : log.unexpected(error));
  } finally {
    clearTimeout(limit);
    signal.removeEventListener('abort', cancel);
    resources.dispose();
  }
};
