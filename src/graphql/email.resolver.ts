import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Outcome } from '../app/change.js';
import type { AttachmentView } from '../app/emails/content.js';
import { emailContent } from '../app/emails/content.js';
import { email, emailBatch, emails } from '../app/emails/read.js';
import { sendEmail, sendEmails } from '../app/emails/send.js';
import type { EmailView } from '../app/emails/view.js';
import type { WatchFilter } from '../app/emails/watch.js';
import { watchEmails } from '../app/emails/watch.js';
import { connectionOf, PageArgs } from './connection.type.js';
import { spendContent } from './content-budget.js';
import type { Context } from './context.js';
import { signedIn } from './context.js';
import { EmailAttachmentType, EmailContentType } from './email-content.type.js';
import { EmailBatchType, EmailConnectionType, EmailFilterInput, EmailType } from './email.type.js';
import { SendEmailInputType, SendEmailPayloadType, SendEmailsPayloadType } from './send-email.type.js';

const payload = ({ value, faults }: Outcome<EmailView>) => ({ email: value, userErrors: faults });

@Resolver(() => EmailType)
export class EmailResolver {
  @Query(() => EmailConnectionType, { description: 'Emails, newest first. With EMAILS access those of your areas; as a sender, those you sent.' })
  async emails(
    @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => EmailFilterInput, { nullable: true, description: 'Which emails.' }) filter?: EmailFilterInput | null,
  ) {
    return connectionOf(await emails(context.house, signedIn(context), filter ?? {}, page));
  }

  @Query(() => EmailType, { nullable: true, description: 'An email by id; null where there is none that you may see.' })
  async email(@Ctx() context: Context, @Arg('id', () => ID, { description: 'The id of the email.' }) id: string) {
    return await email(context.house, signedIn(context), id);
  }

  @Query(() => EmailBatchType, { nullable: true, description: 'How the emails of a batch stand, as far as you may see them.' })
  async emailBatch(@Ctx() context: Context, @Arg('id', () => String, { description: 'The `batch` that the emails share.' }) id: string) {
    return await emailBatch(context.house, signedIn(context), id);
  }

  @Mutation(() => SendEmailPayloadType, { description: 'Sends an email. It is stored durably when this answers; SENT follows when a server took it. Needs EMAILS add.' })
  async sendEmail(@Ctx() context: Context, @Arg('input', () => SendEmailInputType, { description: 'The email.' }) input: SendEmailInputType) {
    return payload(await sendEmail(context.house, signedIn(context), input));
  }

  @Mutation(() => SendEmailsPayloadType, { description: 'Sends up to 500 emails, each with an answer of its own: one fault stops no other, but an email outside your rights refuses the whole call. Needs EMAILS add.' })
  async sendEmails(@Ctx() context: Context, @Arg('inputs', () => [SendEmailInputType], { description: 'The emails.' }) inputs: SendEmailInputType[]) {
    const { results, faults } = await sendEmails(context.house, signedIn(context), inputs);
    return { results: results.map(payload), userErrors: faults };
  }

  @Subscription(() => EmailType, {
    description: 'Emails as they change, at most one event for an email in a second. Give nothing to watch all that you may see.',
    subscribe: ({ context, args }: { context: Context; args: WatchFilter }) => watchEmails(context.house, signedIn(context), args, context.recheck),
  })
  emailChanged(
    @Root() changed: EmailView,
    @Arg('id', () => ID, { nullable: true, description: 'Only this email.' }) _id?: string | null,
    @Arg('area', () => String, { nullable: true, description: 'Only those of this area.' }) _area?: string | null,
    @Arg('batch', () => String, { nullable: true, description: 'Only those of this batch.' }) _batch?: string | null,
  ): EmailView {
    return changed;
  }

  @FieldResolver(() => EmailContentType, { nullable: true, description: 'What it says; null once purged. Needs EMAIL_CONTENT access in its area; reading is audited.' })
  async content(@Root() root: EmailView, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    spendContent(info, Math.min(root.sizeBytes, 5 * 1_048_576));
    return await emailContent(context.house, signedIn(context), root);
  }
}

@Resolver(() => EmailAttachmentType)
export class EmailAttachmentResolver {
  @FieldResolver(() => String, { description: 'Its bytes as base64.' })
  async content(@Root() attachment: AttachmentView, @Info() info: GraphQLResolveInfo) {
    spendContent(info, attachment.sizeBytes);
    return (await attachment.bytes()).toString('base64');
  }
}
