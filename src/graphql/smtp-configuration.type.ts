import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from './scalars.js';
import { SmtpAccountRefType } from './smtp-account.type.js';
import { UserErrorType } from './user-error.type.js';

@ObjectType('AreaOverride', { description: 'An area whose emails go through another account than the default one.', simpleResolvers: true })
export class AreaOverrideType {
  @Field(() => String, { description: 'The code of the area.' })
  area!: string;

  @Field(() => String, { description: 'Its name.' })
  areaName!: string;

  @Field(() => SmtpAccountRefType, { description: 'The account.' })
  account!: SmtpAccountRefType;
}

@ObjectType('SmtpConfiguration', { description: 'Whether mail is on, and which way it goes. There is one.', simpleResolvers: true })
export class SmtpConfigurationType {
  @Field(() => Boolean, { description: 'Whether email is sent; while it is not, emails are accepted and wait.' })
  enabled!: boolean;

  @Field(() => SmtpAccountRefType, { nullable: true, description: 'The account of every area without an override.' })
  defaultAccount!: SmtpAccountRefType | null;

  @Field(() => ID, { nullable: true, description: 'Its id.' })
  defaultAccountId!: string | null;

  @Field(() => [AreaOverrideType], { description: 'The areas that go another way, by code.' })
  overrides!: readonly AreaOverrideType[];

  @Field(() => Boolean, { description: 'The delivery mode: false when all mail would go to the sandbox, or nowhere, so that nothing leaves the house.' })
  deliversOutside!: boolean;

  @Field(() => Boolean, { description: 'Whether this database is taken for a copy of another, such as a restored backup: it then sends nothing, and what waits is PARKED as RESTORED_COPY, until `postroom confirm-instance` is run.' })
  restoredCopy!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is taken for a copy, in words; null: it is the original.' })
  restoredCopyReason!: string | null;

  @Field(() => Int, { nullable: true, description: 'Days after an email was settled when its body and attachments are removed; as long after it was caught a captured email goes. Null: never.' })
  contentRetentionDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'Days after an email was settled when it is removed from the log, its idempotency key with it. Null: never.' })
  emailRetentionDays!: number | null;

  @Field(() => DateTime, { description: 'When it was last changed.' })
  updatedAt!: number;

  @Field(() => Int, { description: 'Grows with each change; a change must name the one it saw.' })
  version!: number;
}

@ObjectType('SmtpConfigurationPayload', { description: 'What became of a change to the configuration.', simpleResolvers: true })
export class SmtpConfigurationPayloadType {
  @Field(() => SmtpConfigurationType, { nullable: true, description: 'The configuration as it now stands; null when nothing was changed.' })
  smtpConfiguration!: SmtpConfigurationType | null;

  @Field(() => [UserErrorType], { description: 'What was wrong; when not empty, nothing was changed.' })
  userErrors!: readonly UserErrorType[];
}

@InputType('AreaOverrideInput', { description: 'Another account for an area.' })
export class AreaOverrideInput {
  @Field(() => String, { description: 'The code of the area; each at most once.' })
  area!: string;

  @Field(() => ID, { description: 'An account with posted settings.' })
  accountId!: string;
}

@InputType('SmtpConfigurationInput', { description: 'An edited configuration. A field left out stays as it is; null clears it.' })
export class SmtpConfigurationInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether email is sent. Null: it is not.' })
  enabled?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'An account with posted settings. Null: none.' })
  defaultAccountId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Days after an email was settled when its body and attachments are removed: 1 to 36,500. Null: never.' })
  contentRetentionDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'Days after an email was settled when it is removed from the log: 1 to 36,500, and not before its content. Null: never.' })
  emailRetentionDays?: number | null;

  @Field(() => [AreaOverrideInput], { nullable: true, description: 'All overrides, in place of those there are. Null: none.' })
  overrides?: AreaOverrideInput[] | null;
}
