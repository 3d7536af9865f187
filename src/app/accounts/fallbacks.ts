import type { SmtpAccountRef } from '../../domain/account.js';
import { refOf } from '../../domain/account.js';
import { accountsByIds } from '../../storage/account.store.js';
import { carriedSince } from '../../storage/email-fallback.store.js';
import type { House } from '../house.js';

/** How far back emails are counted that a fallback carried. */
const COUNTED_MS = 24 * 3_600_000;

/** Accounts in brief, by id. */
export const accountRefs = async (house: House, ids: readonly string[]): Promise<Map<string, SmtpAccountRef>> =>
  new Map([...await accountsByIds(house.storage.read(), ids)].map(([id, account]) => [id, refOf(account)]));

/** How many emails of each account fallbacks carried in the last 24 hours. */
export const carriedByFallbacks = async (house: House, ids: readonly string[]): Promise<Map<string, number>> =>
  await carriedSince(house.storage.read(), ids, house.now() - COUNTED_MS);
