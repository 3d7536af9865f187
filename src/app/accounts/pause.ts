import type { SmtpAccount } from '../../domain/account.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { refuse } from '../../domain/errors.js';
import { accountForChange } from '../../storage/account.store.js';
import type { Outcome } from '../change.js';
import { change, found } from '../change.js';
import { freeAccount } from '../delivery/free.js';
import { parkWaiting } from '../delivery/pause-by-fault.js';
import { lookSoon } from '../health/mended.js';
import type { House } from '../house.js';

/** Stops sending through an account: its emails are parked until it is resumed. Pausing a paused one changes nothing. */
export const pauseSmtpAccount = async (house: House, caller: SignedInCaller, id: string): Promise<Outcome<SmtpAccount>> => {
  const outcome = await change(house, caller, async (desk) => {
    const account = found(await accountForChange(desk.session, id), 'SMTP account');
    if (account.pausedAt !== null) return account;
    account.pausedAt = desk.now;
    account.pauseReason = 'BY_HAND';
    account.pauseDiagnosisId = null;
    account.version += 1;
    account.updatedAt = desk.now;
    desk.audit('PAUSED', { type: 'SMTP_ACCOUNT', id, name: account.name });
    return account;
  });
  if (outcome.value !== null) await parkWaiting(house, outcome.value.id);
  return outcome;
};

/** Lets an account send again and frees what was parked for it, also where a fault of single emails parked them. */
export const resumeSmtpAccount = async (house: House, caller: SignedInCaller, id: string): Promise<Outcome<SmtpAccount>> => {
  const outcome = await change(house, caller, async (desk) => {
    const account = found(await accountForChange(desk.session, id), 'SMTP account');
    if (account.settings === null) refuse('NOT_POSTED', ['id'], 'This account has no posted settings yet');
    await freeAccount(desk, id);
    if (account.pausedAt === null) return account;
    account.pausedAt = null;
    account.pauseReason = null;
    account.pauseDiagnosisId = null;
    account.version += 1;
    account.updatedAt = desk.now;
    await lookSoon(desk, id);
    desk.audit('RESUMED', { type: 'SMTP_ACCOUNT', id, name: account.name });
    return account;
  });
  house.wakeDelivery();
  house.wakeHealth();
  return outcome;
};
