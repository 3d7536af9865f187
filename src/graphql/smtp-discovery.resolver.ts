import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { discoverSmtpSettings } from '../app/accounts/discover.js';
import { smtpProviderPresets } from '../app/accounts/presets.js';
import { oauthProviderOf, presetById } from '../domain/presets.js';
import type { Preset } from '../domain/presets/preset.js';
import type { Context } from './context.js';
import { signedIn } from './context.js';
import { OAuthProvider } from './oauth-settings.type.js';
import { SmtpDiscoveryType, SmtpProposalType } from './smtp-discovery.type.js';
import { SmtpProviderPresetType } from './smtp-provider-preset.type.js';

@Resolver(() => SmtpDiscoveryType)
export class SmtpDiscoveryResolver {
  @Query(() => [SmtpProviderPresetType], { description: 'What is known of providers, to fill a form. Needs SMTP_ACCOUNTS access or add.' })
  smtpProviderPresets() {
    return smtpProviderPresets();
  }

  @Query(() => SmtpDiscoveryType, {
    description: 'Looks up how mail of an address or domain may be sent. Nothing is stored, and no server that is proposed is connected to. '
      + 'Counted together with tests: too many a minute are RATE_LIMITED. Needs SMTP_ACCOUNTS modify or add.',
  })
  async discoverSmtpSettings(
    @Ctx() context: Context,
    @Arg('addressOrDomain', () => String, { description: 'An email address, or a domain. Only the domain leaves the house.' }) addressOrDomain: string,
  ) {
    const { value, faults } = await discoverSmtpSettings(context.house, signedIn(context), addressOrDomain);
    return { domain: value?.domain ?? null, proposals: value?.proposals ?? [], sources: value?.sources ?? [], userErrors: faults };
  }
}

@Resolver(() => SmtpProposalType)
export class SmtpProposalResolver {
  @FieldResolver(() => OAuthProvider, { nullable: true, description: 'Who gives out the tokens, where authentication is OAUTH2.' })
  oauthProvider(@Root() { authentication, presetId }: SmtpProposalType) {
    const preset = authentication === 'OAUTH2' && presetId !== null ? presetById(presetId) : null;
    return preset === null ? null : oauthProviderOf(preset);
  }
}

@Resolver(() => SmtpProviderPresetType)
export class SmtpProviderPresetResolver {
  @FieldResolver(() => OAuthProvider, { nullable: true, description: 'Who gives out the tokens, where one can log on by OAUTH2.' })
  oauthProvider(@Root() preset: Preset) {
    return oauthProviderOf(preset);
  }
}
