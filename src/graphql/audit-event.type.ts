import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import type { ActorKind, AuditAction, AuditSubject } from '../domain/audit-event.js';
import { ACTOR_KINDS, AUDIT_ACTIONS, AUDIT_SUBJECTS } from '../domain/audit-event.js';
import { connectionTypes } from './connection.type.js';
import { enumOf } from './enum.js';
import { DateTime } from './scalars.js';

const described = <T extends string>(descriptions: Readonly<Record<T, string>>): Record<string, { description: string }> =>
  Object.fromEntries(Object.entries<string>(descriptions).map(([value, description]) => [value, { description }]));

export const ActorKindEnum = enumOf(ACTOR_KINDS);
registerEnumType(ActorKindEnum, {
  name: 'ActorKind', description: 'What did it.',
  valuesConfig: described<ActorKind>({
    EMPLOYEE: 'An employee.', APPLICATION_TOKEN: 'A program.', COMMAND: 'The command line.', SIGNED_OUT: 'Somebody who was not signed in.',
    SYSTEM: 'Postroom by itself.',
  }),
});

export const AuditActionEnum = enumOf(AUDIT_ACTIONS);
registerEnumType(AuditActionEnum, {
  name: 'AuditAction', description: 'What was done.',
  valuesConfig: described<AuditAction>({
    CREATED: 'Made.', RENAMED: 'Given another name.', UPDATED: 'Changed.', POSTED: 'Settings or configuration put in force.',
    PAUSED: 'Sending stopped.', RESUMED: 'Sending let go on.', ERASED: 'Erased.', TESTED: 'An account tested.',
    ENABLED: 'Mail switched on.', DISABLED: 'Mail switched off.', SIGNED_IN: 'Signed in.',
    SIGN_IN_REFUSED: 'A password was wrong, or the employee unknown.', SIGNED_OUT: 'Signed out.', PASSWORD_CHANGED: 'An employee changed its own password.',
    PASSWORD_RESET: 'An employee was given a one-time password.', ACTIVATED: 'An employee was let in.', DEACTIVATED: 'An employee was let out.',
    ACCESS_RECORDS_SET: 'Access records changed.', REVOKED: 'An application token ended.', CONTENT_READ: 'The content of an email was read.',
    DISCOVERED: 'An area was registered by an email that named it.', RETRIED: 'An email was tried again by hand.', CANCELLED: 'An email was cancelled.',
    RESENT: 'An email was sent once more.', REROUTED: 'An email was sent another way.', RELEASED: 'A parked email was let go.',
    OUTCOME_RESOLVED: 'Somebody said what became of an email with unknown outcome.', EXPORTED: 'Records were exported.',
    IMPORTED: 'Records were imported.', KEYS_ROTATED: 'Secrets were sealed with a new key.', MIGRATED: 'Tables were brought up to date.',
    TAKEN_FOR_COPY: 'The database was taken for a copy, and stopped sending.', INSTANCE_CONFIRMED: 'A copy was made an original, and sends.',
    PURGED: 'Content, emails or uploads were removed because their time was over.',
    SETTINGS_LOOKED_UP: 'The settings of a domain were looked up outside.',
  }),
});

export const AuditSubjectEnum = enumOf(AUDIT_SUBJECTS);
registerEnumType(AuditSubjectEnum, {
  name: 'AuditSubject', description: 'What it was done to.',
  valuesConfig: described<AuditSubject>({
    SMTP_ACCOUNT: 'An SMTP account.', SMTP_CONFIGURATION: 'The configuration.', EMAIL_AREA: 'An area.', EMAIL: 'An email.',
    EMAIL_CONTENT: 'The body or an attachment of an email.', CAPTURED_EMAIL: 'An email that the sandbox caught.', EMPLOYEE: 'An employee.',
    ROLE: 'A role.', APPLICATION_TOKEN: 'An application token.', SESSION: 'A sign-in.', INSTALLATION: 'Postroom as a whole.',
    QUOTA_GROUP: 'A quota that accounts share.',
  }),
});

@ObjectType('AuditChange', { description: 'One field of a change. Secrets stand as `changed`, never as themselves.', simpleResolvers: true })
export class AuditChangeType {
  @Field(() => String, { description: 'The field.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'What it was; null: nothing.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What it became; null: nothing.' })
  after!: string | null;
}

@ObjectType('AuditEvent', { description: 'Something that was done: who, when, what. Names are kept as they were then.', simpleResolvers: true })
export class AuditEventType {
  @Field(() => ID, { description: 'Never changes.' })
  id!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: number;

  @Field(() => ActorKindEnum, { description: 'What did it.' })
  actorKind!: ActorKind;

  @Field(() => ID, { nullable: true, description: 'The id of the employee or program; null for others.' })
  actorId!: string | null;

  @Field(() => String, { description: 'Its name then.' })
  actorName!: string;

  @Field(() => String, { nullable: true, description: 'The network address it came from; null: from this machine.' })
  address!: string | null;

  @Field(() => AuditActionEnum, { description: 'What was done.' })
  action!: AuditAction;

  @Field(() => AuditSubjectEnum, { description: 'What it was done to.' })
  subject!: AuditSubject;

  @Field(() => String, { nullable: true, description: 'The id of that record, or its code; null where there is none.' })
  subjectId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name then.' })
  subjectName!: string | null;

  @Field(() => [AuditChangeType], { description: 'The fields that changed.' })
  changes!: readonly AuditChangeType[];
}

export const AuditEventConnectionType = connectionTypes('AuditEvent', 'audit events', () => AuditEventType);

@InputType('AuditFilter', { description: 'Narrows a list of audit events; all that is given must hold.' })
export class AuditFilterInput {
  @Field(() => AuditSubjectEnum, { nullable: true, description: 'What it was done to.' })
  subject?: AuditSubject | null;

  @Field(() => String, { nullable: true, description: 'The id of the record it was done to, or its code.' })
  subjectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The id of who did it.' })
  actorId?: string | null;

  @Field(() => AuditActionEnum, { nullable: true, description: 'What was done.' })
  action?: AuditAction | null;

  @Field(() => DateTime, { nullable: true, description: 'Not earlier than this.' })
  from?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'Earlier than this.' })
  before?: number | null;

  @Field(() => String, { nullable: true, description: 'Found in the name of who did it or of what it was done to, whatever the case.' })
  text?: string | null;
}
