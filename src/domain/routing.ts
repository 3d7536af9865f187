import type { SmtpAccount, SmtpAccountRef } from './account.js';
import { mayStandInFrom, refOf } from './account.js';
import { senderOf } from './account-settings.js';
import type { AccountSettings } from './account-settings.js';
import type { SmtpConfiguration } from './configuration.js';
import type { Mailbox, ParkedReason } from './email.js';

/** What an email says about where it wants to go. */
export interface RouteQuestion {
  readonly area: string | null;
  /** The account the caller chose; it wins over every override. */
  readonly pinnedAccountId: string | null;
  /** The From the caller asked for; null: the account's own. */
  readonly from: Mailbox | null;
}

/** What the route is looked up in; `accountById` answers undefined for accounts that do not exist any more. */
export interface RouteWorld {
  readonly configuration: Pick<SmtpConfiguration, 'enabled' | 'defaultAccountId' | 'overrides' | 'copyReason'>;
  accountById(id: string): SmtpAccount | undefined;
}

/**
 * The account and From that an email would use, with the reason in words. `parkedReason` non-null: it waits. `fault`
 * NOT_POSTED: the account has no settings in force; FROM_NOT_ALLOWED: the From asked for may not go through this account,
 * and `from` is null. `deliversOutside` false: nothing would leave the house.
 */
export interface RouteAnswer {
  readonly account: SmtpAccountRef | null;
  readonly from: Mailbox | null;
  readonly reason: string;
  readonly parkedReason: ParkedReason | null;
  readonly fault: null | 'FROM_NOT_ALLOWED' | 'NOT_POSTED';
  readonly deliversOutside: boolean;
}

interface Choice { readonly accountId: string | null; readonly because: string }

const chooseAccount = ({ area, pinnedAccountId }: RouteQuestion, configuration: RouteWorld['configuration']): Choice => {
  if (pinnedAccountId !== null) return { accountId: pinnedAccountId, because: 'Chosen by the caller' };
  const override = configuration.overrides.find((one) => one.area === area);
  if (override) return { accountId: override.accountId, because: `Override of area ${override.area}` };
  if (configuration.defaultAccountId === null) return { accountId: null, because: 'No default account is assigned' };
  const because = area === null ? 'Default account: no area was given' : `Default account: area ${area} has no override`;
  return { accountId: configuration.defaultAccountId, because };
};

const chooseFrom = (settings: AccountSettings, wanted: Mailbox | null): Mailbox | null => {
  const own = senderOf(settings);
  const address = wanted?.address ?? own.address;
  if (address === null || !(wanted === null || mayStandInFrom(settings, address))) return null;
  return { address, name: wanted?.name ?? own.name };
};

const throughAccount = (account: SmtpAccount, because: string, wanted: Mailbox | null): RouteAnswer => {
  const { settings } = account;
  const answer = { account: refOf(account), deliversOutside: !account.sandbox };
  if (settings === null) {
    return { ...answer, deliversOutside: false, from: null, parkedReason: 'NO_ROUTE', fault: 'NOT_POSTED', reason: `${because}; its settings are not posted` };
  }
  const from = chooseFrom(settings, wanted);
  if (from === null && wanted !== null) {
    return { ...answer, from, parkedReason: 'NO_ROUTE', fault: 'FROM_NOT_ALLOWED', reason: `${because}; ${wanted.address} may not stand in From there` };
  }
  if (from === null) {
    return { ...answer, deliversOutside: false, from, parkedReason: 'NO_ROUTE', fault: 'NOT_POSTED', reason: `${because}; it has no email address to send from` };
  }
  return account.pausedAt === null
    ? { ...answer, from, parkedReason: null, fault: null, reason: because }
    : { ...answer, from, parkedReason: 'ACCOUNT_PAUSED', fault: null, reason: `${because}; the account is paused` };
};

/** What is said to whoever asks why a copy sends nothing. */
export const copyWords = (copyReason: string): string =>
  `Nothing is sent until "postroom confirm-instance": ${copyReason.slice(0, 1).toLowerCase()}${copyReason.slice(1)}`;

/**
 * Finds the route of an email: the account the caller chose, else the area's override, else the default account. An
 * account that is chosen but cannot be used is never replaced by another: the email waits. With mail switched off the
 * answer still names what would be used, so that a dry run is worth something before the switch is thrown. In a copy
 * nothing goes, whatever else is set.
 */
export const chooseRoute = (question: RouteQuestion, world: RouteWorld): RouteAnswer => {
  const { configuration } = world;
  const { accountId, because } = chooseAccount(question, configuration);
  const account = accountId === null ? undefined : world.accountById(accountId);
  const lost = accountId === null ? because : `${because}; that account does not exist`;
  const answer: RouteAnswer = account
    ? throughAccount(account, because, question.from)
    : { account: null, from: null, reason: lost, parkedReason: 'NO_ROUTE', fault: null, deliversOutside: false };
  if (configuration.copyReason !== null) {
    return { ...answer, parkedReason: 'RESTORED_COPY', deliversOutside: false, reason: `${copyWords(configuration.copyReason)}. ${answer.reason}` };
  }
  return configuration.enabled ? answer : { ...answer, parkedReason: 'MAIL_OFF', reason: `Email is switched off. ${answer.reason}` };
};
