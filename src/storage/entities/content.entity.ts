import { defineEntity } from '@mikro-orm/core';
import { flag, text, time, uuid, whole } from '../column.js';

/** Kept content; written and read through Kysely with the row types of outbox-tables.ts, as the outbox is. */
export const KeptBlobEntity = defineEntity({
  name: 'KeptBlob',
  tableName: 'kept_blob',
  properties: {
    sha256: text(64).primary(),
    size_bytes: whole(),
    collect_at: time().nullable().index(),
  },
});

export const UploadEntity = defineEntity({
  name: 'Upload',
  tableName: 'upload',
  indexes: [{ properties: ['holder', 'used'] }],
  properties: {
    id: uuid().primary(),
    holder: text(40),
    file_name: text(255),
    content_type: text(200),
    sha256: text(64).index(),
    size_bytes: whole(),
    used: flag(),
    created_at: time(),
    expires_at: time().index(),
  },
});
