import { LockMode } from '@mikro-orm/core';
import { textKey } from '../domain/normalise.js';
import { ApplicationToken } from '../domain/people.js';
import type { Session } from './orm.js';

/** All tokens, revoked ones too, by name. */
export const allTokens = async (session: Session): Promise<ApplicationToken[]> =>
  await session.find(ApplicationToken, {}, { orderBy: { nameKey: 'asc', id: 'asc' } });

export const tokenByHash = async (session: Session, secretHash: string): Promise<ApplicationToken | null> =>
  await session.findOne(ApplicationToken, { secretHash });

export const tokenById = async (session: Session, id: string): Promise<ApplicationToken | null> => await session.findOne(ApplicationToken, { id });

export const tokenForChange = async (session: Session, id: string): Promise<ApplicationToken | null> =>
  await session.findOne(ApplicationToken, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });

export const tokenByName = async (session: Session, name: string): Promise<ApplicationToken | null> =>
  await session.findOne(ApplicationToken, { nameKey: textKey(name) });

/** The tokens that an employee made and that are not revoked. */
export const liveTokensOf = async (session: Session, employeeId: string): Promise<ApplicationToken[]> =>
  await session.find(ApplicationToken, { createdById: employeeId, revokedAt: null }, { orderBy: { nameKey: 'asc' } });

export const addToken = (session: Session, token: ApplicationToken): void => {
  session.persist(token);
};
