import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { USER_ERROR_CODES } from '../domain/errors.js';
import { enumOf } from './enum.js';

const DESCRIPTIONS: Record<(typeof USER_ERROR_CODES)[number], string> = {
  INVALID: 'The value cannot be used; the message says why.',
  NOT_FOUND: 'There is no such record.',
  STALE_VERSION: 'The record was changed since you saw it; where possible the payload holds it as it now stands.',
  NUMBER_TAKEN: 'Another record has this number.',
  NAME_TAKEN: 'Another record has this name.',
  RECORD_IN_USE: 'Something still needs the record; `usedBy` says what.',
  PASSWORD_REQUIRED: 'A password or key must be typed: none is stored that may be used with these settings.',
  NOT_POSTED: 'The account has no posted settings yet.',
  FROM_NOT_ALLOWED: 'The account may not send with this From.',
  IDEMPOTENCY_MISMATCH: 'The idempotency key was used before, with another content.',
  TOO_LARGE: 'Larger than the limit that the message names.',
  WRONG_STATE: 'The record is in a state in which this cannot be done.',
  LAST_ADMINISTRATOR: 'Nobody active would be left with access and modify on employees and access records.',
  RIGHT_NOT_HELD: 'You do not hold this right, or not in this reach, and so cannot grant it.',
};
export const UserErrorCode = enumOf(USER_ERROR_CODES);
registerEnumType(UserErrorCode, {
  name: 'UserErrorCode', description: 'What is wrong with what was asked; each can be mended in a form.',
  valuesConfig: Object.fromEntries(Object.entries(DESCRIPTIONS).map(([code, description]) => [code, { description }])),
});

@ObjectType('RecordRef', { description: 'A record that stands in the way, named so that a person finds it.', simpleResolvers: true })
export class RecordRefType {
  @Field(() => String, { description: 'What kind of record, in words.' })
  type!: string;

  @Field(() => ID, { description: 'Its id, or its code where it has one.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType('UserError', { description: 'One thing wrong with the input, for the field that `path` leads to.', simpleResolvers: true })
export class UserErrorType {
  @Field(() => UserErrorCode, { description: 'What is wrong, for programs.' })
  code!: string;

  @Field(() => String, { description: 'What is wrong, for people.' })
  message!: string;

  @Field(() => [String], { description: 'The way from the arguments to the field; positions in lists as digits.' })
  path!: string[];

  @Field(() => [RecordRefType], { nullable: true, description: 'With RECORD_IN_USE: what uses the record.' })
  usedBy?: RecordRefType[] | null;
}
