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

const NOT_ASKED = ['SPF', 'DKIM', 'DMARC', 'MX'] as const;

/** A domain beyond those of one check, told as what it is: not looked at. */
const leftOut = (domain: string, checkedAt: number, most: number): SenderDomainCheck => {
  const message = `Not checked: one check looks at ${most} domains. Ask again with settings whose allowedFrom names those that are left.`;
  return { domain, checkedAt, lookups: 0, findings: NOT_ASKED.map((check) => ({ check, outcome: 'UNKNOWN', record: null, message, remedy: [] })) };
};

const inWords = (gate: Gate): string => {
  if (gate.kind === 'SENDGRID') return 'SendGrid';
  return gate.sandbox ? 'the sandbox' : `${gate.server}:${gate.port}`;
};

/**
 * Checks by DNS the domains that emails of an account may be from, with settings that need not be posted, up to a limit beyond which
 * they are answered UNKNOWN. Nothing is stored but an audit event, which is written before anything is asked, and no server but DNS is
 * asked. Throws RATE_LIMITED, each domain counted as a test; BAD_REQUEST for settings or selectors that cannot be.
 */
export const checkSenderDomains = async (house: House, caller: SignedInCaller, input: SenderDomainsInput): Promise<readonly SenderDomainCheck[]> => {
  const prepared = await prepare(house, input).catch((error: unknown) => { throw asProblem(error); });
  const { dnsServers, publicAddress, limits: { senderDomainSeconds: limitSeconds, senderDomainsPerCheck: most } } = house.config;
  const all = senderDomainsOf(prepared.settings);
  const domains = all.slice(0, most);
  const gate = gateOf(prepared);
  const { dkimSelectors } = input;
  return await house.tests.lookUp(starterOf(caller), domains.length, async (signal) => {
    await change(house, caller, async (desk) => {
      const { id, name } = prepared.account;
      desk.audit('TESTED', { type: 'SMTP_ACCOUNT', id, name }, changesBetween({}, {
        senderDomains: domains.join(', '), server: inWords(gate), dkimSelectors: dkimSelectors.length === 0 ? null : dkimSelectors.join(', '),
      }));
    });
    // Loaded late: the library that reads these records takes 25 MiB, and most days nobody asks.
    const { checkSenderDomains: check } = await import('../../probe/sender-domain/check.js');
    const checks = await check({ domains, gate, dkimSelectors, dnsServers, publicAddress, limitSeconds, now: house.now, signal });
    return [...checks, ...all.slice(most).map((domain) => leftOut(domain, house.now(), most))];
  });
};
