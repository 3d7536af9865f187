import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { OAUTH_PROVIDERS, SECRET_EXPIRIES } from '../domain/oauth-settings.js';
import type { OAuthProvider as Provider } from '../domain/oauth-settings.js';
import { CarriageSettingsInput, CarriageSettingsType } from './carriage-settings.type.js';
import { enumOf } from './enum.js';
import { Day } from './scalars.js';

export const OAuthProvider = enumOf(OAUTH_PROVIDERS);
registerEnumType(OAuthProvider, {
  name: 'OAuthProvider', description: 'Whose access tokens open the server.',
  valuesConfig: {
    MICROSOFT: { description: 'Microsoft 365: an app registration in Entra, by client credentials. Needs tenant, client id and client secret.' },
    GOOGLE: { description: 'Google Workspace: a service account with domain-wide delegation. Needs its address and its private key.' },
  },
});

export const OAuthSecretExpiry = enumOf(SECRET_EXPIRIES);
registerEnumType(OAuthSecretExpiry, {
  name: 'OAuthSecretExpiry', description: 'What to warn of about the client secret, by the date that was given for it.',
  valuesConfig: {
    NONE: { description: 'More than 30 days are left, or no date was given.' },
    SOON: { description: '30 days or less are left.' },
    EXPIRED: { description: 'Its last day is over.' },
  },
});

/** Settings of a log-on by OAuth 2.0, as they are shown: part of `SmtpAccountSettings`. */
@ObjectType({ simpleResolvers: true })
export abstract class OAuthSettingsType extends CarriageSettingsType {
  @Field(() => OAuthProvider, { nullable: true, description: 'Whose access tokens open the server, where `authentication` is OAUTH2.' })
  oauthProvider!: string | null;

  @Field(() => String, { nullable: true, description: 'Microsoft: the tenant, by its GUID or a domain.' })
  oauthTenantId!: string | null;

  @Field(() => String, { nullable: true, description: 'Microsoft: the application (client) id.' })
  oauthClientId!: string | null;

  @Field(() => Day, { nullable: true, description: 'Microsoft: the last day of the client secret, as it was given.' })
  oauthClientSecretExpiresOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Google: the address of the service account.' })
  oauthClientEmail!: string | null;
}

/** Settings of a log-on by OAuth 2.0, as they are given: part of `SmtpAccountSettingsInput`. */
@InputType()
export abstract class OAuthSettingsInput extends CarriageSettingsInput {
  @Field(() => OAuthProvider, { nullable: true, description: 'Needed where `authentication` is OAUTH2.' })
  oauthProvider?: Provider | null;

  @Field(() => String, { nullable: true, description: 'Microsoft: the tenant id (a GUID), or a domain of the tenant.' })
  oauthTenantId?: string | null;

  @Field(() => String, { nullable: true, description: 'Microsoft: the application (client) id, a GUID.' })
  oauthClientId?: string | null;

  @Field(() => String, { nullable: true, description: 'Microsoft: the value of the client secret, not its id. Write-only. Left out: the stored one, where server, port, security, mailbox, tenant and client are unchanged.' })
  oauthClientSecret?: string | null;

  @Field(() => Day, { nullable: true, description: 'Microsoft: the last day of the client secret, as Entra shows it.' })
  oauthClientSecretExpiresOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Google: the address of the service account (`client_email` in its JSON file).' })
  oauthClientEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'Google: the private key, PEM (`private_key` in the JSON file). Write-only. Left out: the stored one, where server, port, security, mailbox and service account are unchanged.' })
  oauthPrivateKey?: string | null;
}
