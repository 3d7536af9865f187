import { defineEntity } from '@mikro-orm/core';
import { json, longText, text, time, uuid, whole } from '../column.js';

/** An email that the sandbox caught; its bytes are kept by content hash. */
export class CapturedEmailRow {
  id!: string;
  receivedAt!: number;
  envelopeFrom!: string;
  recipients!: readonly string[];
  messageId: string | null = null;
  /** The area of the email that was caught, where it is one of ours: what limits who may read it. */
  area: string | null = null;
  subject!: string;
  sha256!: string;
  sizeBytes!: number;
}

export const CapturedEmailEntity = defineEntity({
  class: CapturedEmailRow,
  tableName: 'captured_email',
  properties: {
    id: uuid().primary(),
    receivedAt: time(),
    envelopeFrom: text(320),
    recipients: json<readonly string[]>(),
    messageId: text(255).nullable().index(),
    area: text(40).nullable(),
    subject: longText(),
    sha256: text(64).index(),
    sizeBytes: whole(),
  },
});
