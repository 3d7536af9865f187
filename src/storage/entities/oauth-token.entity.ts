import { defineEntity } from '@mikro-orm/core';
import { longText, text, time, uuid } from '../column.js';

/** The access token that an account logs on with, and who is fetching the next one. */
export class OAuthTokenRow {
  accountId!: string;
  /** What it was fetched with: another is another token's. Null before the first. */
  fingerprint: string | null = null;
  sealed: string | null = null;
  renewFrom!: number;
  expiresAt!: number;
  leaseHolder: string | null = null;
  leaseExpiresAt!: number;
}

export const OAuthTokenEntity = defineEntity({
  class: OAuthTokenRow,
  tableName: 'oauth_token',
  properties: {
    accountId: uuid().primary(),
    fingerprint: text(64).nullable(),
    sealed: longText().nullable(),
    renewFrom: time(),
    expiresAt: time(),
    leaseHolder: uuid().nullable(),
    leaseExpiresAt: time(),
  },
});
