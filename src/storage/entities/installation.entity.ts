import { defineEntity } from '@mikro-orm/core';
import { text, time, uuid, whole } from '../column.js';

/** Record numbers that were erased: never offered again. */
export class RetiredNumberRow {
  kind!: 'SMTP_ACCOUNT' | 'EMPLOYEE';
  numberKey!: string;
}

export const RetiredNumberEntity = defineEntity({
  class: RetiredNumberRow,
  tableName: 'retired_number',
  properties: { kind: text(20).$type<RetiredNumberRow['kind']>().primary(), numberKey: text(20).primary() },
});

/** Facts about this installation: its instance id, and the last settled mark (see docs/decisions on restored copies). */
export class InstallationRow {
  key!: string;
  value!: string;
}

export const InstallationEntity = defineEntity({
  class: InstallationRow,
  tableName: 'installation',
  properties: { key: text(40).primary(), value: text(400) },
});

/** A lease: who alone may do a thing, and until when. `fence` grows with each change of holder. */
export class LeaseRow {
  name!: string;
  holder!: string;
  fence!: number;
  expiresAt!: number;
}

export const LeaseEntity = defineEntity({
  class: LeaseRow,
  tableName: 'lease',
  properties: { name: text(40).primary(), holder: uuid(), fence: whole(), expiresAt: time() },
});
