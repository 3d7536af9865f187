/**
 * The health of an account: what looks at its server came to, without sending.
 *
 * A look that passes makes it OK. A fault that passes by itself (verdict BACKOFF and the like) is a WARNING the first time and
 * FAILING from the second look in a row on; a fault that somebody has to mend (PARK) is FAILING at once, and so is an account that
 * delivery paused for one. It stays so until a look or a test got past the stage of the fault, an email got through, or somebody
 * posted or resumed the account. An account that works is still worth a WARNING where its certificate is about to expire, its server
 * moved to another network, or its fallback carried emails, for then a fault is hidden.
 *
 * What people are told, each once: that it started failing, that it recovered, that a fallback hides a fault, and each step (30, 14, 7
 * and 1 days) towards the end of a certificate or of a client secret.
 */
import type { Diagnosis } from './diagnosis.js';
import type { Stage } from './stage.js';

export const HEALTH_STATES = ['UNKNOWN', 'OK', 'WARNING', 'FAILING'] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

export const HEALTH_WARNINGS = ['PASSING_FAULT', 'CERTIFICATE_EXPIRES', 'SECRET_EXPIRES', 'DNS_CHANGED', 'FALLBACK_USED'] as const;
export type HealthWarningKind = (typeof HEALTH_WARNINGS)[number];
export interface HealthWarning { readonly kind: HealthWarningKind; readonly message: string; readonly since: number }

export const ALERT_KINDS = ['STARTED_FAILING', 'RECOVERED', 'FALLBACK_HIDES_FAULT', 'CERTIFICATE_EXPIRES', 'SECRET_EXPIRES'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];
export interface AlertText { readonly kind: AlertKind; readonly message: string }

/** What is kept of an account's health. Times in UTC milliseconds. */
export class AccountHealth {
  accountId!: string;
  state: HealthState = 'UNKNOWN';
  since!: number;
  checkedAt: number | null = null;
  nextCheckAt!: number;
  /** Looks in a row that failed, since it was last posted or resumed. */
  failures = 0;
  stage: string | null = null;
  diagnosis: Diagnosis | null = null;
  warnings: readonly HealthWarning[] = [];
  /** The steps that were told of. */
  certificateStep: number | null = null;
  secretStep: number | null = null;
  /** Where the server was found: networks of its addresses, those of the last look first. */
  networks: readonly string[] = [];

  constructor(values: Partial<AccountHealth> = {}) {
    Object.assign(this, values);
  }
}

/** Where a look ended and what was wrong there. */
export interface HealthFault { readonly stage: string; readonly diagnosis: Diagnosis }

/** What was seen of an account, by a look, a test of what is posted, or a delivery. */
export interface Seen {
  /** Null: it passed. */
  readonly fault: HealthFault | null;
  /** The last stage that the server let pass; null: none did, or it was not asked. */
  readonly reached: Stage | null;
  readonly certificateUntil: number | null;
  readonly networks: readonly string[];
  /** False: the server was not asked, so this is no look of its own. */
  readonly asked: boolean;
}

/** What is seen of an account where its server is not asked. */
export const notAsked = (fault: HealthFault): Seen => ({ fault, reached: null, certificateUntil: null, networks: [], asked: false });

/** What was seen, and what else is known at that moment. */
export interface Look extends Seen {
  readonly at: number;
  /** The fault that was known before, where this does not show that it is mended. */
  readonly standing: HealthFault | null;
  /** The day on which the client secret expires (`2027-05-31`). */
  readonly secretExpiresOn: string | null;
  /** Emails of the last day that its fallback got through. */
  readonly byFallback: number;
}
