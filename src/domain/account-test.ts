import type { ActorKind } from './audit-event.js';
import type { Diagnosis } from './diagnosis.js';
import type { ProbeStage } from './probe-stage.js';

export const TEST_STATES = ['RUNNING', 'PASSED', 'FAILED', 'CANCELLED'] as const;
export type TestState = (typeof TEST_STATES)[number];

/** What was tested, by whom: known from the start. */
export interface TestSubject {
  readonly accountId: string;
  readonly mode: 'SEND' | 'DRY_RUN';
  readonly emailTestTo: string;
  /** `host:port`, or SendGrid. */
  readonly server: string;
  /** Exactly what was posted at the start, with the secrets that were stored; else edits that were not posted. */
  readonly asPosted: boolean;
  /** Names are written down as they were, so that they outlive their records. */
  readonly startedByKind: ActorKind;
  readonly startedById: string | null;
  readonly startedByName: string;
}

/** A test of an account that is over, for its history. Settings and secrets are no part of it. */
export class PastTest {
  id!: string;
  accountId!: string;
  mode!: TestSubject['mode'];
  emailTestTo!: string;
  server!: string;
  asPosted!: boolean;
  startedByKind!: ActorKind;
  startedById: string | null = null;
  startedByName!: string;
  state!: Exclude<TestState, 'RUNNING'>;
  stages: readonly ProbeStage[] = [];
  diagnosis: Diagnosis | null = null;
  messageId: string | null = null;
  startedAt!: number;
  endedAt!: number;

  constructor(values: Partial<PastTest> = {}) {
    Object.assign(this, values);
  }
}

/** Tests that are kept of an account; older ones go. */
export const TESTS_KEPT = 100;
