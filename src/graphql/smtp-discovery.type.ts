import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { DiscoverySource, SourceOutcome } from '../domain/discovery/proposal.js';
import { DISCOVERY_SOURCES, SOURCE_OUTCOMES } from '../domain/discovery/proposal.js';
import { enumOf } from './enum.js';
import { Authentication, Security } from './smtp-account.type.js';
import { UserErrorType } from './user-error.type.js';

const DiscoverySourceEnum = enumOf(DISCOVERY_SOURCES);
registerEnumType(DiscoverySourceEnum, {
  name: 'SmtpDiscoverySource', description: 'Where settings were looked for, the most trusted first.',
  valuesConfig: {
    PRESET: { description: 'A provider\'s own domain, of which there is a preset.' },
    WELL_KNOWN: { description: 'The list of well-known services that comes with nodemailer.' },
    SRV: { description: 'SRV records for mail programs (RFC 6186, RFC 8314).' },
    MX: { description: 'MX records: who keeps the mailboxes.' },
    AUTOCONFIG: { description: 'A configuration file for mail programs, of the domain or of Mozilla\'s database.' },
  },
});

const SourceOutcomeEnum = enumOf(SOURCE_OUTCOMES);
registerEnumType(SourceOutcomeEnum, {
  name: 'SmtpDiscoveryOutcome', description: 'What became of a place that was asked.',
  valuesConfig: {
    FOUND: { description: 'It proposes settings.' }, NOTHING: { description: 'It has none.' },
    FAILED: { description: 'It could not be asked, or its answer could not be used.' }, SKIPPED: { description: 'POSTROOM_DISCOVERY has it left out.' },
  },
});

@ObjectType('SmtpProposal', { description: 'Settings that may work. Test them before they are posted.', simpleResolvers: true })
export class SmtpProposalType {
  @Field(() => String, { description: 'The server.' })
  server!: string;

  @Field(() => Int, { description: 'The port.' })
  port!: number;

  @Field(() => Security, { description: 'How the connection is protected.' })
  security!: string;

  @Field(() => Authentication, { description: 'The way of logging on.' })
  authentication!: string;

  @Field(() => String, { nullable: true, description: 'The account name to try; null: not known, or none is needed.' })
  accountName!: string | null;

  @Field(() => String, { nullable: true, description: 'The preset of this provider, which has hints; null: there is none.' })
  presetId!: string | null;

  @Field(() => DiscoverySourceEnum, { description: 'Where it is from.' })
  source!: DiscoverySource;

  @Field(() => String, { description: 'Where it is from, and what to mind, in a sentence.' })
  explanation!: string;
}

@ObjectType('SmtpDiscoverySourceReport', { description: 'What became of one place that was asked.', simpleResolvers: true })
export class SmtpDiscoverySourceReportType {
  @Field(() => DiscoverySourceEnum, { description: 'What kind of place.' })
  source!: DiscoverySource;

  @Field(() => SourceOutcomeEnum, { description: 'What became of it.' })
  outcome!: SourceOutcome;

  @Field(() => String, { description: 'The same in words.' })
  message!: string;
}

@ObjectType('SmtpDiscovery', { description: 'What was found out about how mail of a domain may be sent.', simpleResolvers: true })
export class SmtpDiscoveryType {
  @Field(() => String, { nullable: true, description: 'The domain that was looked up, in A-label form; null when the input was wrong.' })
  domain!: string | null;

  @Field(() => [SmtpProposalType], { description: 'The most trusted first.' })
  proposals!: readonly SmtpProposalType[];

  @Field(() => [SmtpDiscoverySourceReportType], { description: 'Each place that was asked; one that failed spoils nothing.' })
  sources!: readonly SmtpDiscoverySourceReportType[];

  @Field(() => [UserErrorType], { description: 'What was wrong with the input; when not empty, nothing was looked up.' })
  userErrors!: readonly UserErrorType[];
}
