import type { SmtpAccount } from './account.js';
import type { AccountSettings } from './account-settings.js';
import type { Diagnosis } from './diagnosis.js';
import type { AccountHealth, HealthFault } from './health.js';
import type { Stage } from './stage.js';
import { STAGES } from './stage.js';

/** Of an account that delivery paused for a fault: which, its attempts say in full. */
export const pausedDiagnosis = (id: string | null): Diagnosis => ({
  id: id ?? 'ACCOUNT_PAUSED', category: 'CREDENTIALS', verdict: 'PARK', scope: 'ACCOUNT',
  cause: 'Its server refused log-on or relay, so the account is paused and its emails wait.',
  remedy: [{ text: 'Look at the last attempt of an email that waits: it has the words of the server and what to do.', command: null }, { text: 'Mend it, then test the account or post its settings.', command: null }],
  link: null, guide: null, catalogued: true,
});

/** Whether a conversation that came as far as `reached` shows that a fault at `stage` is no more. */
const isPast = (stage: string, reached: Stage | null): boolean => reached !== null && STAGES.indexOf(reached) >= STAGES.indexOf(stage as Stage);

/**
 * The fault that an account is known to have and that somebody has to mend (PARK), unless a conversation that came as far as `reached`
 * shows that it is gone: a look that ends at MAIL cannot show that a server relays again. Null: none. While delivery
 * has paused the account for a fault, only what ends the pause ends it.
 */
export const standingFault = (
  { failures, stage, diagnosis }: Pick<AccountHealth, 'failures' | 'stage' | 'diagnosis'>, account: Pick<SmtpAccount, 'pauseReason' | 'pauseDiagnosisId'>, reached: Stage | null,
): HealthFault | null => {
  const known = failures > 0 && stage !== null && diagnosis?.verdict === 'PARK' ? { stage, diagnosis } : null;
  if (account.pauseReason === 'FAULT') {
    return known !== null && known.diagnosis.id === account.pauseDiagnosisId ? known : { stage: 'AUTH', diagnosis: pausedDiagnosis(account.pauseDiagnosisId) };
  }
  return known === null || isPast(known.stage, reached) ? null : known;
};

/** What somebody did about an account ends: the faults that were known. They show again at the next look where they are not mended. */
export const AFTER_MENDING: Pick<AccountHealth, 'failures'> = { failures: 0 };

const isOther = (before: AccountSettings, after: AccountSettings, fields: readonly (keyof AccountSettings)[]): boolean =>
  fields.some((field) => before[field] !== after[field]);

/** What posted settings make of a health: what was seen of a server says nothing of another, nor an old secret's day of a new secret. */
export const afterPost = (
  health: AccountHealth, before: AccountSettings, after: AccountSettings, otherSecret: boolean,
): Partial<AccountHealth> => ({
  ...AFTER_MENDING,
  ...(isOther(before, after, ['server', 'port', 'security', 'useSendGrid'])
    ? { certificateStep: null, networks: [], warnings: health.warnings.filter(({ kind }) => kind !== 'DNS_CHANGED' && kind !== 'CERTIFICATE_EXPIRES') } : {}),
  ...(otherSecret || isOther(before, after, ['oauthClientSecretExpiresOn']) ? { secretStep: null } : {}),
});
