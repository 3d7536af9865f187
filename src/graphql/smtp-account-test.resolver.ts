import { Arg, Ctx, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { cancelSmtpAccountTest, smtpAccountTest, testProgress } from '../app/accounts/follow-test.js';
import type { AccountTest } from '../app/accounts/running-tests.js';
import { testSmtpAccount } from '../app/accounts/test.js';
import type { Outcome } from '../app/change.js';
import type { Context } from './context.js';
import { signedIn } from './context.js';
import { SmtpAccountTestPayloadType, SmtpAccountTestType, TestSmtpAccountInput } from './smtp-account-test.type.js';
import { ProbeStageType } from './stage.type.js';

const payload = ({ value, faults }: Outcome<AccountTest>) => ({ test: value, userErrors: faults });

@Resolver(() => SmtpAccountTestType)
export class SmtpAccountTestResolver {
  @Query(() => SmtpAccountTestType, { nullable: true, description: 'A test: one that you started while it runs, and anybody\'s once it is over. Needs SMTP_ACCOUNTS modify.' })
  async smtpAccountTest(@Ctx() context: Context, @Arg('testId', () => ID, { description: 'The test.' }) testId: string) {
    return await smtpAccountTest(context.house, signedIn(context), testId);
  }

  @Mutation(() => SmtpAccountTestPayloadType, { description: 'Tests an account against its server, with settings that need not be posted. Changes nothing. Needs SMTP_ACCOUNTS modify.' })
  async testSmtpAccount(
    @Ctx() context: Context, @Arg('id', () => ID, { description: 'The account.' }) id: string,
    @Arg('input', () => TestSmtpAccountInput, { description: 'What to test.' }) { emailTestTo, settings, mode, relay, wait }: TestSmtpAccountInput,
  ) {
    return payload(await testSmtpAccount(context.house, signedIn(context), { id, emailTestTo, settings: settings ?? {}, mode, relay, wait }));
  }

  @Mutation(() => SmtpAccountTestPayloadType, { description: 'Ends a test that you started. Needs SMTP_ACCOUNTS modify.' })
  async cancelSmtpAccountTest(@Ctx() context: Context, @Arg('testId', () => ID, { description: 'The test.' }) testId: string) {
    return payload(await cancelSmtpAccountTest(context.house, signedIn(context), testId));
  }

  @Subscription(() => ProbeStageType, {
    description: 'The stages of a test that you started, from the first, each as it ends; done after the last. Needs SMTP_ACCOUNTS modify.',
    subscribe: async ({ args, context }: { args: { testId: string }; context: Context }) =>
      await testProgress(context.house, signedIn(context), args.testId, context.recheck),
  })
  smtpAccountTestProgress(@Root() stage: ProbeStageType, @Arg('testId', () => ID, { description: 'The test.' }) _testId: string) {
    return stage;
  }
}
