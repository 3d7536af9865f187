import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { secretState } from '../app/accounts/secrets.js';
import type { SmtpAccount } from '../domain/account.js';
import { secretExpiresOn } from '../domain/account-settings.js';
import { secretDaysLeft, secretExpiry } from '../domain/oauth-settings.js';
import type { Context } from './context.js';
import { OAuthSecretExpiry } from './oauth-settings.type.js';
import { Day } from './scalars.js';
import { SecretState, SmtpAccountType } from './smtp-account.type.js';

/** What is known of an account's log-on by OAuth 2.0, beside its settings. */
@Resolver(() => SmtpAccountType)
export class SmtpAccountOAuthResolver {
  @FieldResolver(() => Boolean, { description: 'Whether a client secret is stored (Microsoft).' })
  hasOAuthClientSecret(@Root() account: SmtpAccount) {
    return account.oauthClientSecretSealed !== null;
  }

  @FieldResolver(() => SecretState, { description: 'Whether the stored client secret can still be used.' })
  oauthClientSecretState(@Root() account: SmtpAccount, @Ctx() { house }: Context) {
    return secretState(house.secrets, account, 'oauthClientSecret');
  }

  @FieldResolver(() => Day, { nullable: true, description: 'The last day of the client secret, as it was given; null: nobody said.' })
  oauthClientSecretExpiresOn(@Root() { settings }: SmtpAccount) {
    return settings?.oauthClientSecretExpiresOn ?? null;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Days (UTC) until the last day of the client secret: 0 on it, negative when it is over; null where none is in use, or nobody said.' })
  oauthClientSecretDaysLeft(@Root() { settings }: SmtpAccount, @Ctx() { house }: Context) {
    const day = settings === null ? null : secretExpiresOn(settings);
    return day === null ? null : secretDaysLeft(day, house.now());
  }

  @FieldResolver(() => OAuthSecretExpiry, { description: 'What to warn of: a client secret that ends makes all emails of the account wait.' })
  oauthClientSecretExpiry(@Root() { settings }: SmtpAccount, @Ctx() { house }: Context) {
    return secretExpiry(settings === null ? null : secretExpiresOn(settings), house.now());
  }

  @FieldResolver(() => Boolean, { description: 'Whether a private key of a service account is stored (Google).' })
  hasOAuthPrivateKey(@Root() account: SmtpAccount) {
    return account.oauthPrivateKeySealed !== null;
  }

  @FieldResolver(() => SecretState, { description: 'Whether the stored private key can still be used.' })
  oauthPrivateKeyState(@Root() account: SmtpAccount, @Ctx() { house }: Context) {
    return secretState(house.secrets, account, 'oauthPrivateKey');
  }
}
