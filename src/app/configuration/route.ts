import { addressFault, parseMailbox } from '../../domain/address.js';
import { areaCodeFault } from '../../domain/area-code.js';
import type { SignedInCaller } from '../../domain/caller.js';
import type { ConfigurationInput } from '../../domain/configuration-input.js';
import { layOverConfiguration } from '../../domain/configuration-input.js';
import { Problem } from '../../domain/errors.js';
import { may, mayInArea } from '../../domain/permission.js';
import type { RouteAnswer } from '../../domain/routing.js';
import { chooseRoute } from '../../domain/routing.js';
import { accountsByIds } from '../../storage/account.store.js';
import { configuration } from '../../storage/configuration.store.js';
import type { House } from '../house.js';

/** What a dry run is asked about; each may be left out. */
export interface RouteInput {
  readonly area: string | null;
  readonly accountId: string | null;
  /** A mailbox, as `sendEmail` takes it. */
  readonly from: string | null;
  /** Laid over the configuration in force. */
  readonly proposed: ConfigurationInput | null;
}

const forbid = (message: string): never => {
  throw new Problem('FORBIDDEN', message);
};

/** A sender learns of a route what sending there would show it, and nothing of other areas. */
const refuseUnlessAllowed = (caller: SignedInCaller, { area, accountId, from, proposed }: RouteInput): void => {
  const { rights } = caller;
  if (accountId !== null && !may(rights, 'SMTP_ACCOUNTS', 'access')) forbid('Choosing the account needs SMTP_ACCOUNTS access');
  const limitedToken = caller.kind === 'APPLICATION_TOKEN' && caller.areas !== null;
  if (limitedToken && (accountId !== null || from !== null)) forbid('A caller that is limited to areas may give neither account nor From');
  if (may(rights, 'SMTP_CONFIGURATION', 'access')) return;
  if (proposed !== null) forbid('A proposed configuration needs SMTP_CONFIGURATION access');
  if (!mayInArea(rights, 'EMAILS', 'access', area) && !mayInArea(rights, 'EMAILS', 'add', area)) forbid('You may neither send nor see the emails of this area');
  const limited = rights.EMAILS.access !== 'all' && rights.EMAILS.add !== 'all';
  if (limited && (accountId !== null || from !== null)) forbid('A caller that is limited to areas may give neither account nor From');
};

const refuseIfMalformed = (field: string, fault: string | null): void => {
  if (fault !== null) throw new Problem('BAD_REQUEST', `${field}: ${fault}`);
};

/**
 * A dry run: the account and From that an email would use and why, in force or as it would be with a proposed
 * configuration. What the proposal names and does not exist is no error: the reason says so.
 */
export const route = async (house: House, caller: SignedInCaller, input: RouteInput): Promise<RouteAnswer> => {
  refuseUnlessAllowed(caller, input);
  if (input.area !== null) refuseIfMalformed('area', areaCodeFault(input.area));
  if (input.from !== null) refuseIfMalformed('from', addressFault(input.from));
  const session = house.storage.read();
  const posted = await configuration(session);
  const judged = input.proposed === null ? posted : layOverConfiguration(posted, input.proposed);
  const override = judged.overrides.find(({ area }) => area === input.area);
  const ids = [input.accountId, override?.accountId, judged.defaultAccountId].filter((id) => id != null);
  const accounts = await accountsByIds(session, ids);
  const question = { area: input.area, pinnedAccountId: input.accountId, from: input.from === null ? null : parseMailbox(input.from) };
  return chooseRoute(question, { configuration: judged, accountById: (id) => accounts.get(id) });
};
