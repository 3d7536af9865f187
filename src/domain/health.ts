/**
 * The health of an account: what looks at its server came to, without sending.
 *
 * A look that passes makes it OK. A fault that passes by itself (verdict BACKOFF and the like) is a WARNING the first time and
 * FAILING from the second look in a row on; a fault that somebody has to mend (PARK) is FAILING at once, and so is an account that
 * delivery paused for one. An account that works is still worth a WARNING where its certificate is about to expire, its server
 * moved to another network, or its fallback carried emails, for then a fault is hidden.
 *
 * What people are told, each once: that it started failing, that it recovered, that a fallback hides a fault, and each step (30, 14, 7
 * and 1 days) towards the end of a certificate or of a client secret.
 */
import type { Diagnosis } from './diagnosis.js';

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
  /** Looks in a row that failed. */
  failures = 0;
  stage: string | null = null;
  diagnosis: Diagnosis | null = null;
  warnings: readonly HealthWarning[] = [];
  /** The steps that were told of. */
  certificateStep: number | null = null;
  secretStep: number | null = null;
  /** Where the server was at the last look: networks of its addresses. */
  networks: readonly string[] = [];

  constructor(values: Partial<AccountHealth> = {}) {
    Object.assign(this, values);
  }
}

/** One look at an account. */
export interface Look {
  readonly at: number;
  /** Of the stage that failed; null: it passed. */
  readonly fault: { readonly stage: string; readonly diagnosis: Diagnosis } | null;
  readonly certificateUntil: number | null;
  /** The day on which the client secret expires (`2027-05-31`). */
  readonly secretExpiresOn: string | null;
  readonly networks: readonly string[];
  /** Emails of the last day that its fallback got through. */
  readonly byFallback: number;
}

const DAY_MS = 86_400_000;
const STEPS = [1, 7, 14, 30] as const;

/** The step that so many days are within; null: further away. */
const stepOf = (until: number | null, now: number): number | null =>
  (until === null ? null : STEPS.find((days) => until - now <= days * DAY_MS) ?? null);

const inDays = (until: number, now: number): string => {
  const days = Math.ceil((until - now) / DAY_MS);
  if (days <= 0) return 'has expired';
  return days === 1 ? 'expires within a day' : `expires in ${days} days`;
};

/** What was first seen before keeps its time. */
const warning = (before: AccountHealth, kind: HealthWarningKind, message: string, at: number): HealthWarning =>
  ({ kind, message, since: before.warnings.find((one) => one.kind === kind)?.since ?? at });

const moved = (before: AccountHealth, { networks }: Look): boolean =>
  before.networks.length > 0 && networks.length > 0 && !networks.some((network) => before.networks.includes(network));

const judgeState = (failures: number, look: Look, warnings: readonly HealthWarning[]): HealthState => {
  if (look.fault !== null && (look.fault.diagnosis.verdict === 'PARK' || failures > 1)) return 'FAILING';
  return warnings.length > 0 ? 'WARNING' : 'OK';
};

const isNews = (step: number | null, told: number | null): boolean => step !== null && (told === null || step < told);

/** What a look makes of the health before it, and what people are to be told. `nextCheckAt` is for the caller to set. */
export const judgeLook = (before: AccountHealth, look: Look): { readonly health: AccountHealth; readonly alerts: readonly AlertText[] } => {
  const { at, fault, certificateUntil, byFallback } = look;
  const failures = fault === null ? 0 : before.failures + 1;
  // A look that failed before it saw a certificate says nothing of it.
  const certificateStep = certificateUntil === null && fault !== null ? before.certificateStep : stepOf(certificateUntil, at);
  const secretUntil = look.secretExpiresOn === null ? null : Date.parse(`${look.secretExpiresOn}T00:00:00Z`);
  const secretStep = stepOf(secretUntil, at);
  const warnings = [
    ...(fault !== null ? [warning(before, 'PASSING_FAULT', fault.diagnosis.cause, at)] : []),
    ...(certificateUntil !== null && certificateStep !== null ? [warning(before, 'CERTIFICATE_EXPIRES', `The certificate of the server ${inDays(certificateUntil, at)}.`, at)] : []),
    ...(secretUntil !== null && secretStep !== null ? [warning(before, 'SECRET_EXPIRES', `The client secret ${inDays(secretUntil, at)}.`, at)] : []),
    ...(moved(before, look) ? [warning(before, 'DNS_CHANGED', `The name of the server leads to another network now: ${look.networks.join(', ')}, and not ${before.networks.join(', ')}.`, at)] : []),
    ...(byFallback > 0 ? [warning(before, 'FALLBACK_USED', `Its fallback carried ${byFallback} emails within a day: a fault is hidden.`, at)] : []),
  ];
  const state = judgeState(failures, look, warnings);
  const health = new AccountHealth({
    accountId: before.accountId, state, since: state === before.state ? before.since : at, checkedAt: at, nextCheckAt: before.nextCheckAt, failures,
    stage: fault?.stage ?? null, diagnosis: fault?.diagnosis ?? null, warnings: state === 'FAILING' ? warnings.filter(({ kind }) => kind !== 'PASSING_FAULT') : warnings,
    certificateStep, secretStep, networks: look.networks.length > 0 ? look.networks : before.networks,
  });
  const hidden = (of: AccountHealth): boolean => of.warnings.some(({ kind }) => kind === 'FALLBACK_USED');
  const textOf = (kind: HealthWarningKind): string => warnings.find((one) => one.kind === kind)?.message ?? '';
  return {
    health,
    alerts: [
      ...(state === 'FAILING' && before.state !== 'FAILING' ? [{ kind: 'STARTED_FAILING', message: fault?.diagnosis.cause ?? '' } as const] : []),
      ...(state !== 'FAILING' && before.state === 'FAILING' ? [{ kind: 'RECOVERED', message: 'It works again.' } as const] : []),
      ...(hidden(health) && !hidden(before) ? [{ kind: 'FALLBACK_HIDES_FAULT', message: textOf('FALLBACK_USED') } as const] : []),
      ...(isNews(certificateStep, before.certificateStep) && certificateUntil !== null ? [{ kind: 'CERTIFICATE_EXPIRES', message: textOf('CERTIFICATE_EXPIRES') } as const] : []),
      ...(isNews(secretStep, before.secretStep) ? [{ kind: 'SECRET_EXPIRES', message: textOf('SECRET_EXPIRES') } as const] : []),
    ],
  };
};

/** The network that an address is in, as far as a provider moves within it: /24 of IPv4, /48 of IPv6. */
export const networkPart = (address: string): string => (address.includes(':')
  ? `${address.split(':').slice(0, 3).join(':')}::/48` : `${address.split('.').slice(0, 3).join('.')}.0/24`);

/** Of an account that delivery paused for a fault: which, its attempts say in full. */
export const pausedDiagnosis = (id: string | null): Diagnosis => ({
  id: id ?? 'ACCOUNT_PAUSED', category: 'CREDENTIALS', verdict: 'PARK', scope: 'ACCOUNT',
  cause: 'Its server refused log-on or relay, so the account is paused and its emails wait.',
  remedy: [{ text: 'Look at the last attempt of an email that waits: it has the words of the server and what to do.', command: null }, { text: 'Mend it, then test the account or post its settings.', command: null }],
  link: null, guide: null, catalogued: true,
});
