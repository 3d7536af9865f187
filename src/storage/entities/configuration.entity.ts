import { defineEntity } from '@mikro-orm/core';
import { EmailArea } from '../../domain/area.js';
import { SmtpConfiguration } from '../../domain/configuration.js';
import { flag, text, time, uuid, whole } from '../column.js';

/** The one configuration row. Overrides are rows of `area_override`, filled in by the store. */
export const SmtpConfigurationEntity = defineEntity({
  class: SmtpConfiguration,
  tableName: 'smtp_configuration',
  properties: {
    id: text(10).primary(),
    enabled: flag(),
    defaultAccountId: uuid().nullable(),
    contentRetentionDays: whole().nullable(),
    emailRetentionDays: whole().nullable(),
    updatedAt: time(),
    version: whole(),
    copyReason: text(300).nullable(),
  },
});

/** One override: an area that goes another way than the default account. */
export class AreaOverrideRow {
  area!: string;
  accountId!: string;
}

export const AreaOverrideEntity = defineEntity({
  class: AreaOverrideRow,
  tableName: 'area_override',
  properties: { area: text(40).primary(), accountId: uuid().index() },
});

export const EmailAreaEntity = defineEntity({
  class: EmailArea,
  tableName: 'email_area',
  properties: {
    code: text(40).primary(),
    name: text(100),
    nameKey: text(200).unique(),
    description: text(500).nullable(),
    discovered: flag(),
    createdAt: time(),
    version: whole(),
  },
});
