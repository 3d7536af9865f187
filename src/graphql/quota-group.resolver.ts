import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../app/change.js';
import { createQuotaGroup } from '../app/quota-groups/create.js';
import { eraseQuotaGroup } from '../app/quota-groups/erase.js';
import { accountsSharing, quotaGroups } from '../app/quota-groups/read.js';
import { updateQuotaGroup } from '../app/quota-groups/update.js';
import type { QuotaGroup } from '../domain/quota-group.js';
import { batched } from './batch.js';
import type { Context } from './context.js';
import { signedIn } from './context.js';
import { QuotaGroupInput, QuotaGroupPayloadType, QuotaGroupType } from './quota-group.type.js';
import { maySee } from './rules.js';
import { SmtpAccountRefType } from './smtp-account.type.js';

/** The payload: the record itself only for those who may see accounts. */
const groupPayload = (context: Context, { value, faults }: Outcome<QuotaGroup>) => ({
  quotaGroup: value !== null && maySee(context, 'SMTP_ACCOUNTS') ? value : null, userErrors: faults,
});

@Resolver(() => QuotaGroupType)
export class QuotaGroupResolver {
  @Query(() => [QuotaGroupType], { description: 'All quota groups, by name. Needs SMTP_ACCOUNTS access.' })
  async quotaGroups(@Ctx() { house }: Context) {
    return await quotaGroups(house);
  }

  @Mutation(() => QuotaGroupPayloadType, { description: 'Makes a quota group, for the settings of accounts to name. Needs SMTP_ACCOUNTS add.' })
  async createQuotaGroup(@Ctx() context: Context, @Arg('input', () => QuotaGroupInput, { description: 'The new group.' }) input: QuotaGroupInput) {
    return groupPayload(context, await createQuotaGroup(context.house, signedIn(context), input));
  }

  @Mutation(() => QuotaGroupPayloadType, { description: 'Changes a quota group; new limits hold at once. Needs SMTP_ACCOUNTS modify.' })
  async updateQuotaGroup(
    @Ctx() context: Context, @Arg('id', () => ID, { description: 'The group.' }) id: string,
    @Arg('input', () => QuotaGroupInput, { description: 'The group as it shall be.' }) input: QuotaGroupInput,
    @Arg('version', () => Int, { description: 'The version you saw.' }) version: number,
  ) {
    return groupPayload(context, await updateQuotaGroup(context.house, signedIn(context), { id, input, version }));
  }

  @Mutation(() => QuotaGroupPayloadType, { description: 'Erases a quota group that no account names any more. Needs SMTP_ACCOUNTS erase.' })
  async eraseQuotaGroup(
    @Ctx() context: Context, @Arg('id', () => ID, { description: 'The group.' }) id: string,
    @Arg('version', () => Int, { description: 'The version you saw.' }) version: number,
  ) {
    return groupPayload(context, await eraseQuotaGroup(context.house, signedIn(context), { id, version }));
  }

  @FieldResolver(() => [SmtpAccountRefType], { description: 'The accounts that share it, by number.' })
  async accounts(@Root() { id }: QuotaGroup, @Ctx() context: Context) {
    return await batched(context, accountsSharing, id) ?? [];
  }
}
