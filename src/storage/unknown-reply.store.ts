import { createHash } from 'node:crypto';
import { raw } from '@mikro-orm/core';
import type { UnknownReply } from '../domain/diagnosis.js';
import type { Page, PageRequest } from '../domain/page.js';
import { UnknownReplyRow } from './entities/unknown-reply.entity.js';
import type { Session } from './orm.js';
import { pageOf } from './page.js';

/** More than people read; the ones that were met longest ago go. */
const KEPT_MAX = 500;

const idOf = ({ stage, provider, words }: UnknownReply): string => createHash('sha256').update(`${stage}\n${provider}\n${words}`).digest('hex');

/**
 * Counts replies that the catalogue does not know, in the caller's transaction. In the order of their ids, so that two
 * processes that count the same ones do not wait for each other in a circle.
 */
export const countUnknownReplies = async (session: Session, replies: readonly UnknownReply[], now: number): Promise<void> => {
  if (replies.length === 0) return;
  const counted = [...Map.groupBy(replies, idOf)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  for (const [id, [reply, ...more]] of counted) {
    if (reply === undefined) continue;
    const row = { id, ...reply, count: 1 + more.length, firstAt: now, lastAt: now };
    await session.createQueryBuilder(UnknownReplyRow).insert(row).onConflict('id')
      .merge({ count: raw('`unknown_reply`.`count` + ?', [row.count]), lastAt: now }).execute();
  }
  const tooMany = await session.find(UnknownReplyRow, {}, { orderBy: [{ lastAt: 'desc' }, { id: 'desc' }], offset: KEPT_MAX, limit: KEPT_MAX, fields: ['id'] });
  if (tooMany.length > 0) await session.nativeDelete(UnknownReplyRow, { id: { $in: tooMany.map(({ id }) => id) } });
};

/** What was met latest first. */
export const unknownReplyPage = async (session: Session, request: PageRequest): Promise<Page<UnknownReplyRow>> =>
  await pageOf<UnknownReplyRow>(session, UnknownReplyRow, {}, [{ lastAt: 'desc' }, { id: 'desc' }], request);
