import { text } from '../text/text.js';
import type { AccountQuery, SmtpAccountSettingsInput } from './accounts.generated.js';

export type Account = NonNullable<AccountQuery['smtpAccount']>;
export type Posted = NonNullable<Account['settings']>;
/** Only what differs from what is posted; a secret only where one was typed. */
export type Edits = SmtpAccountSettingsInput;
export type FieldName = keyof typeof text.accounts.fields & keyof Edits;
export type Value = string | number | boolean | readonly string[] | null;

export type Kind = 'text' | 'number' | 'secret' | 'switch' | 'lines' | 'date' | 'key' | 'choice' | 'account' | 'quotaGroup';

/** A field of the settings: how it is edited, and when it is asked for. */
export interface Field {
  readonly name: FieldName;
  readonly kind: Kind;
  readonly section: keyof typeof text.accounts.sections;
  readonly panel: 'settings' | 'limits';
  readonly shown?: (values: Values) => boolean;
}

/** The settings as they would be with the edits. */
export type Values = Readonly<Partial<Record<FieldName, Value | undefined>>>;

export const SECRETS = ['password', 'sendGridApiKey', 'oauthClientSecret', 'oauthPrivateKey'] as const satisfies readonly FieldName[];
export type SecretName = (typeof SECRETS)[number];
export const isSecret = (name: string): name is SecretName => (SECRETS as readonly string[]).includes(name);

const bySmtp = ({ useSendGrid }: Values): boolean => useSendGrid !== true;
const bySendGrid = ({ useSendGrid }: Values): boolean => useSendGrid === true;
const byOAuth = (values: Values): boolean => bySmtp(values) && values.authentication === 'OAUTH2';
const ofMicrosoft = (values: Values): boolean => byOAuth(values) && values.oauthProvider !== 'GOOGLE';
const ofGoogle = (values: Values): boolean => byOAuth(values) && values.oauthProvider === 'GOOGLE';
const logsOn = ({ authentication }: Values): boolean => authentication !== 'NONE';

/** In the order in which they are asked for. */
export const FIELDS: readonly Field[] = [
  { name: 'useSendGrid', kind: 'switch', section: 'connection', panel: 'settings' },
  { name: 'server', kind: 'text', section: 'connection', panel: 'settings', shown: bySmtp },
  { name: 'port', kind: 'number', section: 'connection', panel: 'settings', shown: bySmtp },
  { name: 'security', kind: 'choice', section: 'connection', panel: 'settings', shown: bySmtp },
  { name: 'authentication', kind: 'choice', section: 'logOn', panel: 'settings', shown: bySmtp },
  { name: 'accountName', kind: 'text', section: 'logOn', panel: 'settings', shown: (values) => bySmtp(values) && logsOn(values) },
  { name: 'password', kind: 'secret', section: 'logOn', panel: 'settings', shown: (values) => logsOn(values) && values.authentication !== 'OAUTH2' },
  { name: 'oauthProvider', kind: 'choice', section: 'oauth', panel: 'settings', shown: byOAuth },
  { name: 'oauthTenantId', kind: 'text', section: 'oauth', panel: 'settings', shown: ofMicrosoft },
  { name: 'oauthClientId', kind: 'text', section: 'oauth', panel: 'settings', shown: ofMicrosoft },
  { name: 'oauthClientSecret', kind: 'secret', section: 'oauth', panel: 'settings', shown: ofMicrosoft },
  { name: 'oauthClientSecretExpiresOn', kind: 'date', section: 'oauth', panel: 'settings', shown: ofMicrosoft },
  { name: 'oauthClientEmail', kind: 'text', section: 'oauth', panel: 'settings', shown: ofGoogle },
  { name: 'oauthPrivateKey', kind: 'key', section: 'oauth', panel: 'settings', shown: ofGoogle },
  { name: 'emailFrom', kind: 'text', section: 'sender', panel: 'settings' },
  { name: 'fromName', kind: 'text', section: 'sender', panel: 'settings' },
  { name: 'replyTo', kind: 'text', section: 'sender', panel: 'settings' },
  { name: 'allowedFrom', kind: 'lines', section: 'sender', panel: 'settings' },
  { name: 'sendGridEmailFrom', kind: 'text', section: 'sendGrid', panel: 'settings', shown: bySendGrid },
  { name: 'sendGridName', kind: 'text', section: 'sendGrid', panel: 'settings', shown: bySendGrid },
  { name: 'sendGridApiKey', kind: 'secret', section: 'sendGrid', panel: 'settings', shown: bySendGrid },
  { name: 'connectionsMax', kind: 'number', section: 'limits', panel: 'limits' },
  { name: 'messagesPerMinute', kind: 'number', section: 'limits', panel: 'limits' },
  { name: 'messagesPerHour', kind: 'number', section: 'limits', panel: 'limits' },
  { name: 'messagesPerDay', kind: 'number', section: 'limits', panel: 'limits' },
  { name: 'quotaGroupId', kind: 'quotaGroup', section: 'limits', panel: 'limits' },
  { name: 'fallbackAccountId', kind: 'account', section: 'fallback', panel: 'limits' },
  { name: 'retryShortestSeconds', kind: 'number', section: 'retries', panel: 'limits' },
  { name: 'retryLongestSeconds', kind: 'number', section: 'retries', panel: 'limits' },
  { name: 'giveUpAfterHours', kind: 'number', section: 'retries', panel: 'limits' },
];

export const valuesOf = (posted: Posted | null, edits: Edits): Values => ({ ...posted, ...edits }) as Values;

const same = (one: Value | undefined, other: Value | undefined): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Edits with one more; one that says what is posted is no edit. */
export const edited = (posted: Posted | null, edits: Edits, name: FieldName, value: Value | undefined): Edits => {
  const { [name]: _before, ...rest } = edits;
  const known: Value | undefined = isSecret(name) ? undefined : (posted as Values | null)?.[name] ?? (name === 'useSendGrid' ? false : name === 'allowedFrom' ? [] : null);
  const none = isSecret(name) ? value === undefined || value === '' : same(value, known);
  return none ? rest : { ...rest, [name]: value };
};

/** The edits that are left when some were posted: those that were made since, also of the same fields. */
export const withoutSent = (edits: Edits, sent: Edits): Edits =>
  Object.fromEntries(Object.entries(edits).filter(([name, value]) => !(name in sent) || !same(value as Value, sent[name as FieldName] as Value)));

/** A value in words. */
export const inWords = (value: Value | undefined): string => {
  const { nothing, yes, no } = text.accounts;
  if (value === null || value === undefined || value === '') return nothing;
  if (typeof value === 'boolean') return value ? yes : no;
  return Array.isArray(value) ? value.join(', ') || nothing : String(value);
};

/** What differs between settings that were seen and those in force now. */
export const changesSince = (seen: Posted | null, now: Posted | null): { readonly name: FieldName; readonly before: string; readonly after: string }[] =>
  FIELDS.flatMap(({ name }) => {
    const [before, after] = [(seen as Values | null)?.[name], (now as Values | null)?.[name]];
    return same(before, after) ? [] : [{ name, before: inWords(before), after: inWords(after) }];
  });
