import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { HealthState, HealthWarningKind } from '../domain/health.js';
import { HEALTH_STATES, HEALTH_WARNINGS } from '../domain/health.js';
import { DiagnosisType } from './diagnosis.type.js';
import { described, enumOf } from './enum.js';
import { DateTime } from './scalars.js';
import { SmtpAccountRefType } from './smtp-account.type.js';

export const HealthStateEnum = enumOf(HEALTH_STATES);
registerEnumType(HealthStateEnum, {
  name: 'HealthState', description: 'How an account stands, by looks at its server that send nothing.',
  valuesConfig: described<HealthState>({
    UNKNOWN: 'Nobody has looked yet.', OK: 'It works.', WARNING: 'It works, or failed for a moment: the warnings say what.',
    FAILING: 'It does not work: somebody has to mend something, or it failed twice in a row. It lasts until it is seen working.',
  }),
});

export const HealthWarningEnum = enumOf(HEALTH_WARNINGS);
registerEnumType(HealthWarningEnum, {
  name: 'HealthWarningKind', description: 'What an account is warned of.',
  valuesConfig: described<HealthWarningKind>({
    PASSING_FAULT: 'The last look failed, for a fault that passes by itself.', CERTIFICATE_EXPIRES: 'The certificate of its server expires within 30 days.',
    SECRET_EXPIRES: 'Its client secret expires within 30 days.', DNS_CHANGED: 'The name of its server leads to a network that it did not lead to before, since three days at most.',
    FALLBACK_USED: 'Its fallback carried emails within a day.',
  }),
});

@ObjectType('HealthWarning', { description: 'Something to look into before it is a fault.', simpleResolvers: true })
export class HealthWarningType {
  @Field(() => HealthWarningEnum, { description: 'What kind.' })
  kind!: string;

  @Field(() => String, { description: 'In words.' })
  message!: string;

  @Field(() => DateTime, { description: 'Since when.' })
  since!: number;
}

@ObjectType('AccountHealth', { description: 'How an account stands, by looks at its server that send nothing, and by what delivery met.', simpleResolvers: true })
export class AccountHealthType {
  @Field(() => HealthStateEnum, { description: 'How it stands.' })
  state!: string;

  @Field(() => DateTime, { description: 'Since when it stands so.' })
  since!: number;

  @Field(() => DateTime, { nullable: true, description: 'When its server was last asked.' })
  checkedAt!: number | null;

  @Field(() => DateTime, { description: 'When it is looked at next.' })
  nextCheckAt!: number;

  @Field(() => String, { nullable: true, description: 'The stage of the fault.' })
  stage!: string | null;

  @Field(() => DiagnosisType, { nullable: true, description: 'The fault that it has, and what to do about it. One that somebody has to mend is kept until it is seen to be gone.' })
  diagnosis!: DiagnosisType | null;

  @Field(() => [HealthWarningType], { description: 'What to look into.' })
  warnings!: readonly HealthWarningType[];
}

@ObjectType('AccountAlert', { description: 'An account that does not work, or is warned of: for a banner.', simpleResolvers: true })
export class AccountAlertType {
  @Field(() => HealthStateEnum, { description: 'How it stands.' })
  state!: string;

  @Field(() => SmtpAccountRefType, { description: 'The account.' })
  account!: SmtpAccountRefType;

  @Field(() => String, { description: 'What is the matter.' })
  message!: string;

  @Field(() => DateTime, { description: 'Since when.' })
  since!: number;
}
