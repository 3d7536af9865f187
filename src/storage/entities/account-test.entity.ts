import { defineEntity } from '@mikro-orm/core';
import { PastTest } from '../../domain/account-test.js';
import { flag, json, text, time, uuid } from '../column.js';

export const PastTestEntity = defineEntity({
  class: PastTest,
  tableName: 'account_test',
  indexes: [{ properties: ['accountId', 'id'] }],
  properties: {
    id: uuid().primary(),
    accountId: uuid(),
    mode: text(10).$type<PastTest['mode']>(),
    emailTestTo: text(320),
    server: text(300),
    asPosted: flag(),
    startedByKind: text(20).$type<PastTest['startedByKind']>(),
    startedById: uuid().nullable(),
    startedByName: text(100),
    state: text(10).$type<PastTest['state']>(),
    stages: json<PastTest['stages']>(),
    diagnosis: json<PastTest['diagnosis']>().nullable(),
    messageId: text(320).nullable(),
    startedAt: time(),
    endedAt: time(),
  },
});
