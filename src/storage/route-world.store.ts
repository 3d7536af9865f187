import { LockMode } from '@mikro-orm/core';
import { SmtpAccount } from '../domain/account.js';
import { SmtpConfiguration } from '../domain/configuration.js';
import type { RouteWorld } from '../domain/routing.js';
import { AreaOverrideRow } from './entities/configuration.entity.js';
import type { Session } from './orm.js';

/**
 * What routes are looked up in, held against change until the transaction ends: an email is not parked for a reason that
 * somebody is taking away at this moment. Beside the accounts of the configuration, those pinned by the emails in question.
 */
export const routeWorldHeld = async (session: Session, pinnedIds: readonly string[]): Promise<RouteWorld> => {
  const lock = { lockMode: LockMode.PESSIMISTIC_READ } as const;
  const configuration = await session.findOneOrFail(SmtpConfiguration, { id: 'smtp' }, lock);
  configuration.overrides = (await session.find(AreaOverrideRow, {})).map(({ area, accountId }) => ({ area, accountId }));
  const { defaultAccountId, overrides } = configuration;
  const ids = new Set([...pinnedIds, ...overrides.map(({ accountId }) => accountId), ...(defaultAccountId === null ? [] : [defaultAccountId])]);
  const accounts = await session.find(SmtpAccount, { id: { $in: [...ids] } }, lock);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return { configuration, accountById: (id) => byId.get(id) };
};
