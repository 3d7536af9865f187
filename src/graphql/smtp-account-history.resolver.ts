import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { lastTestsOf, testsOfAccount } from '../app/accounts/test-history.js';
import type { SmtpAccount } from '../domain/account.js';
import { batched } from './batch.js';
import { connectionOf, ForwardPageArgs } from './connection.type.js';
import type { Context } from './context.js';
import { SmtpAccountTestConnectionType, SmtpAccountTestType } from './smtp-account-test.type.js';
import { SmtpAccountType } from './smtp-account.type.js';

@Resolver(() => SmtpAccountType)
export class SmtpAccountHistoryResolver {
  @FieldResolver(() => SmtpAccountTestType, { nullable: true, description: 'The latest test that is over, whoever started it.' })
  async lastTest(@Root() account: SmtpAccount, @Ctx() context: Context) {
    return await batched(context, lastTestsOf, account.id) ?? null;
  }

  @FieldResolver(() => SmtpAccountTestConnectionType, { description: 'The tests that are over, the latest first; 100 are kept.' })
  async tests(@Root() account: SmtpAccount, @Ctx() { house }: Context, @Args(() => ForwardPageArgs) page: ForwardPageArgs) {
    return connectionOf(await testsOfAccount(house, account, page));
  }
}
