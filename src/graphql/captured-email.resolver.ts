import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { CapturedView } from '../app/captured/read.js';
import { capturedEmail, capturedEmails } from '../app/captured/read.js';
import { CapturedAttachmentType, CapturedEmailConnectionType, CapturedEmailType } from './captured-email.type.js';
import { connectionOf, ForwardPageArgs } from './connection.type.js';
import { spendContent } from './content-budget.js';
import type { Context } from './context.js';
import { signedIn } from './context.js';

const parsed = async (captured: CapturedView, info: GraphQLResolveInfo) => {
  spendContent(info, captured.sizeBytes);
  return await captured.parsed();
};

@Resolver(() => CapturedEmailType)
export class CapturedEmailResolver {
  @Query(() => CapturedEmailConnectionType, { description: 'What the sandbox caught, newest first, of your areas. Needs EMAIL_CONTENT access.' })
  async capturedEmails(@Ctx() context: Context, @Args(() => ForwardPageArgs) page: ForwardPageArgs) {
    return connectionOf(await capturedEmails(context.house, signedIn(context), page));
  }

  @Query(() => CapturedEmailType, { nullable: true, description: 'One email that the sandbox caught; null where there is none, or none of your areas. Needs EMAIL_CONTENT access.' })
  async capturedEmail(@Ctx() context: Context, @Arg('id', () => ID, { description: 'The id of the captured email.' }) id: string) {
    return await capturedEmail(context.house, signedIn(context), id);
  }

  @FieldResolver(() => String, { description: 'The message as it was sent, as text.' })
  async raw(@Root() captured: CapturedView, @Info() info: GraphQLResolveInfo) {
    spendContent(info, captured.sizeBytes);
    return await captured.source();
  }

  @FieldResolver(() => String, { nullable: true, description: 'The body as plain text.' })
  async text(@Root() captured: CapturedView, @Info() info: GraphQLResolveInfo) {
    return (await parsed(captured, info)).text;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The body as HTML.' })
  async html(@Root() captured: CapturedView, @Info() info: GraphQLResolveInfo) {
    return (await parsed(captured, info)).html;
  }

  @FieldResolver(() => [CapturedAttachmentType], { description: 'Its files.' })
  async attachments(@Root() captured: CapturedView, @Info() info: GraphQLResolveInfo) {
    return (await parsed(captured, info)).attachments;
  }
}
