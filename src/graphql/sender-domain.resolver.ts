import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { checkSenderDomains } from '../app/accounts/check-sender-domains.js';
import type { Context } from './context.js';
import { signedIn } from './context.js';
import { SenderDomainCheckType } from './sender-domain.type.js';
import { SmtpAccountSettingsInput } from './smtp-account.type.js';

@Resolver(() => SenderDomainCheckType)
export class SenderDomainResolver {
  @Query(() => [SenderDomainCheckType], {
    description: 'Checks by DNS the domains that emails of an account may be from, its own first: 10 at most, any further is answered UNKNOWN. Sends nothing. '
      + 'Counted together with tests, each domain as one, and audited: too many are RATE_LIMITED. Needs SMTP_ACCOUNTS modify.',
  })
  senderDomainChecks(
    @Ctx() context: Context, @Arg('accountId', () => ID, { description: 'The account.' }) accountId: string,
    @Arg('settings', () => SmtpAccountSettingsInput, { nullable: true, description: 'Settings that are not posted, laid over the posted ones. Nothing of them is stored; secrets are not needed.' })
    settings: SmtpAccountSettingsInput | null,
    @Arg('dkimSelectors', () => [String], { nullable: true, description: 'Selectors of your DKIM keys, 10 at most; else those that the provider usually has.' })
    dkimSelectors: string[] | null,
  ) {
    return checkSenderDomains(context.house, signedIn(context), { accountId, settings: settings ?? {}, dkimSelectors: dkimSelectors ?? [] });
  }
}
