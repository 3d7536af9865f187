import type { SmtpAccount } from '../../domain/account.js';
import type { CarriageSettings } from '../../domain/carriage-settings.js';
import type { Fault } from '../../domain/errors.js';
import { runsInCircle } from '../../domain/fallback.js';
import { accountsHeld } from '../../storage/account.store.js';
import type { Session } from '../../storage/orm.js';
import { quotaGroupsHeld } from '../../storage/quota-group.store.js';

/** Why one account may not be the fallback of another, as far as the two alone decide; null: it may. */
export const fallbackFault = (account: Pick<SmtpAccount, 'id'>, fallback: Pick<SmtpAccount, 'id' | 'sandbox'>): string | null => {
  if (fallback.id === account.id) return 'An account cannot be its own fallback.';
  return fallback.sandbox ? 'The sandbox passes nothing on: it cannot carry the emails of another account.' : null;
};

/** The fallback that is named and all that step in for it in turn, held until the transaction ends. */
const chainHeld = async (session: Session, firstId: string): Promise<ReadonlyMap<string, SmtpAccount>> => {
  const chain = new Map<string, SmtpAccount>();
  for (let id: string | null = firstId; id !== null && !chain.has(id);) {
    const account: SmtpAccount | undefined = (await accountsHeld(session, [id])).get(id);
    if (account === undefined) break;
    chain.set(id, account);
    id = account.fallbackId;
  }
  return chain;
};

/**
 * Faults of the records that settings name: the fallback exists, is another account, and leads into no circle; the quota
 * group exists. All are held until the commit, so that none is erased, and no circle closed by another, meanwhile.
 */
export const referenceFaults = async (
  session: Session, account: SmtpAccount, { fallbackAccountId, quotaGroupId }: CarriageSettings, path: readonly string[],
): Promise<Fault[]> => {
  const faults: Fault[] = [];
  if (fallbackAccountId !== null) {
    const at = [...path, 'fallbackAccountId'];
    const chain = fallbackAccountId === account.id ? new Map([[account.id, account]]) : await chainHeld(session, fallbackAccountId);
    const fallback = chain.get(fallbackAccountId);
    const message = fallback === undefined ? null : fallbackFault(account, fallback);
    const fallbackOf = (id: string): string | null => (id === account.id ? fallbackAccountId : chain.get(id)?.fallbackId ?? null);
    if (fallback === undefined) faults.push({ code: 'NOT_FOUND', path: at, message: 'There is no such SMTP account' });
    else if (message !== null) faults.push({ code: 'INVALID', path: at, message });
    else if (runsInCircle(account.id, fallbackOf)) {
      faults.push({ code: 'INVALID', path: at, message: `The fallbacks of ${fallback.number} ${fallback.name} lead back to this account; an email could be passed on for ever.` });
    }
  }
  if (quotaGroupId !== null && (await quotaGroupsHeld(session, [quotaGroupId])).length === 0) {
    faults.push({ code: 'NOT_FOUND', path: [...path, 'quotaGroupId'], message: 'There is no such quota group' });
  }
  return faults;
};
