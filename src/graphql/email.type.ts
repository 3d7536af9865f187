import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { EmailStatus, ParkedReason } from '../domain/email.js';
import { connectionTypes } from './connection.type.js';
import { DiagnosisType } from './diagnosis.type.js';
import { EmailStatusEnum, OnUnknownEnum, PriorityEnum, RecipientKindEnum, RecipientStatusEnum } from './email-enums.js';
import { enumOf } from './enum.js';
import { MailboxType } from './mailbox.type.js';
import { ParkedReasonEnum, RouteType } from './route.type.js';
import { DateTime } from './scalars.js';
import { SmtpAccountRefType } from './smtp-account.type.js';
import { StageEnum } from './stage.type.js';

const SenderKindEnum = enumOf(['EMPLOYEE', 'APPLICATION_TOKEN', 'COMMAND'] as const);
registerEnumType(SenderKindEnum, {
  name: 'EmailSenderKind', description: 'Who asks for an email.',
  valuesConfig: {
    EMPLOYEE: { description: 'An employee.' }, APPLICATION_TOKEN: { description: 'A program.' }, COMMAND: { description: 'The command line.' },
  },
});

@ObjectType('EmailSender', { description: 'Who asked for an email, named as then.', simpleResolvers: true })
export class EmailSenderType {
  @Field(() => SenderKindEnum, { description: 'What it is.' })
  kind!: string;

  @Field(() => ID, { nullable: true, description: 'Its id; null for the command line.' })
  id!: string | null;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType('EmailSource', { description: 'What in the caller\'s own system an email is about.', simpleResolvers: true })
export class EmailSourceType {
  @Field(() => String, { description: 'Its kind.' })
  type!: string;

  @Field(() => String, { description: 'Its id there.' })
  id!: string;
}

@ObjectType('EmailRecipient', { description: 'A recipient, and what became of it.', simpleResolvers: true })
export class EmailRecipientType {
  @Field(() => String, { description: 'The address.' })
  address!: string;

  @Field(() => String, { nullable: true, description: 'The name beside it.' })
  name!: string | null;

  @Field(() => RecipientKindEnum, { description: 'How it is addressed.' })
  kind!: string;

  @Field(() => RecipientStatusEnum, { description: 'What became of it.' })
  status!: string;

  @Field(() => Int, { nullable: true, description: 'The server\'s reply code.' })
  code!: number | null;

  @Field(() => String, { nullable: true, description: 'The enhanced status code, such as `5.1.1`.' })
  enhancedCode!: string | null;

  @Field(() => String, { nullable: true, description: 'The server\'s own words.' })
  reply!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was said.' })
  at!: number | null;
}

@ObjectType('EmailAttempt', { description: 'One try to hand an email to a server, with what the server said.', simpleResolvers: true })
export class EmailAttemptType {
  @Field(() => Int, { description: 'The how-manieth try it was.' })
  number!: number;

  @Field(() => DateTime, { description: 'When it was.' })
  at!: number;

  @Field(() => SmtpAccountRefType, { nullable: true, description: 'The account, named as then.' })
  account!: SmtpAccountRefType | null;

  @Field(() => String, { description: 'What it came to: ACCEPTED, REFUSED, UNKNOWN, and what else a transport may report.' })
  outcome!: string;

  @Field(() => StageEnum, { description: 'How far it got.' })
  stage!: string;

  @Field(() => Int, { nullable: true, description: 'The reply code, or the HTTP status of a provider.' })
  code!: number | null;

  @Field(() => String, { nullable: true, description: 'The enhanced status code, such as `5.7.1`.' })
  enhancedCode!: string | null;

  @Field(() => String, { nullable: true, description: 'The server\'s own words.' })
  reply!: string | null;

  @Field(() => DiagnosisType, { nullable: true, description: 'What they mean, and what to do; null when all went well.' })
  diagnosis!: DiagnosisType | null;

  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  latencyMs!: number;
}

@ObjectType('Email', { description: 'An email that was asked for: a row of the outbox.', simpleResolvers: true })
export class EmailType {
  @Field(() => ID, { description: 'Never changes.' })
  id!: string;

  @Field(() => EmailStatusEnum, { description: 'Where it stands.' })
  status!: string;

  @Field(() => ParkedReasonEnum, { nullable: true, description: 'With PARKED: what it waits for.' })
  parkedReason!: string | null;

  @Field(() => String, { nullable: true, description: 'The code of the area that sends it.' })
  area!: string | null;

  @Field(() => String, { description: 'The subject.' })
  subject!: string;

  @Field(() => MailboxType, { nullable: true, description: 'The From that was asked for; null: the account\'s own. The one in use stands in `route`.' })
  from!: MailboxType | null;

  @Field(() => MailboxType, { nullable: true, description: 'Where answers go, when that was asked for.' })
  replyTo!: MailboxType | null;

  @Field(() => [MailboxType], { description: 'Those it is addressed to directly.' })
  to!: readonly MailboxType[];

  @Field(() => RouteType, { description: 'The account and From that were found last, and why.' })
  route!: RouteType;

  @Field(() => [EmailRecipientType], { description: 'All recipients, and what became of each.' })
  recipients!: readonly EmailRecipientType[];

  @Field(() => String, { description: 'Its Message-ID, without the angle brackets; the same in every attempt.' })
  messageId!: string;

  @Field(() => PriorityEnum, { description: 'What goes first.' })
  priority!: string;

  @Field(() => [EmailAttemptType], { description: 'Every try, oldest first.' })
  attempts!: readonly EmailAttemptType[];

  @Field(() => String, { nullable: true, description: 'The id of the last diagnosis.' })
  diagnosisId!: string | null;

  @Field(() => EmailSourceType, { nullable: true, description: 'What it is about.' })
  source!: EmailSourceType | null;

  @Field(() => String, { nullable: true, description: 'The name it shares with others.' })
  batch!: string | null;

  @Field(() => String, { nullable: true, description: 'The sender\'s own key.' })
  idempotencyKey!: string | null;

  @Field(() => Boolean, { description: 'Whether its sender marked the content to be kept no longer than sending needs: body and attachments are removed when it is SENT, CAPTURED, FAILED or CANCELLED.' })
  sensitive!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When its body and attachments were removed; null while they are there. It can then neither be tried again nor sent once more.' })
  contentPurgedAt!: number | null;

  @Field(() => OnUnknownEnum, { description: 'What happens when it is not known whether the server took it.' })
  onUnknown!: string;

  @Field(() => ID, { nullable: true, description: 'The email of which this is a copy, sent by hand.' })
  resendOfId!: string | null;

  @Field(() => EmailSenderType, { description: 'Who asked for it.' })
  sender!: EmailSenderType;

  @Field(() => DateTime, { description: 'When it was stored.' })
  acceptedAt!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it was asked to be sent.' })
  sendAt!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When a server, or the sandbox, took it.' })
  sentAt!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When its outcome was known, or known not to be known.' })
  settledAt!: number | null;

  @Field(() => Int, { description: 'Bytes of text, html and attachments together.' })
  sizeBytes!: number;
}

export const EmailConnectionType = connectionTypes('Email', 'emails', () => EmailType);

@ObjectType('EmailStatusCount', { description: 'How many emails stand at one status.', simpleResolvers: true })
export class EmailStatusCountType {
  @Field(() => EmailStatusEnum, { description: 'The status.' })
  status!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('EmailBatch', { description: 'How the emails that share a batch stand.', simpleResolvers: true })
export class EmailBatchType {
  @Field(() => String, { description: 'The name they share.' })
  id!: string;

  @Field(() => [EmailStatusCountType], { description: 'How many stand at each status that occurs.' })
  counts!: readonly EmailStatusCountType[];

  @Field(() => DateTime, { description: 'When the first was stored.' })
  acceptedAt!: number;

  @Field(() => DateTime, { nullable: true, description: 'When the last will be settled at the rate so far and under the limits of its accounts, or was; null when what is left waits for a person, or while nothing is settled and no limit tells.' })
  estimatedDoneAt!: number | null;
}

@InputType('EmailFilter', { description: 'Narrows a list of emails; all that is given must hold.' })
export class EmailFilterInput {
  @Field(() => [EmailStatusEnum], { nullable: true, description: 'Standing at one of these.' })
  status?: EmailStatus[] | null;

  @Field(() => [ParkedReasonEnum], { nullable: true, description: 'Waiting for one of these.' })
  parkedReason?: ParkedReason[] | null;

  @Field(() => String, { nullable: true, description: 'Of this area.' })
  area?: string | null;

  @Field(() => ID, { nullable: true, description: 'Going through this account.' })
  accountId?: string | null;

  @Field(() => String, { nullable: true, description: 'To this address, whatever its case.' })
  recipient?: string | null;

  @Field(() => String, { nullable: true, description: 'With this Message-ID, with or without angle brackets.' })
  messageId?: string | null;

  @Field(() => String, { nullable: true, description: 'About a thing of this kind.' })
  sourceType?: string | null;

  @Field(() => String, { nullable: true, description: 'About the thing with this id.' })
  sourceId?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this batch.' })
  batch?: string | null;

  @Field(() => String, { nullable: true, description: 'Whose last attempt met this fault.' })
  diagnosisId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Stored at this moment or later.' })
  acceptedFrom?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'Stored before this moment.' })
  acceptedBefore?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it went, or goes, by the fallback of its account.' })
  byFallback?: boolean | null;
}
