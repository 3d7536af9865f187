import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from './enum.js';
import { DateTime } from './scalars.js';
import { SmtpAccountRefType } from './smtp-account.type.js';

export const RateUnitEnum = enumOf(['MINUTE', 'HOUR', 'DAY'] as const);
registerEnumType(RateUnitEnum, { name: 'RateUnit', description: 'The window that a limit is for, by the clock of UTC.', valuesConfig: { MINUTE: { description: 'A minute.' }, HOUR: { description: 'An hour.' }, DAY: { description: 'A day, from midnight.' } } });

/** Emails as they stand now; what is cancelled was accepted, and is nothing else. */
@ObjectType()
abstract class MailCounts {
  @Field(() => Int, { description: 'How many were accepted.' })
  accepted!: number;

  @Field(() => Int, { description: 'How many are SENT or CAPTURED.' })
  sent!: number;

  @Field(() => Int, { description: 'How many are FAILED, or UNKNOWN.' })
  failed!: number;

  @Field(() => Int, { description: 'How many are SCHEDULED, QUEUED, SENDING or PARKED.' })
  waiting!: number;
}

@ObjectType('MailBar', { description: 'Emails that were accepted in a stretch of time, as they stand now.', simpleResolvers: true })
export class MailBarType extends MailCounts {
  @Field(() => DateTime, { description: 'When it begins.' })
  at!: number;
}

@ObjectType('AccountStatistics', { description: 'The emails of an account, as they stand now.', simpleResolvers: true })
export class AccountStatisticsType extends MailCounts {
  @Field(() => SmtpAccountRefType, { description: 'The account of their route.' })
  account!: SmtpAccountRefType;

  @Field(() => Int, { nullable: true, description: 'How long its server took to accept one, on average; null: it accepted none.' })
  meanLatencyMs!: number | null;

  @Field(() => [MailBarType], { description: 'The range in bars, as of all accounts together.' })
  bars!: readonly MailBarType[];
}

@ObjectType('MailQueue', { description: 'What waits for an account, of an area.', simpleResolvers: true })
export class MailQueueType {
  @Field(() => SmtpAccountRefType, { nullable: true, description: 'The account; null: none was found yet.' })
  account!: SmtpAccountRefType | null;

  @Field(() => String, { nullable: true, description: 'The area; null: those without one.' })
  area!: string | null;

  @Field(() => Int, { description: 'How many are to go, now or at their time.' })
  due!: number;

  @Field(() => Int, { description: 'How many are PARKED, or UNKNOWN.' })
  parked!: number;

  @Field(() => DateTime, { description: 'When the oldest was accepted.' })
  oldestAt!: number;
}

@ObjectType('DiagnosisCount', { description: 'How often a diagnosis was met.', simpleResolvers: true })
export class DiagnosisCountType {
  @Field(() => String, { description: 'The name of the diagnosis.' })
  diagnosisId!: string;

  @Field(() => Int, { description: 'The emails that have it now.' })
  count!: number;
}

@ObjectType('LimitUse', { description: 'How much of a limit is used at present.', simpleResolvers: true })
export class LimitUseType {
  @Field(() => SmtpAccountRefType, { description: 'The account that it binds: its own limit, or that of its quota group.' })
  account!: SmtpAccountRefType;

  @Field(() => RateUnitEnum, { description: 'The window.' })
  unit!: string;

  @Field(() => Int, { description: 'Emails that may be handed over within it.' })
  most!: number;

  @Field(() => Int, { description: 'Emails that were, so far.' })
  taken!: number;
}

@ObjectType('MailStatistics', { description: 'How mail goes: of the emails that you may know of.', simpleResolvers: true })
export class MailStatisticsType {
  @Field(() => Int, { description: 'How long each bar is.' })
  stepSeconds!: number;

  @Field(() => [MailBarType], { description: 'The range in bars, the oldest first, also those without emails.' })
  bars!: readonly MailBarType[];

  @Field(() => [AccountStatisticsType], { description: 'By account, the busiest first.' })
  accounts!: readonly AccountStatisticsType[];

  @Field(() => [MailQueueType], { description: 'What waits at present, whenever it was accepted; the oldest first.' })
  queues!: readonly MailQueueType[];

  @Field(() => [DiagnosisCountType], { description: 'What was wrong most: 10 at most.' })
  diagnoses!: readonly DiagnosisCountType[];

  @Field(() => [LimitUseType], { description: 'The limits of accounts. Empty without SMTP_ACCOUNTS access.' })
  limits!: readonly LimitUseType[];
}
