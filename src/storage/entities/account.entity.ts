import { defineEntity } from '@mikro-orm/core';
import type { AccountSettings } from '../../domain/account-settings.js';
import type { PauseReason } from '../../domain/account.js';
import { SmtpAccount } from '../../domain/account.js';
import { flag, json, longText, text, time, uuid, whole } from '../column.js';

/** SMTP accounts. Secrets are sealed before they come here. */
export const SmtpAccountEntity = defineEntity({
  class: SmtpAccount,
  tableName: 'smtp_account',
  properties: {
    id: uuid().primary(),
    number: text(20),
    numberKey: text(20).unique(),
    numberSort: text(80).index(),
    name: text(100),
    nameKey: text(200).unique(),
    settings: json<AccountSettings>().nullable(),
    searchKey: text(1000),
    passwordSealed: longText().nullable(),
    sendGridApiKeySealed: longText().nullable(),
    oauthClientSecretSealed: longText().nullable(),
    oauthPrivateKeySealed: longText().nullable(),
    sandbox: flag(),
    limited: flag().index(),
    fallbackId: uuid().nullable().index(),
    quotaGroupId: uuid().nullable().index(),
    pausedAt: time().nullable(),
    pauseReason: text(20).$type<PauseReason>().nullable(),
    pauseDiagnosisId: text(60).nullable(),
    createdById: uuid().nullable(),
    createdAt: time(),
    updatedAt: time(),
    version: whole(),
  },
});
