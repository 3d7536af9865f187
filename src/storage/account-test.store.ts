import { raw } from '@mikro-orm/core';
import { PastTest, TESTS_KEPT } from '../domain/account-test.js';
import type { Page, PageRequest } from '../domain/page.js';
import type { Session } from './orm.js';
import { pageOf } from './page.js';

/** Writes down a test that is over. The oldest of its account go, so that a watchful person does not fill the disk. */
export const addPastTest = async (session: Session, test: PastTest): Promise<void> => {
  await session.persist(test).flush();
  const { accountId } = test;
  const [tooOld] = await session.find(PastTest, { accountId }, { orderBy: { id: 'desc' }, offset: TESTS_KEPT, limit: 1, fields: ['id'] });
  if (tooOld !== undefined) await session.nativeDelete(PastTest, { accountId, id: { $lte: tooOld.id } });
};

/** The tests of an account, the latest first. */
export const pastTestPage = async (session: Session, accountId: string, request: PageRequest): Promise<Page<PastTest>> =>
  await pageOf<PastTest>(session, PastTest, { accountId }, [{ id: 'desc' }], request);

export const pastTestById = async (session: Session, id: string): Promise<PastTest | null> => await session.findOne(PastTest, { id });

/** The latest test of each account that has one. Ids grow with time. */
export const lastTests = async (session: Session, accountIds: readonly string[]): Promise<ReadonlyMap<string, PastTest>> => {
  const latest = await session.createQueryBuilder(PastTest).select(raw('max(`id`) as `id`')).where({ accountId: { $in: [...accountIds] } })
    .groupBy('accountId').execute<{ id: string }[]>('all', false);
  const tests = await session.find(PastTest, { id: { $in: latest.map(({ id }) => id) } });
  return new Map(tests.map((test) => [test.accountId, test]));
};

/** With their account, its tests go. */
export const forgetTests = async (session: Session, accountId: string): Promise<void> => {
  await session.nativeDelete(PastTest, { accountId });
};
