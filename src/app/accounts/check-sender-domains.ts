import type { AccountSettings } from '../../domain/account-settings.js';
import { authenticationInForce, BLANK_SETTINGS, senderDomainsOf } from '../../domain/account-settings.js';
import type { SmtpAccount } from '../../domain/account.js';
import { changesBetween } from '../../domain/audit-event.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { Problem, Refused, refuse, refuseIfAny } from '../../domain/errors.js';
import type { SenderDomainCheck } from '../../domain/sender-domain.js';
import { selectorFaults } from '../../domain/sender-domain/selectors.js';
import type { SettingsInput } from '../../domain/settings-input.js';
import { layOver, postFaults, settingsFaults } from '../../domain/settings-input.js';
import type { Gate } from '../../probe/sender-domain/leaving.js';
import { accountById } from '../../storage/account.store.js';
import { change, found } from '../change.js';
import type { House } from '../house.js';
import { starterOf } from './test.js';

export interface SenderDomainsInput {
  readonly accountId: string;
  /** Laid over the posted settings; nothing of them is stored, and no secret is needed. */
  readonly settings: SettingsInput;
  /** Empty: the usual selectors. */
  readonly dkimSelectors: readonly string[];
}

interface Prepared { readonly account: SmtpAccount; readonly settings: AccountSettings }

const prepare = async (house: House, { accountId, settings: input, dkimSelectors }: SenderDomainsInput): Promise<Prepared> => {
  const account = found(await accountById(house.storage.read(), accountId), 'SMTP account', ['accountId']);
  if (account.settings === null && Object.values(input).every((value) => value === undefined)) {
    refuse('NOT_POSTED', ['accountId'], 'This account has no posted settings yet; give settings to check');
  }
  const settings = layOver(account.settings ?? BLANK_SETTINGS, input);
  refuseIfAny([
    ...selectorFaults(dkimSelectors, ['dkimSelectors']), ...settingsFaults(settings, input, ['settings']), ...postFaults(settings, () => true, ['settings']),
  ]);
  return { account, settings };
};

/** A query has no payload for faults of a form. */
const asProblem = (error: unknown): unknown => (error instanceof Refused ? new Problem('BAD_REQUEST', error.message) : error);

const gateOf = ({ account: { sandbox }, settings }: Prepared): Gate => (settings.useSendGrid && !sandbox ? { kind: 'SENDGRID' }
  : { kind: 'SMTP', server: settings.server ?? '', port: settings.port ?? 0, authentication: authenticationInForce(settings), sandbox });

/**
 * Checks by DNS every domain that emails of an account may be from, with settings that need not be posted. Nothing is
 * stored but an audit event, and no server but DNS is asked. Throws RATE_LIMITED, counted together with tests; BAD_REQUEST
 * for settings or selectors that cannot be.
 */
export const checkSenderDomains = async (house: House, caller: SignedInCaller, input: SenderDomainsInput): Promise<readonly SenderDomainCheck[]> => {
  const prepared = await prepare(house, input).catch((error: unknown) => { throw asProblem(error); });
  house.tests.count(starterOf(caller));
  const domains = senderDomainsOf(prepared.settings);
  const { dnsServers, publicAddress, limits } = house.config;
  // Loaded late: the library that reads these records takes 25 MiB, and most days nobody asks.
  const { checkSenderDomains: check } = await import('../../probe/sender-domain/check.js');
  const checks = await check({
    domains, gate: gateOf(prepared), dkimSelectors: input.dkimSelectors, dnsServers, publicAddress, limitSeconds: limits.senderDomainSeconds, now: house.now,
  });
  await change(house, caller, async (desk) => {
    const { id, name } = prepared.account;
    desk.audit('TESTED', { type: 'SMTP_ACCOUNT', id, name }, changesBetween({}, { senderDomains: domains.join(', ') }));
  });
  return checks;
};
