import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { STAGES } from '../domain/stage.js';
import { enumOf } from './enum.js';

const DESCRIPTIONS: Record<(typeof STAGES)[number], string> = {
  DNS: 'Finding the addresses of the server, and whether they may be connected to.',
  TCP: 'Connecting.',
  GREETING: 'The server\'s first words.',
  EHLO: 'Introducing ourselves, and learning what the server can do.',
  TLS: 'Encrypting, and checking the certificate.',
  AUTH: 'Logging on.',
  MAIL_FROM: 'Naming the sender.',
  RCPT_TO: 'Naming a recipient.',
  RELAY: 'Naming a recipient outside the sender\'s domain.',
  DATA: 'Asking to hand over the message.',
  AFTER_DATA: 'The answer to the whole message.',
  PROVIDER_API: 'A provider\'s HTTP call.',
  DONE: 'All of it.',
};
export const StageEnum = enumOf(STAGES);
registerEnumType(StageEnum, {
  name: 'Stage', description: 'How far a conversation with a server got; one list for tests, attempts and diagnoses.',
  valuesConfig: Object.fromEntries(Object.entries(DESCRIPTIONS).map(([stage, description]) => [stage, { description }])),
});

export const StageOutcomeEnum = enumOf(['PASSED', 'FAILED', 'SKIPPED'] as const);
registerEnumType(StageOutcomeEnum, {
  name: 'StageOutcome', description: 'How a stage ended.',
  valuesConfig: {
    PASSED: { description: 'As it should.' }, FAILED: { description: 'Here the conversation ended.' },
    SKIPPED: { description: 'Nothing to do at this stage; the detail says why.' },
  },
});

@ObjectType('ProbeStage', { description: 'One stage of a test, as it ended. No text in it holds a secret.', simpleResolvers: true })
export class ProbeStageType {
  @Field(() => StageEnum, { description: 'Which stage.' })
  stage!: string;

  @Field(() => StageOutcomeEnum, { description: 'How it ended.' })
  outcome!: string;

  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  latencyMs!: number;

  @Field(() => Int, { nullable: true, description: 'The SMTP reply code or HTTP status.' })
  code!: number | null;

  @Field(() => String, { nullable: true, description: 'The enhanced status code of RFC 3463, such as `5.7.1`.' })
  enhancedCode!: string | null;

  @Field(() => String, { nullable: true, description: 'What the server said.' })
  reply!: string | null;

  @Field(() => String, { nullable: true, description: 'What was learnt, such as addresses, capabilities, certificate; for a failure what went wrong.' })
  detail!: string | null;
}
