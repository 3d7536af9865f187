import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { MailState } from '../domain/mail-state.js';
import { MAIL_STATES } from '../domain/mail-state.js';
import { described, enumOf } from './enum.js';
import { EffectiveRightType, HolderKindEnum } from './permission.type.js';
import { DateTime } from './scalars.js';
import { UserErrorType } from './user-error.type.js';

export const MailStateEnum = enumOf(MAIL_STATES);
registerEnumType(MailStateEnum, {
  name: 'MailState', description: 'Where mail goes at present.',
  valuesConfig: described<MailState>({
    ON: 'It leaves the house.', SANDBOX_ONLY: 'All of it goes to the sandbox: nothing leaves the house.',
    NO_ACCOUNT: 'Mail is on, but there is neither a default account nor an override: emails wait.', OFF: 'Mail is switched off: emails wait.',
    RESTORED_COPY: 'This database is taken for a copy of another: emails wait until somebody confirms it.',
  }),
});

@ObjectType('Viewer', { description: 'Who you are, and what you may do.', simpleResolvers: true })
export class ViewerType {
  @Field(() => HolderKindEnum, { description: 'EMPLOYEE or APPLICATION_TOKEN.' })
  kind!: string;

  @Field(() => ID, { description: 'Your id.' })
  id!: string;

  @Field(() => String, { description: 'Your name.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether a one-time password must be changed before anything else.' })
  mustChangePassword!: boolean;

  @Field(() => [String], { nullable: true, description: 'The areas that an application token is limited to; null: not limited.' })
  areas!: readonly string[] | null;

  @Field(() => [EffectiveRightType], { description: 'Each right in force, with where it comes from.' })
  rights!: readonly EffectiveRightType[];
}

@ObjectType('SignInPayload', { description: 'What became of a sign-in.', simpleResolvers: true })
export class SignInPayloadType {
  @Field(() => String, { nullable: true, description: 'The session\'s bearer token, shown this once; null with `cookie: true`.' })
  token!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the session ends.' })
  expiresAt!: number | null;

  @Field(() => ViewerType, { nullable: true, description: 'Who you are now.' })
  viewer!: ViewerType | null;

  @Field(() => [UserErrorType], { description: 'What was wrong.' })
  userErrors!: readonly UserErrorType[];
}

@ObjectType('SignOutPayload', { description: 'What became of a sign-out.', simpleResolvers: true })
export class SignOutPayloadType {
  @Field(() => Boolean, { description: 'Whether a session was ended; an application token has none.' })
  signedOut!: boolean;

  @Field(() => [UserErrorType], { description: 'What was wrong.' })
  userErrors!: readonly UserErrorType[];
}

@ObjectType('ChangePasswordPayload', { description: 'What became of a change of your password.', simpleResolvers: true })
export class ChangePasswordPayloadType {
  @Field(() => Boolean, { description: 'Whether the password is changed. Your other sessions are then ended.' })
  changed!: boolean;

  @Field(() => [UserErrorType], { description: 'What was wrong.' })
  userErrors!: readonly UserErrorType[];
}
