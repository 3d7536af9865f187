import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

/** Settings of how an account carries its emails, as they are shown: part of `SmtpAccountSettings`. */
@ObjectType({ simpleResolvers: true })
export abstract class CarriageSettingsType {
  @Field(() => Int, { nullable: true, description: 'Connections at once, of all processes together; null: 5.' })
  connectionsMax!: number | null;

  @Field(() => Int, { nullable: true, description: 'Emails handed over in a minute at most; null: no limit.' })
  messagesPerMinute!: number | null;

  @Field(() => Int, { nullable: true, description: 'Emails handed over in an hour at most; null: no limit.' })
  messagesPerHour!: number | null;

  @Field(() => Int, { nullable: true, description: 'Emails handed over in a day (UTC) at most; null: no limit.' })
  messagesPerDay!: number | null;

  @Field(() => ID, { nullable: true, description: 'The quota group whose limits it shares; null: none.' })
  quotaGroupId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The account that carries an email when this one cannot for now; null: none, the email waits.' })
  fallbackAccountId!: string | null;

  @Field(() => Int, { nullable: true, description: 'The shortest wait before a next try; null: 30.' })
  retryShortestSeconds!: number | null;

  @Field(() => Int, { nullable: true, description: 'The longest wait before a next try; null: 14400, four hours.' })
  retryLongestSeconds!: number | null;

  @Field(() => Int, { nullable: true, description: 'When an email that is deferred again and again fails, from its first try and without the time it stood parked; null: 72.' })
  giveUpAfterHours!: number | null;
}

/** The same as they are given: part of `SmtpAccountSettingsInput`. */
@InputType()
export abstract class CarriageSettingsInput {
  @Field(() => Int, { nullable: true, description: 'Connections at once, of all processes together: 1 to 100. Null: 5.' })
  connectionsMax?: number | null;

  @Field(() => Int, { nullable: true, description: 'Emails handed over in a clock-aligned minute at most. Null: no limit.' })
  messagesPerMinute?: number | null;

  @Field(() => Int, { nullable: true, description: 'Emails handed over in a clock-aligned hour at most. Null: no limit.' })
  messagesPerHour?: number | null;

  @Field(() => Int, { nullable: true, description: 'Emails handed over in a day, from midnight UTC, at most. Null: no limit.' })
  messagesPerDay?: number | null;

  @Field(() => ID, { nullable: true, description: 'A quota group whose limits it shares, besides its own.' })
  quotaGroupId?: string | null;

  @Field(() => ID, { nullable: true, description: 'An account that carries emails when this one cannot for now, where their From is allowed there. Its own fallback comes next; no circle.' })
  fallbackAccountId?: string | null;

  @Field(() => Int, { nullable: true, description: 'The shortest wait before a next try: 1 to 86400. Null: 30. A server\'s own hint wins.' })
  retryShortestSeconds?: number | null;

  @Field(() => Int, { nullable: true, description: 'The longest wait before a next try: 1 to 604800, not below the shortest. Null: 14400.' })
  retryLongestSeconds?: number | null;

  @Field(() => Int, { nullable: true, description: 'When an email that is deferred again and again fails, from its first try and without the time it stood parked: 1 to 720. Null: 72.' })
  giveUpAfterHours?: number | null;
}
