import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { STAGES } from '../domain/stage.js';
import { enumOf } from './enum.js';
import { DateTime } from './scalars.js';

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

@ObjectType('TlsFindings', {
  description: 'What a TLS handshake showed: what was agreed on, and whose certificate it was.', simpleResolvers: true,
})
export class TlsFindingsType {
  @Field(() => String, { description: 'The version agreed on, such as `TLSv1.3`.' })
  protocol!: string;

  @Field(() => String, { description: 'The cipher suite agreed on, by its standard name.' })
  cipherSuite!: string;

  @Field(() => String, { description: 'Whom the certificate is for: its common name, else its organisation.' })
  subject!: string;

  @Field(() => [String], { description: 'The host names and addresses that it is valid for; the first 100.' })
  names!: readonly string[];

  @Field(() => String, { description: 'Who issued it.' })
  issuer!: string;

  @Field(() => DateTime, { nullable: true, description: 'From when it is valid.' })
  validFrom!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when it is valid.' })
  validUntil!: number | null;

  @Field(() => Boolean, { description: 'Whether this machine trusts it, for the name that was asked for.' })
  trusted!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is not trusted: the code, such as `CERT_HAS_EXPIRED`.' })
  distrustCode!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in words.' })
  distrustMessage!: string | null;
}

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

  @Field(() => TlsFindingsType, { nullable: true, description: 'Of the TLS stage, once hands were shaken; also where the certificate is what failed it.' })
  certificate!: TlsFindingsType | null;
}
