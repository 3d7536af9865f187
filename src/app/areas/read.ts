import type { SmtpAccountRef } from '../../domain/account.js';
import { refOf } from '../../domain/account.js';
import type { EmailArea } from '../../domain/area.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { may, mayInArea } from '../../domain/permission.js';
import { accountsByIds } from '../../storage/account.store.js';
import { areas, configuration } from '../../storage/configuration.store.js';
import type { Outcome } from '../change.js';
import type { House } from '../house.js';

/** An area with the account that its emails go through instead of the default one. */
export interface AreaShown {
  readonly code: string;
  readonly name: string;
  readonly description: string | null;
  readonly discovered: boolean;
  readonly override: SmtpAccountRef | null;
  readonly version: number;
  readonly createdAt: number;
}

const areasShown = async (house: House, shown: readonly EmailArea[]): Promise<AreaShown[]> => {
  const session = house.storage.read();
  const { overrides } = await configuration(session);
  const accounts = await accountsByIds(session, [...new Set(overrides.map(({ accountId }) => accountId))]);
  const accountIds = new Map(overrides.map(({ area, accountId }) => [area, accountId]));
  return shown.map(({ code, name, description, discovered, version, createdAt }) => {
    const account = accounts.get(accountIds.get(code) ?? '');
    return { code, name, description, discovered, version, createdAt, override: account === undefined ? null : refOf(account) };
  });
};

/** The areas by code; to senders and readers of the log that are limited to areas, theirs only. */
export const emailAreas = async (house: House, { rights }: SignedInCaller): Promise<AreaShown[]> => {
  const all = await areas(house.storage.read());
  const seesAll = may(rights, 'SMTP_CONFIGURATION', 'access');
  const sees = (code: string): boolean => seesAll || mayInArea(rights, 'EMAILS', 'access', code) || mayInArea(rights, 'EMAILS', 'add', code);
  return await areasShown(house, all.filter(({ code }) => sees(code)));
};

/** What a change of an area answers: the area itself only for those who may see the configuration. */
export const areaOutcome = async (house: House, caller: SignedInCaller, { value, faults }: Outcome<EmailArea>): Promise<Outcome<AreaShown>> => {
  if (value === null || !may(caller.rights, 'SMTP_CONFIGURATION', 'access')) return { value: null, faults };
  const [shown] = await areasShown(house, [value]);
  return { value: shown ?? null, faults };
};
