import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { createApplicationToken } from '../app/tokens/create.js';
import { applicationTokens, grantsOfTokens } from '../app/tokens/read.js';
import { revokeApplicationToken } from '../app/tokens/revoke.js';
import type { Fault } from '../domain/errors.js';
import type { ApplicationToken } from '../domain/people.js';
import { ApplicationTokenInput, ApplicationTokenPayloadType, ApplicationTokenType } from './application-token.type.js';
import { batched } from './batch.js';
import type { Context } from './context.js';
import { signedIn } from './context.js';
import { AccessHolderRefType, AccessRecordType } from './permission.type.js';
import { maySee } from './rules.js';

/** The payload: the record itself only for those who may see application tokens. */
const tokenPayload = (context: Context, token: ApplicationToken | null, secret: string | null, faults: readonly Fault[]) => ({
  applicationToken: token !== null && maySee(context, 'APPLICATION_TOKENS') ? token : null,
  ref: token === null ? null : { kind: 'APPLICATION_TOKEN' as const, id: token.id, name: token.name },
  secret, userErrors: faults,
});

@Resolver(() => ApplicationTokenType)
export class ApplicationTokenResolver {
  @Query(() => [ApplicationTokenType], { description: 'All application tokens, revoked ones too, by name. Needs APPLICATION_TOKENS access.' })
  async applicationTokens(@Ctx() { house }: Context) {
    return await applicationTokens(house);
  }

  @Mutation(() => ApplicationTokenPayloadType, { description: 'Makes an application token, with no more rights than you hold. Only for employees; needs APPLICATION_TOKENS add.' })
  async createApplicationToken(
    @Ctx() context: Context, @Arg('input', () => ApplicationTokenInput, { description: 'The new token.' }) input: ApplicationTokenInput,
  ) {
    const { value, faults } = await createApplicationToken(context.house, signedIn(context), input);
    return tokenPayload(context, value?.token ?? null, value?.secret ?? null, faults);
  }

  @Mutation(() => ApplicationTokenPayloadType, { description: 'Ends an application token for good, at once. Needs APPLICATION_TOKENS erase.' })
  async revokeApplicationToken(@Ctx() context: Context, @Arg('id', () => ID, { description: 'The token.' }) id: string) {
    const { value, faults } = await revokeApplicationToken(context.house, signedIn(context), id);
    return tokenPayload(context, value, null, faults);
  }

  @FieldResolver(() => AccessHolderRefType, { nullable: true, description: 'Who made it, by the name it had then; null: the command line.' })
  createdBy(@Root() { createdById, createdByName }: ApplicationToken) {
    return createdById === null ? null : { kind: 'EMPLOYEE' as const, id: createdById, name: createdByName };
  }

  @FieldResolver(() => [AccessRecordType], { description: 'What it was given; it may do no more of this than its maker.' })
  async accessRecords(@Root() { id }: ApplicationToken, @Ctx() context: Context) {
    return await batched(context, grantsOfTokens, id) ?? [];
  }
}
