import { defineEntity } from '@mikro-orm/core';
import { Alert } from '../../domain/alert.js';
import { AccountHealth } from '../../domain/health.js';
import { flag, json, longText, text, time, uuid, whole } from '../column.js';

export const AccountHealthEntity = defineEntity({
  class: AccountHealth,
  tableName: 'account_health',
  properties: {
    accountId: uuid().primary(),
    state: text(10).$type<AccountHealth['state']>().index(),
    since: time(),
    checkedAt: time().nullable(),
    nextCheckAt: time().index(),
    failures: whole(),
    stage: text(20).nullable(),
    diagnosis: json<AccountHealth['diagnosis']>().nullable(),
    warnings: json<AccountHealth['warnings']>(),
    certificateStep: whole().nullable(),
    secretStep: whole().nullable(),
    networks: json<AccountHealth['networks']>(),
  },
});

export const AlertEntity = defineEntity({
  class: Alert,
  tableName: 'alert',
  indexes: [{ properties: ['done', 'id'] }],
  properties: {
    id: uuid().primary(),
    kind: text(30).$type<Alert['kind']>(),
    accountId: uuid().index(),
    accountNumber: text(20),
    accountName: text(100),
    message: longText(),
    at: time(),
    mailedAt: time().nullable(),
    postedAt: time().nullable(),
    postTries: whole(),
    nextPostAt: time(),
    done: flag(),
  },
});
