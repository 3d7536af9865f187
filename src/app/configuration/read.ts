import type { SmtpAccount, SmtpAccountRef } from '../../domain/account.js';
import { refOf } from '../../domain/account.js';
import type { SmtpConfiguration } from '../../domain/configuration.js';
import type { MailState } from '../../domain/mail-state.js';
import { mailState } from '../../domain/mail-state.js';
import { accountsByIds } from '../../storage/account.store.js';
import { areas, configuration } from '../../storage/configuration.store.js';
import type { House } from '../house.js';

/** The configuration with the names of what it refers to. `deliversOutside` false: all mail would go to the sandbox, or nowhere. */
export interface ConfigurationShown {
  readonly enabled: boolean;
  readonly defaultAccount: SmtpAccountRef | null;
  readonly defaultAccountId: string | null;
  readonly overrides: readonly { readonly area: string; readonly areaName: string; readonly account: SmtpAccountRef }[];
  readonly deliversOutside: boolean;
  readonly restoredCopy: boolean;
  readonly restoredCopyReason: string | null;
  readonly contentRetentionDays: number | null;
  readonly emailRetentionDays: number | null;
  readonly updatedAt: number;
  readonly version: number;
}

/** The ids of the default account and of those of the overrides, each once. */
export const accountIdsIn = ({ defaultAccountId, overrides }: SmtpConfiguration): string[] =>
  [...new Set([...(defaultAccountId === null ? [] : [defaultAccountId]), ...overrides.map(({ accountId }) => accountId)])];

/** Lays names over a configuration; accounts and areas are read now. */
export const configurationShown = async (house: House, shown: SmtpConfiguration): Promise<ConfigurationShown> => {
  const session = house.storage.read();
  const accounts = await accountsByIds(session, accountIdsIn(shown));
  const names = new Map((await areas(session)).map(({ code, name }) => [code, name]));
  const refTo = (id: string | null): SmtpAccountRef | null => {
    const account: SmtpAccount | undefined = id === null ? undefined : accounts.get(id);
    return account === undefined ? null : refOf(account);
  };
  return {
    enabled: shown.enabled, defaultAccountId: shown.defaultAccountId, defaultAccount: refTo(shown.defaultAccountId),
    overrides: shown.overrides.flatMap(({ area, accountId }) => {
      const account = refTo(accountId);
      return account === null ? [] : [{ area, areaName: names.get(area) ?? area, account }];
    }),
    restoredCopy: shown.copyReason !== null, restoredCopyReason: shown.copyReason,
    deliversOutside: mailState(shown, accounts.values()) === 'ON',
    contentRetentionDays: shown.contentRetentionDays, emailRetentionDays: shown.emailRetentionDays,
    updatedAt: shown.updatedAt, version: shown.version,
  };
};

export const smtpConfiguration = async (house: House): Promise<ConfigurationShown> =>
  await configurationShown(house, await configuration(house.storage.read()));

/** Where mail goes at present, for a banner: nobody has to hold a right to know that nothing is sent. */
export const mailStateNow = async (house: House): Promise<MailState> => {
  const session = house.storage.read();
  const present = await configuration(session);
  return mailState(present, (await accountsByIds(session, accountIdsIn(present))).values());
};
