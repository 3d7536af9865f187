import { LockMode } from '@mikro-orm/core';
import { InstallationRow } from './entities/installation.entity.js';
import type { Session } from './orm.js';

const ROW = { key: 'administration' };

/**
 * Holds, until the transaction ends, the one row that every change of people and their rights takes first. Two such
 * changes so never run side by side: each sees what the one before it left, and neither can count on an administrator
 * whom the other is just removing. It must be the transaction's first statement, for on MySQL the first plain read would
 * fix what the transaction sees. SQLite has one writer anyway.
 */
export const lockAdministration = async (session: Session): Promise<void> => {
  const locked = async () => await session.findOne(InstallationRow, ROW, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (await locked() !== null) return;
  await session.createQueryBuilder(InstallationRow).insert({ ...ROW, value: '' }).onConflict('key').ignore().execute();
  await locked();
};
