import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import type { Right } from '../domain/permission.js';
import { HOLDER_KINDS, RECORD_TYPES, RIGHTS } from '../domain/permission.js';
import { enumOf } from './enum.js';

export const RecordTypeEnum = enumOf(RECORD_TYPES);
registerEnumType(RecordTypeEnum, {
  name: 'RecordType', description: 'What an access record is about.',
  valuesConfig: {
    SMTP_ACCOUNTS: { description: 'SMTP accounts: testing, pausing and resuming are modify.' },
    SMTP_CONFIGURATION: { description: 'Mail on or off, default account, overrides, areas.' },
    EMAILS: { description: 'The log: access sees it, add sends, modify mends, erase purges. May be limited to areas.' },
    EMAIL_CONTENT: { description: 'Bodies, attachments and captured mail. May be limited to areas.' },
    EMPLOYEES: { description: 'Employees.' },
    ACCESS_RECORDS: { description: 'Roles, and who may do what.' },
    APPLICATION_TOKENS: { description: 'Programs that may call.' },
    AUDIT: { description: 'The audit log.' },
  },
});

export const RightEnum = enumOf(RIGHTS.map((right) => right.toUpperCase() as Uppercase<typeof right>));
registerEnumType(RightEnum, {
  name: 'Right', description: 'What may be done with records of a type.',
  valuesConfig: {
    ACCESS: { description: 'See them.' }, MODIFY: { description: 'Change them; worth nothing without access.' },
    ADD: { description: 'Make new ones.' }, ERASE: { description: 'Erase them; worth nothing without access.' },
  },
});

export const HolderKindEnum = enumOf(HOLDER_KINDS);
registerEnumType(HolderKindEnum, {
  name: 'AccessHolderKind', description: 'Who holds access records.',
  valuesConfig: {
    EMPLOYEE: { description: 'An employee.' }, ROLE: { description: 'A role: its access records reach all employees who have it.' },
    APPLICATION_TOKEN: { description: 'A program.' },
  },
});

@ObjectType('AccessHolderRef', { description: 'Who holds a right, in brief.', simpleResolvers: true })
export class AccessHolderRefType {
  @Field(() => HolderKindEnum, { description: 'What it is.' })
  kind!: string;

  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType('AccessRecord', { description: 'Rights on one record type.', simpleResolvers: true })
export class AccessRecordType {
  @Field(() => RecordTypeEnum, { description: 'What it is about.' })
  recordType!: string;

  @Field(() => Boolean, { description: 'May see.' })
  access!: boolean;

  @Field(() => Boolean, { description: 'May change.' })
  modify!: boolean;

  @Field(() => Boolean, { description: 'May make.' })
  add!: boolean;

  @Field(() => Boolean, { description: 'May erase.' })
  erase!: boolean;

  @Field(() => [String], { nullable: true, description: 'Only in these areas; null: everywhere.' })
  areas!: readonly string[] | null;
}

@ObjectType('EffectiveRight', { description: 'One right as it is in force, and where it comes from.', simpleResolvers: true })
export class EffectiveRightType {
  @Field(() => RecordTypeEnum, { description: 'What it is about.' })
  recordType!: string;

  @Field(() => RightEnum, { description: 'The right.' })
  right!: string;

  @Field(() => [String], { nullable: true, description: 'Only in these areas; null: everywhere.' })
  areas!: readonly string[] | null;

  @Field(() => [AccessHolderRefType], { description: 'Whose access records give it: one\'s own, or those of roles.' })
  from!: readonly AccessHolderRefType[];
}

/** The domain writes rights in lower case, as words; GraphQL's enum in upper case. */
export const rightsShown = <T extends { readonly right: Right }>(rights: readonly T[]) =>
  rights.map((right) => ({ ...right, right: right.right.toUpperCase() as Uppercase<Right> }));

@InputType('AccessRecordInput', { description: 'Rights on one record type.' })
export class AccessRecordInput {
  @Field(() => RecordTypeEnum, { description: 'What it is about; each at most once.' })
  recordType!: (typeof RECORD_TYPES)[number];

  @Field(() => Boolean, { description: 'May see.' })
  access!: boolean;

  @Field(() => Boolean, { description: 'May change.' })
  modify!: boolean;

  @Field(() => Boolean, { description: 'May make.' })
  add!: boolean;

  @Field(() => Boolean, { description: 'May erase.' })
  erase!: boolean;

  @Field(() => [String], { nullable: true, description: 'Only in these areas (EMAILS and EMAIL_CONTENT); left out or null: everywhere.' })
  areas?: string[] | null;
}
