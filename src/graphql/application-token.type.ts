import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { AccessHolderRefType, AccessRecordInput } from './permission.type.js';
import { DateTime } from './scalars.js';
import { UserErrorType } from './user-error.type.js';

@ObjectType('ApplicationToken', { description: 'A program that may call. What it may do never exceeds what its maker may.', simpleResolvers: true })
export class ApplicationTokenType {
  @Field(() => ID, { description: 'Never changes.' })
  id!: string;

  @Field(() => String, { description: 'The name of the program.' })
  name!: string;

  @Field(() => [String], { nullable: true, description: 'The areas that it is limited to; null: not limited.' })
  areas!: readonly string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ends by itself; null: never.' })
  expiresAt!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked; null: it was not.' })
  revokedAt!: number | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: number;

  @Field(() => Int, { description: 'Grows with each change; a change must name the one it saw.' })
  version!: number;
}

@ObjectType('ApplicationTokenPayload', { description: 'What became of a change to an application token.', simpleResolvers: true })
export class ApplicationTokenPayloadType {
  @Field(() => ApplicationTokenType, { nullable: true, description: 'The token; null when nothing was changed, or without access to application tokens.' })
  applicationToken!: ApplicationTokenType | null;

  @Field(() => AccessHolderRefType, { nullable: true, description: 'The token in brief; needs no access to application tokens.' })
  ref!: AccessHolderRefType | null;

  @Field(() => String, { nullable: true, description: 'What the program sends as `Authorization: Bearer …`; shown this once, when the token is made.' })
  secret!: string | null;

  @Field(() => [UserErrorType], { description: 'What was wrong; when not empty, nothing was changed.' })
  userErrors!: readonly UserErrorType[];
}

@InputType('ApplicationTokenInput', { description: 'A new application token.' })
export class ApplicationTokenInput {
  @Field(() => String, { description: 'The name of the program; unique.' })
  name!: string;

  @Field(() => [String], { nullable: true, description: 'The areas that it is limited to; left out or null: not limited.' })
  areas?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ends by itself; left out or null: never.' })
  expiresAt?: number | null;

  @Field(() => [AccessRecordInput], { nullable: true, description: 'What it may do: no more than you. Left out: nothing yet.' })
  records?: AccessRecordInput[] | null;
}
