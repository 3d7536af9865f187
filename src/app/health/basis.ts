import type { SmtpAccount } from '../../domain/account.js';
import type { Look } from '../../domain/health.js';
import { carriedSince } from '../../storage/email-fallback.store.js';
import type { House } from '../house.js';

const DAY_MS = 86_400_000;

const carriedByFallback = async (house: House, accountId: string, at: number): Promise<number> =>
  (await carriedSince(house.storage.read(), [accountId], at - DAY_MS)).get(accountId) ?? 0;

/** What is known of an account besides what its server says. */
export const lookBasis = async (house: House, account: SmtpAccount): Promise<Pick<Look, 'at' | 'secretExpiresOn' | 'byFallback'>> => {
  const at = house.now();
  return { at, secretExpiresOn: account.settings?.oauthClientSecretExpiresOn ?? null, byFallback: await carriedByFallback(house, account.id, at) };
};
