import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { FINDING_OUTCOMES, SENDER_CHECKS } from '../domain/sender-domain.js';
import { RemedyStepType } from './remedy-step.type.js';
import { enumOf } from './enum.js';
import { DateTime } from './scalars.js';

export const SenderDomainCheckKind = enumOf(SENDER_CHECKS);
registerEnumType(SenderDomainCheckKind, {
  name: 'SenderDomainCheckKind', description: 'What is looked at.',
  valuesConfig: {
    SPF: { description: 'Whether the domain lets mail come from where it leaves (RFC 7208).' },
    DKIM: { description: 'Whether there are keys that mail can be signed with (RFC 6376).' },
    DMARC: { description: 'Whether SPF or DKIM is of the From domain, and what becomes of mail where not (RFC 9989).' },
    MX: { description: 'Whether answers and bounces reach somebody (RFC 5321, RFC 7505).' },
    PTR: { description: 'Whether the address that mail leaves from has a name that leads back to it. Where your own server, or this machine, is what receivers see.' },
  },
});

export const SenderFindingOutcome = enumOf(FINDING_OUTCOMES);
registerEnumType(SenderFindingOutcome, {
  name: 'SenderFindingOutcome', description: 'What a check came to.',
  valuesConfig: {
    PASSED: { description: 'In order.' }, WARNING: { description: 'Mail goes, but something should be better.' },
    FAILED: { description: 'Receivers will refuse mail or take it for spam.' },
    UNKNOWN: { description: 'It could not be found out: DNS did not answer, or only the sender knows. No fault of the domain.' },
  },
});

@ObjectType('SenderFinding', { description: 'What one check of a From domain came to.', simpleResolvers: true })
export class SenderFindingType {
  @Field(() => SenderDomainCheckKind, { description: 'What was looked at.' })
  check!: string;

  @Field(() => SenderFindingOutcome, { description: 'What it came to.' })
  outcome!: string;

  @Field(() => String, { nullable: true, description: 'What is published now, a record a line; null where there is nothing.' })
  record!: string | null;

  @Field(() => String, { description: 'What was found, in plain words.' })
  message!: string;

  @Field(() => [RemedyStepType], { description: 'What to do, in order; its command is the record to publish, as a line of a zone file. Empty where nothing need be done.' })
  remedy!: readonly RemedyStepType[];
}

@ObjectType('SenderDomainCheck', { description: 'What DNS says of a From domain, for mail that goes through one account.', simpleResolvers: true })
export class SenderDomainCheckType {
  @Field(() => String, { description: 'The domain, in its ASCII form.' })
  domain!: string;

  @Field(() => DateTime, { description: 'When it was checked.' })
  checkedAt!: number;

  @Field(() => [SenderFindingType], { description: 'The findings: SPF, DKIM, DMARC, MX, and PTR for each address that mail leaves from.' })
  findings!: readonly SenderFindingType[];

  @Field(() => Int, { description: 'How many questions were asked of DNS.' })
  lookups!: number;
}
