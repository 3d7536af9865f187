import { defineEntity } from '@mikro-orm/core';
import type { UnknownReply } from '../../domain/diagnosis.js';
import { text, time, whole } from '../column.js';

/** A reply that the catalogue does not know, with how often it was met. */
export class UnknownReplyRow {
  /** SHA-256 over stage, provider and words. */
  id!: string;
  stage!: UnknownReply['stage'];
  provider!: UnknownReply['provider'];
  words!: string;
  count!: number;
  firstAt!: number;
  lastAt!: number;
}

export const UnknownReplyEntity = defineEntity({
  class: UnknownReplyRow,
  tableName: 'unknown_reply',
  indexes: [{ properties: ['lastAt', 'id'] }],
  properties: {
    id: text(64).primary(),
    stage: text(20).$type<UnknownReply['stage']>(),
    provider: text(20).$type<UnknownReply['provider']>(),
    words: text(300),
    count: whole(),
    firstAt: time(),
    lastAt: time(),
  },
});
