import { unknownReplyOf } from '../../domain/diagnosis.js';
import type { Page, PageArguments } from '../../domain/page.js';
import { pageRequest } from '../../domain/page.js';
import type { Evidence } from '../../domain/stage.js';
import type { UnknownReplyRow } from '../../storage/entities/unknown-reply.entity.js';
import { countUnknownReplies, unknownReplyPage } from '../../storage/unknown-reply.store.js';
import type { Desk } from '../change.js';
import type { House } from '../house.js';

/** Counts what servers said and the catalogue does not know, with the change that tells of it. */
export const countUnknown = async ({ session, now }: Pick<Desk, 'session' | 'now'>, evidence: readonly Evidence[]): Promise<void> => {
  await countUnknownReplies(session, evidence.flatMap((one) => unknownReplyOf(one) ?? []), now);
};

export const unknownReplies = async (house: House, page: PageArguments): Promise<Page<UnknownReplyRow>> =>
  await unknownReplyPage(house.storage.read(), pageRequest(page));
