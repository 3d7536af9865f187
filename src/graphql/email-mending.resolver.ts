import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Outcome } from '../app/change.js';
import { cancelEmail } from '../app/emails/cancel.js';
import type { EmailAction } from '../app/emails/change.js';
import { changeEmails } from '../app/emails/change.js';
import { resendEmail } from '../app/emails/resend.js';
import type { UnknownOutcome } from '../app/emails/resolve-unknown.js';
import { resolveUnknownEmail } from '../app/emails/resolve-unknown.js';
import { retryEmail } from '../app/emails/retry.js';
import type { EmailView } from '../app/emails/view.js';
import type { Context } from './context.js';
import { signedIn } from './context.js';
import { ChangeEmailsPayloadType, EmailActionEnum, EmailPayloadType, UnknownOutcomeEnum } from './email-mending.type.js';
import { EmailFilterInput } from './email.type.js';

const payload = ({ value, faults }: Outcome<EmailView>) => ({ email: value, userErrors: faults });

/** What people do to emails that were accepted. */
@Resolver()
export class EmailMendingResolver {
  @Mutation(() => EmailPayloadType, { description: 'Sends now what waits, is parked or failed; never to a recipient that was served. Needs EMAILS modify in its area.' })
  async retryEmail(@Ctx() context: Context, @Arg('id', () => ID, { description: 'The email.' }) id: string) {
    return payload(await retryEmail(context.house, signedIn(context), id));
  }

  @Mutation(() => EmailPayloadType, { description: 'Takes back an email that waits, is parked, or is SENDING and not handed over yet. Needs EMAILS modify in its area.' })
  async cancelEmail(@Ctx() context: Context, @Arg('id', () => ID, { description: 'The email.' }) id: string) {
    return payload(await cancelEmail(context.house, signedIn(context), id));
  }

  @Mutation(() => EmailPayloadType, { description: 'Sends an email once more, as a new one that names the old one. Needs EMAILS modify in its area, and EMAIL_CONTENT access to send it to others.' })
  async resendEmail(
    @Ctx() context: Context, @Arg('id', () => ID, { description: 'The email.' }) id: string,
    @Arg('to', () => [String], { nullable: true, description: 'Other recipients; left out: the same ones.' }) to?: string[] | null,
  ) {
    return payload(await resendEmail(context.house, signedIn(context), id, to ?? null));
  }

  @Mutation(() => EmailPayloadType, { description: 'Settles an UNKNOWN email by what somebody found out. Needs EMAILS modify in its area.' })
  async resolveUnknownEmail(
    @Ctx() context: Context, @Arg('id', () => ID, { description: 'The email.' }) id: string,
    @Arg('outcome', () => UnknownOutcomeEnum, { description: 'What was found out.' }) outcome: UnknownOutcome,
  ) {
    return payload(await resolveUnknownEmail(context.house, signedIn(context), id, outcome));
  }

  @Mutation(() => ChangeEmailsPayloadType, { description: 'Does one thing to all emails that a filter finds, in small portions. Reaches those where you hold EMAILS modify.' })
  async changeEmails(
    @Ctx() context: Context, @Arg('filter', () => EmailFilterInput, { description: 'Which emails.' }) filter: EmailFilterInput,
    @Arg('action', () => EmailActionEnum, { description: 'What to do.' }) action: EmailAction,
    @Arg('accountId', () => ID, { nullable: true, description: 'With REROUTE: the account to use. Needs SMTP_ACCOUNTS access.' }) accountId?: string | null,
  ) {
    const { faults, ...counts } = await changeEmails(context.house, signedIn(context), { filter, action, accountId: accountId ?? null });
    return { ...counts, userErrors: faults };
  }
}
