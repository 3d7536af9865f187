import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { AccessHolderRefType, AccessRecordInput } from './permission.type.js';
import { DateTime } from './scalars.js';
import { UserErrorType } from './user-error.type.js';

@ObjectType('Role', { description: 'A named bundle of access records, which reach all employees who have it.', simpleResolvers: true })
export class RoleType {
  @Field(() => ID, { description: 'Never changes.' })
  id!: string;

  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is for, in words.' })
  description!: string | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: number;

  @Field(() => Int, { description: 'Grows with each change; a change must name the one it saw.' })
  version!: number;
}

@ObjectType('RolePayload', { description: 'What became of a change to a role.', simpleResolvers: true })
export class RolePayloadType {
  @Field(() => RoleType, { nullable: true, description: 'The role; null when nothing was changed, or without access to access records.' })
  role!: RoleType | null;

  @Field(() => AccessHolderRefType, { nullable: true, description: 'The role in brief; needs no access to access records.' })
  ref!: AccessHolderRefType | null;

  @Field(() => [UserErrorType], { description: 'What was wrong; when not empty, nothing was changed.' })
  userErrors!: readonly UserErrorType[];
}

@InputType('RoleInput', { description: 'A role.' })
export class RoleInput {
  @Field(() => String, { description: 'The name; unique.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is for, in words: at most 500 characters. Left out: as it is; null clears it.' })
  description?: string | null;

  @Field(() => [AccessRecordInput], { nullable: true, description: 'All its access records. Left out: as they are, none for a new role. Changing those of a role signs out whoever has it.' })
  records?: AccessRecordInput[] | null;
}
