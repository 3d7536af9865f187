import type { AlertText, HealthFault, HealthState, HealthWarning, HealthWarningKind, Look } from './health.js';
import { AccountHealth } from './health.js';
import { secretDaysLeft } from './oauth-settings.js';

const DAY_MS = 86_400_000;
const STEPS = [1, 7, 14, 30] as const;
const MOVE_SHOWN_MS = 3 * DAY_MS;
/** Large providers answer with another handful of many networks each time. */
const NETWORKS_MAX = 64;

/** The step that so many days are within; null: further away, or nobody knows. */
const stepOf = (daysLeft: number | null): number | null => (daysLeft === null ? null : STEPS.find((days) => daysLeft <= days) ?? null);

const inDays = (until: number, now: number): string => {
  const days = Math.ceil((until - now) / DAY_MS);
  if (days <= 0) return 'has expired';
  return days === 1 ? 'expires within a day' : `expires in ${days} days`;
};

/** As {@link secretDaysLeft} counts: a secret is used on its last day, too. */
const lastDayIn = (days: number): string => {
  if (days < 0) return 'has expired';
  if (days === 0) return 'expires at the end of today (UTC)';
  return days === 1 ? 'expires tomorrow' : `expires in ${days} days`;
};

/** What was first seen before keeps its time. */
const warning = (before: AccountHealth, kind: HealthWarningKind, message: string, at: number): HealthWarning =>
  ({ kind, message, since: before.warnings.find((one) => one.kind === kind)?.since ?? at });

/** A move is shown for some days: who looks after mail may not be there on the hour. A name that is known to lead to both is no move. */
const movedWarning = (before: AccountHealth, { at, networks }: Look): HealthWarning[] => {
  const isMove = before.networks.length > 0 && networks.length > 0 && !networks.some((network) => before.networks.includes(network));
  const message = `The name of the server leads to another network now: ${networks.join(', ')}, and not ${before.networks.join(', ')}.`;
  if (isMove) return [{ kind: 'DNS_CHANGED', message, since: at }];
  return before.warnings.filter(({ kind, since }) => kind === 'DNS_CHANGED' && at - since < MOVE_SHOWN_MS);
};

/** What began to fail fails until a look passes: a fault that passes by itself does not show that the one before it is mended. */
const judgeState = (before: HealthState, failures: number, fault: HealthFault | null, warnings: readonly HealthWarning[]): HealthState => {
  if (fault !== null && (fault.diagnosis.verdict === 'PARK' || failures > 1 || before === 'FAILING')) return 'FAILING';
  return warnings.length > 0 ? 'WARNING' : 'OK';
};

const failuresAfter = (before: AccountHealth, { asked }: Look, fault: HealthFault | null): number => {
  if (fault === null) return 0;
  return asked ? before.failures + 1 : Math.max(1, before.failures);
};

const isNews = (step: number | null, told: number | null): boolean => step !== null && (told === null || step < told);

/** What a look makes of the health before it, and what people are to be told. `nextCheckAt` is for the caller to set. */
export const judgeLook = (before: AccountHealth, look: Look): { readonly health: AccountHealth; readonly alerts: readonly AlertText[] } => {
  const { at, certificateUntil, byFallback } = look;
  const fault = look.fault?.diagnosis.verdict === 'PARK' ? look.fault : look.standing ?? look.fault;
  const failures = failuresAfter(before, look, fault);
  // A look that failed before it saw a certificate says nothing of it.
  const certificateStep = certificateUntil === null && fault !== null ? before.certificateStep : stepOf(certificateUntil === null ? null : (certificateUntil - at) / DAY_MS);
  const secretDays = look.secretExpiresOn === null ? null : secretDaysLeft(look.secretExpiresOn, at);
  const secretStep = stepOf(secretDays);
  const warnings = [
    ...(look.fault !== null ? [warning(before, 'PASSING_FAULT', look.fault.diagnosis.cause, at)] : []),
    ...(certificateUntil !== null && certificateStep !== null ? [warning(before, 'CERTIFICATE_EXPIRES', `The certificate of the server ${inDays(certificateUntil, at)}.`, at)] : []),
    ...(secretDays !== null && secretStep !== null ? [warning(before, 'SECRET_EXPIRES', `The client secret ${lastDayIn(secretDays)}.`, at)] : []),
    ...movedWarning(before, look),
    ...(byFallback > 0 ? [warning(before, 'FALLBACK_USED', `Its fallback carried ${byFallback} emails within a day: a fault is hidden.`, at)] : []),
  ];
  const state = judgeState(before.state, failures, fault, warnings);
  const health = new AccountHealth({
    accountId: before.accountId, state, since: state === before.state ? before.since : at,
    checkedAt: look.asked ? at : before.checkedAt, nextCheckAt: before.nextCheckAt, failures,
    stage: fault?.stage ?? null, diagnosis: fault?.diagnosis ?? null, warnings: state === 'FAILING' && fault === look.fault ? warnings.filter(({ kind }) => kind !== 'PASSING_FAULT') : warnings,
    certificateStep, secretStep, networks: [...new Set([...look.networks, ...before.networks])].slice(0, NETWORKS_MAX),
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
