import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { accountRefs, carriedByFallbacks } from '../app/accounts/fallbacks.js';
import { quotaGroupsOf } from '../app/quota-groups/read.js';
import type { SmtpAccount } from '../domain/account.js';
import { batched } from './batch.js';
import type { Context } from './context.js';
import { QuotaGroupType } from './quota-group.type.js';
import { SmtpAccountRefType, SmtpAccountType } from './smtp-account.type.js';

/** What an account has to do with others: who steps in for it, and with whom it shares a quota. */
@Resolver(() => SmtpAccountType)
export class SmtpAccountCarriageResolver {
  @FieldResolver(() => SmtpAccountRefType, { nullable: true, description: 'The account that carries an email when this one cannot for now; null: none.' })
  async fallback(@Root() { fallbackId }: SmtpAccount, @Ctx() context: Context) {
    return fallbackId === null ? null : await batched(context, accountRefs, fallbackId) ?? null;
  }

  @FieldResolver(() => QuotaGroupType, { nullable: true, description: 'The quota that it shares with others; null: none.' })
  async quotaGroup(@Root() { quotaGroupId }: SmtpAccount, @Ctx() context: Context) {
    return quotaGroupId === null ? null : await batched(context, quotaGroupsOf, quotaGroupId) ?? null;
  }

  @FieldResolver(() => Int, { description: 'How many of its emails a fallback carried in the last 24 hours.' })
  async carriedByFallback(@Root() { id }: SmtpAccount, @Ctx() context: Context) {
    return await batched(context, carriedByFallbacks, id) ?? 0;
  }
}
