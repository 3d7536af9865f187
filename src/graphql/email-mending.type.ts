import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EMAIL_ACTIONS } from '../app/emails/change.js';
import { UNKNOWN_OUTCOMES } from '../app/emails/resolve-unknown.js';
import { EmailType } from './email.type.js';
import { enumOf } from './enum.js';
import { UserErrorType } from './user-error.type.js';

export const UnknownOutcomeEnum = enumOf(UNKNOWN_OUTCOMES);
registerEnumType(UnknownOutcomeEnum, {
  name: 'UnknownOutcome', description: 'What somebody found out about an email whose outcome was not known.',
  valuesConfig: {
    ARRIVED: { description: 'It arrived: it is settled as sent.' },
    RESEND: { description: 'It did not arrive: it is sent again.' },
  },
});

export const EmailActionEnum = enumOf(EMAIL_ACTIONS);
registerEnumType(EmailActionEnum, {
  name: 'EmailAction', description: 'What can be done to many emails at once.',
  valuesConfig: {
    RETRY: { description: 'Send now what waits, is parked or failed.' },
    CANCEL: { description: 'Take back what waits, is parked, or is SENDING and not handed over yet.' },
    REROUTE: { description: 'Send through the account given, or without one by the route of the area, what waits, is parked, or is SENDING and not handed over yet.' },
    RELEASE: { description: 'Let what is parked go, in its order.' },
  },
});

@ObjectType('EmailPayload', { description: 'The email that was changed, or made.', simpleResolvers: true })
export class EmailPayloadType {
  @Field(() => EmailType, { nullable: true, description: 'The email as it stands now; null when nothing was changed.' })
  email!: EmailType | null;

  @Field(() => [UserErrorType], { description: 'What was wrong; when not empty, nothing was changed.' })
  userErrors!: readonly UserErrorType[];
}

@ObjectType('ChangeEmailsPayload', { description: 'What became of emails that were changed together.', simpleResolvers: true })
export class ChangeEmailsPayloadType {
  @Field(() => Int, { description: 'How many were changed.' })
  changed!: number;

  @Field(() => Int, { description: 'How many matched, but stood in a state in which the action does not apply.' })
  skipped!: number;

  @Field(() => [UserErrorType], { description: 'What was wrong with the call.' })
  userErrors!: readonly UserErrorType[];
}
