import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { mailStatistics } from '../app/statistics/mail-statistics.js';
import type { Context } from './context.js';
import { signedIn } from './context.js';
import { MailStatisticsType } from './mail-statistics.type.js';

@Resolver(() => MailStatisticsType)
export class MailStatisticsResolver {
  @Query(() => MailStatisticsType, { description: 'What went, what waits and what was wrong in the last hours, of the emails that you may know of.' })
  async mailStatistics(@Ctx() context: Context, @Arg('hours', () => Int, { defaultValue: 24, description: 'How far to look back: 1 to 744 hours, in bars of round length.' }) hours: number) {
    const { bars, filled, ...rest } = await mailStatistics(context.house, signedIn(context), hours);
    return { ...rest, stepSeconds: bars.stepMs / 1_000, bars: filled };
  }
}
