import { LockMode } from '@mikro-orm/core';
import { InstallationRow } from './entities/installation.entity.js';
import type { Session } from './orm.js';

/**
 * Holds one row of the installation until the transaction ends, and makes it where it is not there yet. It must be the
 * transaction's first statement, for on MySQL the first plain read would fix what the transaction sees. SQLite has one writer anyway.
 */
const lockRow = async (session: Session, key: string): Promise<void> => {
  const locked = async () => await session.findOne(InstallationRow, { key }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (await locked() !== null) return;
  await session.createQueryBuilder(InstallationRow).insert({ key, value: '' }).onConflict('key').ignore().execute();
  await locked();
};

/**
 * Taken first by every change of people and their rights. Two such changes so never run side by side: each sees what the one
 * before it left, and neither can count on an administrator whom the other is just removing.
 */
export const lockAdministration = async (session: Session): Promise<void> => await lockRow(session, 'administration');

/**
 * Taken first by whoever makes an account: the number that it is offered, and the name that it wants, are then nobody else's
 * until the commit. Without it those who come at once all choose the same number, and each round but one has to choose anew.
 */
export const lockNewAccounts = async (session: Session): Promise<void> => await lockRow(session, 'new accounts');
