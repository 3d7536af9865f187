import type { Evidence, Stage } from '../domain/stage.js';
import { asFault, Halted, ProbeFault, type Answer } from './fault.js';
import type { Redaction } from './redaction.js';
import type { ProbeStage, TlsFindings } from './result.js';

const STAGE_LIMIT_SECONDS = 20;
const REPLY_CHARACTERS_MAX = 1_000;

/** What a stage came to when it did not fail: its result, and what is worth showing of it. */
export interface Seen<T> {
  readonly value: T;
  readonly answer?: Answer;
  readonly detail?: string;
  readonly certificate?: TlsFindings;
  readonly skipped?: boolean;
}

/** What a stage showed, however it ended. */
interface Learnt {
  readonly answer?: Answer | null;
  readonly detail?: string | null;
  readonly certificate?: TlsFindings | null;
}

/** Ends the probe: a stage failed. The evidence is complete and without secrets. */
export class StageFailed extends Error {
  override readonly name = 'StageFailed';
  readonly evidence: Evidence;

  constructor(evidence: Evidence) {
    super(`${evidence.stage} failed`);
    this.evidence = evidence;
  }
}

/** What a silent server means, stage by stage. */
const silence = (stage: Stage, seconds: number): ProbeFault => {
  if (stage === 'GREETING') return new ProbeFault('ETIMEDOUT', 'Greeting never received');
  if (stage === 'TCP') return new ProbeFault('ETIMEDOUT', 'Connection timed out');
  return new ProbeFault('ETIMEDOUT', `No answer within ${seconds} seconds`);
};

/** What is known of the server so far; becomes part of the evidence, whichever stage fails. */
export interface ServerFacts {
  readonly host: string;
  readonly port: number;
  banner: string | null;
  capabilities: readonly string[];
}

/**
 * Runs the stages one after another, each within 20 seconds and all within the probe's own limit, measures them, and
 * reports each as it ends. Everything that leaves here has gone through the redaction.
 */
export class StageLog {
  readonly stages: ProbeStage[] = [];
  readonly facts: ServerFacts;
  readonly redaction: Redaction;
  readonly #signal: AbortSignal;
  readonly #limitSeconds: number;
  readonly #report: (stage: ProbeStage) => void;

  constructor(options: {
    readonly host: string; readonly port: number; readonly redaction: Redaction; readonly signal: AbortSignal;
    readonly limitSeconds: number; readonly report: (stage: ProbeStage) => void;
  }) {
    this.facts = { host: options.host, port: options.port, banner: null, capabilities: [] };
    this.redaction = options.redaction;
    this.#signal = options.signal;
    this.#limitSeconds = options.limitSeconds;
    this.#report = options.report;
  }

  /** Runs one stage and reports it. Throws StageFailed, or Halted when the probe was cancelled. */
  async run<T>(stage: Stage, work: (signal: AbortSignal) => Promise<Seen<T>>): Promise<T> {
    const startedMs = performance.now();
    const seen = await this.#guard(stage, startedMs, work);
    this.#add(stage, seen.skipped ? 'SKIPPED' : 'PASSED', startedMs, seen);
    return seen.value;
  }

  /** Runs a step that repeats an earlier stage: it is reported only when it fails. */
  async rerun<T>(stage: Stage, work: (signal: AbortSignal) => Promise<Seen<T>>): Promise<T> {
    return (await this.#guard(stage, performance.now(), work)).value;
  }

  /** Reports a stage that has nothing to do here, and why. */
  skip(stage: Stage, detail: string): Promise<null> {
    return this.run(stage, async () => ({ value: null, detail, skipped: true }));
  }

  /** Adds to the detail of a stage what was learnt since; it is in the result, and not reported again. */
  amend(stage: Stage, words: string): void {
    const at = this.stages.findIndex((one) => one.stage === stage);
    const entry = this.stages[at];
    if (entry !== undefined) this.stages[at] = { ...entry, detail: this.#clean([entry.detail, words].filter(Boolean).join('; ')) };
  }

  /** Evidence of a fault of our own, which no stage accounts for; it belongs to the stage that was reported last. */
  unexpected(error: unknown): Evidence {
    const fault = asFault(error);
    return this.#evidence(this.stages.at(-1)?.stage ?? 'DNS', fault, this.#clean(fault.message));
  }

  async #guard<T>(stage: Stage, startedMs: number, work: (signal: AbortSignal) => Promise<Seen<T>>): Promise<Seen<T>> {
    try {
      return await this.#withinLimits(stage, work);
    } catch (error) {
      if (error instanceof Halted && error.by === 'CANCEL') throw error;
      const fault = error instanceof Halted ? silence(stage, this.#limitSeconds) : asFault(error);
      const words = this.#clean(fault.message);
      const { answer, certificate } = fault;
      this.#add(stage, 'FAILED', startedMs, { answer, certificate, detail: fault.detail ?? (answer ? null : fault.message) });
      throw new StageFailed(this.#evidence(stage, fault, words));
    }
  }

  async #withinLimits<T>(stage: Stage, work: (signal: AbortSignal) => Promise<Seen<T>>): Promise<Seen<T>> {
    this.#signal.throwIfAborted();
    const stopped = Promise.withResolvers<never>();
    const halt = (): void => stopped.reject(this.#signal.reason);
    const timer = setTimeout(() => stopped.reject(silence(stage, STAGE_LIMIT_SECONDS)), STAGE_LIMIT_SECONDS * 1_000);
    this.#signal.addEventListener('abort', halt, { once: true });
    try {
      return await Promise.race([work(this.#signal), stopped.promise]);
    } finally {
      clearTimeout(timer);
      this.#signal.removeEventListener('abort', halt);
    }
  }

  #add(stage: Stage, outcome: ProbeStage['outcome'], startedMs: number, learnt: Learnt): void {
    const { answer, detail, certificate } = learnt;
    const entry: ProbeStage = {
      stage, outcome, latencyMs: Math.round(performance.now() - startedMs), code: answer?.code ?? null,
      enhancedCode: answer?.enhancedCode ?? null, reply: this.#clean(answer?.text), detail: this.#clean(detail),
      certificate: certificate ? this.#cleanCertificate(certificate) : null,
    };
    this.stages.push(entry);
    this.#report(entry);
  }

  #evidence(stage: Stage, fault: ProbeFault, words: string | null): Evidence {
    const { host, port, banner, capabilities } = this.facts;
    return {
      stage, code: fault.answer?.code ?? null, enhancedCode: fault.answer?.enhancedCode ?? null,
      reply: this.#clean(fault.answer?.text), errorCode: fault.errorCode, errorMessage: fault.answer ? null : words,
      host, port, banner: this.#clean(banner), capabilities: capabilities.map((line) => this.#show(line)),
    };
  }

  /** The words of a certificate are whatever its maker wrote there. */
  #cleanCertificate(found: TlsFindings): TlsFindings {
    return {
      ...found, subject: this.#show(found.subject), issuer: this.#show(found.issuer),
      names: found.names.map((name) => this.#show(name)), distrustMessage: this.#clean(found.distrustMessage),
    };
  }

  #clean(text: string | null | undefined): string | null {
    return text === null || text === undefined ? null : this.#show(text);
  }

  /** Secrets go before blanks are collapsed and the rest is cut: either could leave a part of one that is no match. */
  #show(text: string): string {
    return this.redaction.clean(text).replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, REPLY_CHARACTERS_MAX);
  }
}
