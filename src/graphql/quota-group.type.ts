import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from './scalars.js';
import { UserErrorType } from './user-error.type.js';

@ObjectType('QuotaGroup', { description: 'A quota that several SMTP accounts of one provider share, in clock-aligned windows of UTC.' })
export class QuotaGroupType {
  @Field(() => ID, { description: 'Never changes.' })
  id!: string;

  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'Emails that all its accounts together hand over in a minute at most; null: no limit.' })
  messagesPerMinute!: number | null;

  @Field(() => Int, { nullable: true, description: 'Emails that all its accounts together hand over in an hour at most; null: no limit.' })
  messagesPerHour!: number | null;

  @Field(() => Int, { nullable: true, description: 'Emails that all its accounts together hand over in a day (UTC) at most; null: no limit.' })
  messagesPerDay!: number | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: number;

  @Field(() => Int, { description: 'Grows with each change; a change must name the one it saw.' })
  version!: number;
}

@ObjectType('QuotaGroupPayload', { description: 'What became of a change to a quota group.', simpleResolvers: true })
export class QuotaGroupPayloadType {
  @Field(() => QuotaGroupType, { nullable: true, description: 'The group; null when nothing was changed, or without access to accounts.' })
  quotaGroup!: QuotaGroupType | null;

  @Field(() => [UserErrorType], { description: 'What was wrong; when not empty, nothing was changed.' })
  userErrors!: readonly UserErrorType[];
}

@InputType('QuotaGroupInput', { description: 'A quota group. A limit left out stays as it is, none for a new group; null takes it away.' })
export class QuotaGroupInput {
  @Field(() => String, { description: 'The name; unique.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'Emails of all its accounts in a minute: 1 to 10000000.' })
  messagesPerMinute?: number | null;

  @Field(() => Int, { nullable: true, description: 'Emails of all its accounts in an hour: 1 to 10000000.' })
  messagesPerHour?: number | null;

  @Field(() => Int, { nullable: true, description: 'Emails of all its accounts in a day from midnight UTC: 1 to 10000000.' })
  messagesPerDay?: number | null;
}
