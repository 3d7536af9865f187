import { defineEntity } from '@mikro-orm/core';
import { QuotaGroup } from '../../domain/quota-group.js';
import { text, time, uuid, whole } from '../column.js';

export const QuotaGroupEntity = defineEntity({
  class: QuotaGroup,
  tableName: 'quota_group',
  properties: {
    id: uuid().primary(),
    name: text(100),
    nameKey: text(200).unique(),
    messagesPerMinute: whole().nullable(),
    messagesPerHour: whole().nullable(),
    messagesPerDay: whole().nullable(),
    createdAt: time(),
    version: whole(),
  },
});

/** What was taken of a limit in its window now. Written and read through Kysely; see rate-counter.store.ts. */
export const RateCounterEntity = defineEntity({
  name: 'RateCounter',
  tableName: 'rate_counter',
  properties: { holder_id: uuid().primary(), unit: text(6).primary(), starts_at: time(), taken: whole() },
});

/** How many connections of an account a process may open. Written and read through Kysely; see connection-share.store.ts. */
export const ConnectionShareEntity = defineEntity({
  name: 'ConnectionShare',
  tableName: 'connection_share',
  properties: { account_id: uuid().primary(), holder: uuid().primary().index(), connections: whole(), expires_at: time() },
});

/**
 * The account that an email would have gone through, had its fallback not stepped in: a row for such emails only, so that
 * all others cost nothing. It belongs to the email and goes with it.
 */
export const EmailFallbackEntity = defineEntity({
  name: 'EmailFallback',
  tableName: 'email_fallback',
  indexes: [{ properties: ['account_id', 'at'] }],
  properties: { email_id: uuid().primary(), account_id: uuid(), account_number: text(20), account_name: text(100), at: time() },
});
