import { z } from 'zod';
import { AUTHENTICATIONS, SECURITIES } from '../../domain/account-settings.js';
import { Refused, refuse } from '../../domain/errors.js';
import { OAUTH_PROVIDERS } from '../../domain/oauth-settings.js';
import { RECORD_TYPES } from '../../domain/permission.js';
import type { Reading, Transfer } from '../../domain/transfer.js';
import { TRANSFER_FORMAT } from '../../domain/transfer.js';

const words = z.string().nullable().optional();
const count = z.number().nullable().optional();
const NUMBERS = [
  'connectionsMax', 'messagesPerMinute', 'messagesPerHour', 'messagesPerDay', 'retryShortestSeconds', 'retryLongestSeconds', 'giveUpAfterHours',
] as const;

/** Strict: a key that is not known is a mistake, and a password in a file is refused by not being known. */
const SETTINGS = z.strictObject({
  server: words, port: z.number().nullable().optional(), security: z.enum(SECURITIES).nullable().optional(),
  authentication: z.enum(AUTHENTICATIONS).nullable().optional(), accountName: words, emailFrom: words, fromName: words, replyTo: words,
  allowedFrom: z.array(z.string()).nullable().optional(), useSendGrid: z.boolean().nullable().optional(),
  sendGridEmailFrom: words, sendGridName: words, ...Object.fromEntries(NUMBERS.map((field) => [field, count])) as Record<(typeof NUMBERS)[number], typeof count>,
  fallbackAccount: words, quotaGroup: words,
  oauthProvider: z.enum(OAUTH_PROVIDERS).nullable().optional(), oauthTenantId: words, oauthClientId: words, oauthClientSecretExpiresOn: words, oauthClientEmail: words,
});
const QUOTA_GROUP = z.strictObject({
  name: z.string(), messagesPerMinute: z.number().nullable().default(null), messagesPerHour: z.number().nullable().default(null), messagesPerDay: z.number().nullable().default(null),
});
const AREA = z.strictObject({ code: z.string(), name: z.string(), description: z.string().nullable().default(null), discovered: z.boolean().default(false) });
const ACCOUNT = z.strictObject({
  number: z.string(), name: z.string(), sandbox: z.boolean().default(false), paused: z.boolean().default(false), settings: SETTINGS.nullable().default(null),
});
const CONFIGURATION = z.strictObject({
  enabled: z.boolean(), defaultAccount: z.string().nullable(),
  overrides: z.array(z.strictObject({ area: z.string(), account: z.string() })).default([]),
  contentRetentionDays: z.number().nullable().optional(), emailRetentionDays: z.number().nullable().optional(),
});
const ACCESS_RECORD = z.strictObject({
  recordType: z.enum(RECORD_TYPES), access: z.boolean(), modify: z.boolean(), add: z.boolean(), erase: z.boolean(),
  areas: z.array(z.string()).nullable().default(null),
});
const ROLE = z.strictObject({ name: z.string(), description: z.string().nullable().default(null), accessRecords: z.array(ACCESS_RECORD) });

const FILE = z.strictObject({
  postroom: z.literal(TRANSFER_FORMAT, `must be ${TRANSFER_FORMAT}: this is not an export of Postroom, or one of a newer version`),
  areas: z.array(AREA).default([]),
  quotaGroups: z.array(QUOTA_GROUP).default([]),
  smtpAccounts: z.array(ACCOUNT).default([]),
  smtpConfiguration: CONFIGURATION.nullable().default(null),
  roles: z.array(ROLE).default([]),
  // Written for people; an import finds out by itself what is missing.
  exportedAt: z.unknown().optional(),
  reenter: z.unknown().optional(),
});

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse('INVALID', [], `The file is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/** `smtpAccounts[2].settings.port` */
const where = (path: readonly string[]): string =>
  path.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join('').replace(/^\./, '');

/** Reads an export. Throws Refused with every fault of its shape; its content is judged by the import. */
export const readJson = (text: string): Reading => {
  const parsed = FILE.safeParse(parse(text));
  if (!parsed.success) {
    throw new Refused(parsed.error.issues.map((issue) => ({ code: 'INVALID', message: issue.message, path: [where(issue.path.map(String))].filter(Boolean) })));
  }
  const transfer: Transfer = parsed.data;
  return { transfer, faults: [], where };
};
