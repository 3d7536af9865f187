import { LockMode } from '@mikro-orm/core';
import { SmtpAccount } from '../domain/account.js';
import { EmailArea } from '../domain/area.js';
import { SmtpConfiguration } from '../domain/configuration.js';
import { textKey } from '../domain/normalise.js';
import type { RouteWorld } from '../domain/routing.js';
import { AreaOverrideRow } from './entities/configuration.entity.js';
import type { Session } from './orm.js';

/** What accepting an email depends on, as it holds until the transaction ends. */
export interface PostingWorld extends RouteWorld {
  areaIsKnown(code: string): boolean;
}

/** What a group of emails names: only this is read. */
export interface Named { readonly areas: readonly string[]; readonly accountIds: readonly string[] }

const SHARED = { lockMode: LockMode.PESSIMISTIC_READ } as const;

/**
 * Reads, with shared locks, what the routes of some emails depend on. The locks make the answer exact: who switches mail
 * on, resumes an account or erases one waits for the commit, and so finds and frees, or sees, every email that was
 * accepted by the state before. Locks are taken in one order, by ids.
 */
export const postingWorld = async (session: Session, { areas, accountIds }: Named): Promise<PostingWorld> => {
  const configuration = await session.findOneOrFail(SmtpConfiguration, { id: 'smtp' }, SHARED);
  const overrides = areas.length === 0 ? [] : await session.find(AreaOverrideRow, { area: { $in: [...areas] } });
  configuration.overrides = overrides.map(({ area, accountId }) => ({ area, accountId }));
  const known = areas.length === 0 ? [] : await session.find(EmailArea, { code: { $in: [...areas] } }, { ...SHARED, orderBy: { code: 'asc' } });
  const defaultId = configuration.defaultAccountId === null ? [] : [configuration.defaultAccountId];
  const ids = [...new Set([...defaultId, ...overrides.map(({ accountId }) => accountId), ...accountIds])];
  const accounts = ids.length === 0 ? [] : await session.find(SmtpAccount, { id: { $in: ids } }, { ...SHARED, orderBy: { id: 'asc' } });
  const accountById = new Map(accounts.map((account) => [account.id, account]));
  const codes = new Set(known.map(({ code }) => code));
  return { configuration, accountById: (id) => accountById.get(id), areaIsKnown: (code) => codes.has(code) };
};

/** Registers an area under a name that no other has: its own, or with a number behind it. */
export const registerArea = async (session: Session, area: EmailArea): Promise<void> => {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? area.name : `${area.name} ${number}`;
    if (await session.findOne(EmailArea, { nameKey: textKey(name) }) !== null) continue;
    area.name = name;
    area.nameKey = textKey(name);
    await session.persist(area).flush();
    return;
  }
};
