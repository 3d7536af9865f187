import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { RelayingPlatform } from '../domain/relaying.js';
import { RELAYING_PLATFORMS } from '../domain/relaying.js';
import { connectionTypes } from './connection.type.js';
import { enumOf } from './enum.js';
import { RemedyStepType } from './remedy-step.type.js';
import { DateTime } from './scalars.js';

const PLATFORMS: Record<RelayingPlatform, string> = {
  EXCHANGE: 'Exchange Server on the premises.', MICROSOFT365: 'Microsoft 365 (Exchange Online).', GOOGLE: 'Google Workspace and Gmail.',
  MAILENABLE: 'MailEnable.', POSTFIX: 'Postfix.', EXIM: 'Exim.', SES: 'Amazon SES.', SENDGRID: 'SendGrid.',
};
export const RelayingPlatformEnum = enumOf(RELAYING_PLATFORMS);
registerEnumType(RelayingPlatformEnum, {
  name: 'RelayingPlatform', description: 'Whose way of relaying a page of the guide explains.',
  valuesConfig: Object.fromEntries(Object.entries(PLATFORMS).map(([platform, description]) => [platform, { description }])),
});

@ObjectType('RelayingGuideSection', { description: 'One way of a page of the guide, or one part of it.', simpleResolvers: true })
export class RelayingGuideSectionType {
  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => [RemedyStepType], { description: 'What to do, in order.' })
  steps!: readonly RemedyStepType[];
}

@ObjectType('RelayingGuide', { description: 'How to get mail relayed by one kind of server. The same steps are the remedies of diagnoses.', simpleResolvers: true })
export class RelayingGuideType {
  @Field(() => RelayingPlatformEnum, { description: 'Whose.' })
  platform!: string;

  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @Field(() => String, { description: 'What relaying comes to there, and which way to choose.' })
  introduction!: string;

  @Field(() => [RelayingGuideSectionType], { description: 'The ways, the better ones first.' })
  sections!: readonly RelayingGuideSectionType[];

  @Field(() => [String], { description: 'The diagnoses that it leads out of.' })
  diagnosisIds!: readonly string[];

  @Field(() => String, { description: 'The page of the vendor.' })
  link!: string;
}

@ObjectType('UnknownReply', { description: 'Words of servers that the catalogue does not know, with how often they were met. Addresses, ids and numbers are taken out.', simpleResolvers: true })
export class UnknownReplyType {
  @Field(() => ID, { description: 'Never changes.' })
  id!: string;

  @Field(() => String, { description: 'How far the conversation had got.' })
  stage!: string;

  @Field(() => String, { description: 'Whose server it probably was; UNKNOWN where nothing gave it away.' })
  provider!: string;

  @Field(() => String, { description: 'What it said.' })
  words!: string;

  @Field(() => Int, { description: 'How often.' })
  count!: number;

  @Field(() => DateTime, { description: 'When for the first time.' })
  firstAt!: number;

  @Field(() => DateTime, { description: 'When last.' })
  lastAt!: number;
}

export const UnknownReplyConnectionType = connectionTypes('UnknownReply', 'replies that the catalogue does not know', () => UnknownReplyType);
