import { CapturedEmailRow } from './entities/captured.entity.js';
import type { Session } from './orm.js';
import { outbox } from './outbox.js';

/** Keeps a caught email, with the area of the email of ours that it is, where its Message-ID says so. */
export const addCaptured = async (session: Session, captured: Omit<CapturedEmailRow, 'area'>): Promise<void> => {
  const ours = captured.messageId === null ? undefined
    : await outbox(session).selectFrom('email').where('message_id', '=', captured.messageId).select('area').executeTakeFirst();
  session.persist(session.create(CapturedEmailRow, { ...captured, area: ours?.area ?? null }));
};
