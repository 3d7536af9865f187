import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionTypes } from './connection.type.js';
import { DateTime } from './scalars.js';

@ObjectType('CapturedAttachment', { description: 'A file of a captured email.', simpleResolvers: true })
export class CapturedAttachmentType {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  fileName!: string | null;

  @Field(() => String, { description: 'Its type.' })
  contentType!: string;

  @Field(() => Int, { description: 'Its size in bytes.' })
  sizeBytes!: number;
}

@ObjectType('CapturedEmail', { description: 'An email that the sandbox caught: nothing of it left the house. Reading what it says is audited.', simpleResolvers: true })
export class CapturedEmailType {
  @Field(() => ID, { description: 'Never changes.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it was caught.' })
  receivedAt!: number;

  @Field(() => String, { description: 'The sender of the envelope.' })
  envelopeFrom!: string;

  @Field(() => [String], { description: 'The recipients of the envelope, those of bcc among them.' })
  recipients!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Its Message-ID, without the angle brackets.' })
  messageId!: string | null;

  @Field(() => String, { nullable: true, description: 'The area of the email, where it is one of Postroom\'s.' })
  area!: string | null;

  @Field(() => String, { description: 'The subject.' })
  subject!: string;

  @Field(() => Int, { description: 'The size of the message in bytes.' })
  sizeBytes!: number;
}

export const CapturedEmailConnectionType = connectionTypes('CapturedEmail', 'captured emails', () => CapturedEmailType);
