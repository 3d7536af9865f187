import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionTypes } from './connection.type.js';
import { AccessHolderRefType } from './permission.type.js';
import { DateTime } from './scalars.js';
import { UserErrorType } from './user-error.type.js';

@ObjectType('Employee', { description: 'Somebody who signs in.', simpleResolvers: true })
export class EmployeeType {
  @Field(() => ID, { description: 'Never changes.' })
  id!: string;

  @Field(() => String, { description: 'The record number; never changes.' })
  number!: string;

  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => String, { description: 'The email address, by which it signs in.' })
  email!: string;

  @Field(() => Boolean, { description: 'Whether it may sign in at all.' })
  active!: boolean;

  @Field(() => Boolean, { description: 'Whether its password was chosen by somebody else, and must be changed at sign-in before anything else.' })
  mustChangePassword!: boolean;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: number;

  @Field(() => DateTime, { description: 'When it was last changed.' })
  updatedAt!: number;

  @Field(() => Int, { description: 'Grows with each change; a change must name the one it saw.' })
  version!: number;
}

export const EmployeeConnectionType = connectionTypes('Employee', 'employees', () => EmployeeType);

@ObjectType('EmployeePayload', { description: 'What became of a change to an employee.', simpleResolvers: true })
export class EmployeePayloadType {
  @Field(() => EmployeeType, { nullable: true, description: 'The employee; null when nothing was changed, or without access to employees.' })
  employee!: EmployeeType | null;

  @Field(() => AccessHolderRefType, { nullable: true, description: 'The employee in brief; needs no access to employees.' })
  ref!: AccessHolderRefType | null;

  @Field(() => [UserErrorType], { description: 'What was wrong; when not empty, nothing was changed.' })
  userErrors!: readonly UserErrorType[];
}

@ObjectType('ResetPasswordPayload', { description: 'What became of a reset of a password.', simpleResolvers: true })
export class ResetPasswordPayloadType {
  @Field(() => EmployeeType, { nullable: true, description: 'The employee.' })
  employee!: EmployeeType | null;

  @Field(() => String, { nullable: true, description: 'The one-time password, shown this once; it must be changed at sign-in.' })
  oneTimePassword!: string | null;

  @Field(() => [UserErrorType], { description: 'What was wrong; when not empty, nothing was changed.' })
  userErrors!: readonly UserErrorType[];
}

@InputType('CreateEmployeeInput', { description: 'A new employee.' })
export class CreateEmployeeInput {
  @Field(() => String, { nullable: true, description: 'A number of your own: 1 to 20 letters, digits, hyphens. Left out: the one offered.' })
  number?: string | null;

  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => String, { description: 'The email address, by which it signs in; unique.' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'Write-only: 10 to 1,024 characters, to be changed at the first sign-in. Left out: it cannot sign in until a password is reset.' })
  password?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Its roles. Giving any needs ACCESS_RECORDS modify and the rights they give.' })
  roleIds?: string[] | null;
}

@InputType('UpdateEmployeeInput', { description: 'Changes to an employee. A field left out stays as it is.' })
export class UpdateEmployeeInput {
  @Field(() => String, { nullable: true, description: 'The name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'The email address, by which it signs in. Not of an employee with rights that you lack.' })
  email?: string | null;

  @Field(() => [ID], { nullable: true, description: 'All its roles. Changing them needs ACCESS_RECORDS modify and the rights that come with them, and signs it out.' })
  roleIds?: string[] | null;
}

@InputType('EmployeeFilter', { description: 'Narrows a list of employees; all that is given must hold.' })
export class EmployeeFilter {
  @Field(() => String, { nullable: true, description: 'Found in number, name or email, whatever the case.' })
  text?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they are active.' })
  active?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Who has this role. Needs ACCESS_RECORDS access.' })
  roleId?: string | null;
}
