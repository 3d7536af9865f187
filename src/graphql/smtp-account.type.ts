import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AUTHENTICATIONS, SECURITIES } from '../domain/account-settings.js';
import { connectionTypes } from './connection.type.js';
import { enumOf } from './enum.js';
import { OAuthSettingsInput, OAuthSettingsType } from './oauth-settings.type.js';
import { DateTime } from './scalars.js';
import { UserErrorType } from './user-error.type.js';

export const Security = enumOf(SECURITIES);
registerEnumType(Security, {
  name: 'Security', description: 'How the connection to a server is protected.',
  valuesConfig: {
    NONE: { description: 'In the clear, always. Only for servers inside the house.' },
    OPPORTUNISTIC: { description: 'STARTTLS where the server offers it, whoever it may be; else in the clear. The default on port 25.' },
    STARTTLS: { description: 'STARTTLS with a checked certificate, or nothing. The default on port 587.' },
    TLS: { description: 'TLS from the first byte with a checked certificate. The default on port 465.' },
  },
});
export const Authentication = enumOf(AUTHENTICATIONS);
registerEnumType(Authentication, {
  name: 'Authentication', description: 'How to log on to a server.',
  valuesConfig: {
    NONE: { description: 'Not at all.' },
    PASSWORD: { description: 'By account name and password.' },
    OAUTH2: { description: 'By OAuth 2.0 as an application: an access token in place of a password. Needs `oauthProvider`.' },
  },
});
export const SecretState = enumOf(['NONE', 'STORED', 'UNREADABLE'] as const);
registerEnumType(SecretState, {
  name: 'SecretState', description: 'What is known of a secret, which itself is never shown.',
  valuesConfig: {
    NONE: { description: 'None is stored.' },
    STORED: { description: 'One is stored and can be used.' },
    UNREADABLE: { description: 'One is stored, but the key that sealed it is gone: it must be typed again.' },
  },
});
export const PauseReason = enumOf(['BY_HAND', 'FAULT'] as const);
registerEnumType(PauseReason, {
  name: 'PauseReason', description: 'Why an account stands still.',
  valuesConfig: {
    BY_HAND: { description: 'A person paused it.' },
    FAULT: { description: 'The server refused log-on or relay; a passed test, posted settings or `resumeSmtpAccount` ends it.' },
  },
});

@ObjectType('SmtpAccountRef', { description: 'What a log, a route or an override shows of an account; needs no right on SMTP accounts.', simpleResolvers: true })
export class SmtpAccountRefType {
  @Field(() => ID, { description: 'The id of the account.' })
  id!: string;

  @Field(() => String, { description: 'Its record number.' })
  number!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType('SmtpAccountSettings', { description: 'Posted settings, without secrets.', simpleResolvers: true })
export class SmtpAccountSettingsType extends OAuthSettingsType {
  @Field(() => String, { nullable: true, description: 'Host name or address of the server.' })
  server!: string | null;

  @Field(() => Int, { nullable: true, description: 'Port of the server.' })
  port!: number | null;

  @Field(() => Security, { nullable: true, description: 'What was chosen; null: by port.' })
  security!: string | null;

  @Field(() => Authentication, { nullable: true, description: 'What was chosen; null: PASSWORD where an account name is given.' })
  authentication!: string | null;

  @Field(() => String, { nullable: true, description: 'The log-on name ("Account"). By OAuth 2.0 the mailbox; null: the email from.' })
  accountName!: string | null;

  @Field(() => String, { nullable: true, description: 'The address that emails are sent from ("Email from").' })
  emailFrom!: string | null;

  @Field(() => String, { nullable: true, description: 'The name beside it.' })
  fromName!: string | null;

  @Field(() => String, { nullable: true, description: 'Where answers go, when not to From.' })
  replyTo!: string | null;

  @Field(() => [String], { description: 'Other addresses and whole domains that may stand in From.' })
  allowedFrom!: string[];

  @Field(() => Boolean, { description: 'Whether email goes through SendGrid\'s API.' })
  useSendGrid!: boolean;

  @Field(() => String, { nullable: true, description: 'The From used with SendGrid.' })
  sendGridEmailFrom!: string | null;

  @Field(() => String, { nullable: true, description: 'The name beside it.' })
  sendGridName!: string | null;
}

@ObjectType('SmtpAccount', { description: 'An SMTP account: a number, a name, and posted settings.', simpleResolvers: true })
export class SmtpAccountType {
  @Field(() => ID, { description: 'Never changes.' })
  id!: string;

  @Field(() => String, { description: 'The record number; never changes.' })
  number!: string;

  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => SmtpAccountSettingsType, { nullable: true, description: 'The settings in force; null until the first post.' })
  settings!: SmtpAccountSettingsType | null;

  @Field(() => Boolean, { description: 'Whether this is the sandbox: its mail is caught on this machine.' })
  sandbox!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'Since when it stands still; null: it does not.' })
  pausedAt!: number | null;

  @Field(() => PauseReason, { nullable: true, description: 'Why it stands still.' })
  pauseReason!: string | null;

  @Field(() => String, { nullable: true, description: 'The id of the diagnosis that paused it.' })
  pauseDiagnosisId!: string | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: number;

  @Field(() => DateTime, { description: 'When it was last changed.' })
  updatedAt!: number;

  @Field(() => Int, { description: 'Grows with each change; a change must name the one it saw.' })
  version!: number;
}

export const SmtpAccountConnectionType = connectionTypes('SmtpAccount', 'SMTP accounts', () => SmtpAccountType);

@ObjectType('SmtpAccountPayload', { description: 'What became of a change to an SMTP account.', simpleResolvers: true })
export class SmtpAccountPayloadType {
  @Field(() => SmtpAccountType, { nullable: true, description: 'The account; null when nothing was changed, or without access to accounts.' })
  smtpAccount!: SmtpAccountType | null;

  @Field(() => SmtpAccountRefType, { nullable: true, description: 'The account in brief; needs no access to accounts.' })
  ref!: SmtpAccountRefType | null;

  @Field(() => [UserErrorType], { description: 'What was wrong; when not empty, nothing was changed.' })
  userErrors!: readonly UserErrorType[];
}

@InputType('CreateSmtpAccountInput', { description: 'A new account.' })
export class CreateSmtpAccountInput {
  @Field(() => String, { nullable: true, description: 'A number of your own: 1 to 20 letters, digits, hyphens. Left out: the one offered.' })
  number?: string | null;

  @Field(() => String, { description: 'The name; unique.' })
  name!: string;
}

@InputType('SmtpAccountSettingsInput', { description: 'Edited settings. A field left out stays as it is posted; null clears it.' })
export class SmtpAccountSettingsInput extends OAuthSettingsInput {
  @Field(() => String, { nullable: true, description: 'Host name or address; no `http://`, no port.' })
  server?: string | null;

  @Field(() => Int, { nullable: true, description: '1 to 65535.' })
  port?: number | null;

  @Field(() => Security, { nullable: true, description: 'Null: by port (465 TLS, 587 STARTTLS, else OPPORTUNISTIC).' })
  security?: 'NONE' | 'OPPORTUNISTIC' | 'STARTTLS' | 'TLS' | null;

  @Field(() => String, { nullable: true, description: 'The log-on name ("Account"). By OAuth 2.0 the mailbox; null: the email from.' })
  accountName?: string | null;

  @Field(() => String, { nullable: true, description: 'Write-only. Left out: the stored one, where server, port, security and account name are unchanged.' })
  password?: string | null;

  @Field(() => String, { nullable: true, description: 'The address that emails are sent from ("Email from").' })
  emailFrom?: string | null;

  @Field(() => String, { nullable: true, description: 'The name beside it.' })
  fromName?: string | null;

  @Field(() => String, { nullable: true, description: 'Where answers go, when not to From.' })
  replyTo?: string | null;

  @Field(() => [String], { nullable: true, description: 'Other addresses and whole domains that may stand in From; at most 50.' })
  allowedFrom?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Send through SendGrid\'s API; server and port may then stay blank.' })
  useSendGrid?: boolean | null;

  @Field(() => String, { nullable: true, description: 'The From used with SendGrid; left blank, `emailFrom`.' })
  sendGridEmailFrom?: string | null;

  @Field(() => String, { nullable: true, description: 'The name beside it.' })
  sendGridName?: string | null;

  @Field(() => String, { nullable: true, description: 'Write-only. Without one, the stored password serves as the key.' })
  sendGridApiKey?: string | null;

  @Field(() => Authentication, { nullable: true, description: 'Null: PASSWORD where an account name is given, else NONE.' })
  authentication?: 'NONE' | 'PASSWORD' | 'OAUTH2' | null;
}

@InputType('SmtpAccountFilter', { description: 'Narrows a list of accounts; all that is given must hold.' })
export class SmtpAccountFilter {
  @Field(() => String, { nullable: true, description: 'Found in number, name, server or From, whatever the case.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'The account that emails of this area go through.' })
  area?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a secret that the settings need is missing.' })
  missingSecret?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is the default, an override\'s, a fallback, or pinned by an unsent email.' })
  inUse?: boolean | null;
}

export const SmtpAccountOrder = enumOf(['NUMBER', 'NAME', 'UPDATED'] as const);
registerEnumType(SmtpAccountOrder, {
  name: 'SmtpAccountOrder', description: 'The order of a list of accounts.',
  valuesConfig: {
    NUMBER: { description: 'By number, 2 before 10.' }, NAME: { description: 'By name.' }, UPDATED: { description: 'Latest change first.' },
  },
});
