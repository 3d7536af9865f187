import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { checkSmtpAccountHealth } from '../app/health/check.js';
import { healthsOf } from '../app/health/read.js';
import type { SmtpAccount } from '../domain/account.js';
import { batched } from './batch.js';
import type { Context } from './context.js';
import { signedIn } from './context.js';
import { AccountHealthType } from './health.type.js';
import { accountPayload } from './smtp-account.resolver.js';
import { SmtpAccountPayloadType, SmtpAccountType } from './smtp-account.type.js';

@Resolver(() => SmtpAccountType)
export class HealthResolver {
  @FieldResolver(() => AccountHealthType, { nullable: true, description: 'How it stands, by looks at its server that send nothing; null until the first.' })
  async health(@Root() account: SmtpAccount, @Ctx() context: Context) {
    return await batched(context, healthsOf, account.id) ?? null;
  }

  @Mutation(() => SmtpAccountPayloadType, { description: 'Looks at an account now, without sending; its `health` is what that came to. Needs SMTP_ACCOUNTS modify.' })
  async checkSmtpAccountHealth(@Ctx() context: Context, @Arg('id', () => ID, { description: 'The account.' }) id: string) {
    return accountPayload(context, await checkSmtpAccountHealth(context.house, signedIn(context), id));
  }
}
