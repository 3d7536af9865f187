import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionTypes } from './connection.type.js';
import { DiagnosisType } from './diagnosis.type.js';
import { enumOf } from './enum.js';
import { DateTime } from './scalars.js';
import { SmtpAccountSettingsInput } from './smtp-account.type.js';
import { ProbeStageType } from './stage.type.js';
import { UserErrorType } from './user-error.type.js';

export const TestMode = enumOf(['SEND', 'DRY_RUN'] as const);
registerEnumType(TestMode, {
  name: 'SmtpAccountTestMode', description: 'How far a test goes.',
  valuesConfig: {
    SEND: { description: 'A real test email is sent.' },
    DRY_RUN: { description: 'Stops before DATA: nothing is sent.' },
  },
});
export const TestState = enumOf(['RUNNING', 'PASSED', 'FAILED', 'CANCELLED'] as const);
registerEnumType(TestState, {
  name: 'SmtpAccountTestState', description: 'How a test stands.',
  valuesConfig: {
    RUNNING: { description: 'It is not over yet.' }, PASSED: { description: 'The server did all that was asked.' },
    FAILED: { description: 'The last stage failed; the diagnosis says why.' }, CANCELLED: { description: 'It was cancelled.' },
  },
});

@ObjectType('SmtpAccountTest', { description: 'A test of settings against the real server, stage by stage.', simpleResolvers: true })
export class SmtpAccountTestType {
  @Field(() => ID, { description: 'Its id. The last 100 tests of an account are kept.' })
  id!: string;

  @Field(() => TestMode, { description: 'How far it was to go.' })
  mode!: string;

  @Field(() => String, { description: 'Where the test email went, or would have gone.' })
  emailTestTo!: string;

  @Field(() => String, { description: 'The server it spoke to, with its port; or SendGrid.' })
  server!: string;

  @Field(() => Boolean, { description: 'Whether exactly what was posted was tested; else there were edits.' })
  asPosted!: boolean;

  @Field(() => String, { description: 'Who started it, by the name of that time.' })
  startedByName!: string;

  @Field(() => TestState, { description: 'How it stands.' })
  state!: string;

  @Field(() => [ProbeStageType], { description: 'The stages that ended so far, in order.' })
  stages!: readonly ProbeStageType[];

  @Field(() => DiagnosisType, { nullable: true, description: 'What went wrong, and what to do about it.' })
  diagnosis!: DiagnosisType | null;

  @Field(() => String, { nullable: true, description: 'The Message-ID of the test email, once it went out, without angle brackets.' })
  messageId!: string | null;

  @Field(() => DateTime, { description: 'When it began.' })
  startedAt!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it ended.' })
  endedAt!: number | null;
}

export const SmtpAccountTestConnectionType = connectionTypes('SmtpAccountTest', 'tests of an account', () => SmtpAccountTestType);

@ObjectType('SmtpAccountTestPayload', { description: 'A test, or why there is none.', simpleResolvers: true })
export class SmtpAccountTestPayloadType {
  @Field(() => SmtpAccountTestType, { nullable: true, description: 'The test; null when it was not begun.' })
  test!: SmtpAccountTestType | null;

  @Field(() => [UserErrorType], { description: 'What was wrong; when not empty, nothing was tested.' })
  userErrors!: readonly UserErrorType[];
}

@InputType('TestSmtpAccountInput', { description: 'What to test.' })
export class TestSmtpAccountInput {
  @Field(() => String, { description: 'Where the test email goes ("Email test to"); also what a dry run names as recipient.' })
  emailTestTo!: string;

  @Field(() => SmtpAccountSettingsInput, { nullable: true, description: 'Settings that are not posted, laid over the posted ones. Nothing of them is stored.' })
  settings?: SmtpAccountSettingsInput | null;

  @Field(() => TestMode, { defaultValue: 'SEND', description: 'How far it goes.' })
  mode!: keyof typeof TestMode;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether the server is also asked for a recipient outside the sender\'s domain, which is taken back at once. False for an account that only sends inside.' })
  relay!: boolean;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether to answer only when it is over. Else it is followed by `smtpAccountTestProgress` and `smtpAccountTest`.' })
  wait!: boolean;
}
