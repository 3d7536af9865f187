import type { SmtpAccount } from '../../domain/account.js';
import type { Desk } from '../change.js';
import { freeAccount } from '../delivery/free.js';
import { lookSoon } from '../health/mended.js';

/**
 * Ends the pause that a fault of log-on or relay caused, within a change that has locked the account; one by hand stays. The
 * one place where a passed test does so: what was parked for the account is freed here, in the same transaction.
 */
export const endFaultPause = async (desk: Desk, account: SmtpAccount): Promise<void> => {
  if (account.pauseReason !== 'FAULT') return;
  account.pausedAt = null;
  account.pauseReason = null;
  account.pauseDiagnosisId = null;
  account.version += 1;
  account.updatedAt = desk.now;
  await freeAccount(desk, account.id);
  await lookSoon(desk, account.id);
  desk.audit('RESUMED', { type: 'SMTP_ACCOUNT', id: account.id, name: account.name });
};
