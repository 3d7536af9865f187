import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Outcome } from '../app/change.js';
import { postSmtpConfiguration } from '../app/configuration/post.js';
import type { ConfigurationShown } from '../app/configuration/read.js';
import { smtpConfiguration } from '../app/configuration/read.js';
import { route } from '../app/configuration/route.js';
import { setMailEnabled } from '../app/configuration/set-enabled.js';
import type { Context } from './context.js';
import { signedIn } from './context.js';
import { RouteType } from './route.type.js';
import { SmtpConfigurationInput, SmtpConfigurationPayloadType, SmtpConfigurationType } from './smtp-configuration.type.js';

const payload = ({ value, faults }: Outcome<ConfigurationShown>) => ({ smtpConfiguration: value, userErrors: faults });

@Resolver(() => SmtpConfigurationType)
export class SmtpConfigurationResolver {
  @Query(() => SmtpConfigurationType, { description: 'Whether mail is on, and which way it goes.' })
  async smtpConfiguration(@Ctx() { house }: Context) {
    return await smtpConfiguration(house);
  }

  @Query(() => RouteType, { description: 'A dry run: the account and From that an email would use, and why. Needs SMTP_CONFIGURATION access, or EMAILS add or access for the area.' })
  async route(
    @Ctx() context: Context,
    @Arg('area', () => String, { nullable: true, description: 'The code of the area.' }) area?: string | null,
    @Arg('accountId', () => ID, { nullable: true, description: 'The account that the caller would choose; needs SMTP_ACCOUNTS access.' }) accountId?: string | null,
    @Arg('from', () => String, { nullable: true, description: 'The From that the caller would ask for: `a@b.example` or `Name <a@b.example>`.' }) from?: string | null,
    @Arg('proposed', () => SmtpConfigurationInput, { nullable: true, description: 'A configuration that is not posted, laid over the posted one; needs SMTP_CONFIGURATION access.' })
    proposed?: SmtpConfigurationInput | null,
  ) {
    return await route(context.house, signedIn(context), {
      area: area ?? null, accountId: accountId ?? null, from: from ?? null, proposed: proposed ?? null,
    });
  }

  @Mutation(() => SmtpConfigurationPayloadType, { description: 'Puts an edited configuration in force, in one step. Needs SMTP_CONFIGURATION modify.' })
  async postSmtpConfiguration(
    @Ctx() context: Context, @Arg('input', () => SmtpConfigurationInput, { description: 'The edited configuration.' }) input: SmtpConfigurationInput,
    @Arg('version', () => Int, { description: 'The version you saw.' }) version: number,
  ) {
    return payload(await postSmtpConfiguration(context.house, signedIn(context), { input, version }));
  }

  @Mutation(() => SmtpConfigurationPayloadType, { description: 'The emergency stop, and its end; takes no version. Needs SMTP_CONFIGURATION modify.' })
  async setMailEnabled(@Ctx() context: Context, @Arg('enabled', () => Boolean, { description: 'Whether email is sent.' }) enabled: boolean) {
    return payload(await setMailEnabled(context.house, signedIn(context), enabled));
  }
}
