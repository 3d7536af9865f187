import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { RelayingPlatform } from '../domain/relaying.js';
import { RelayingPlatformEnum } from './relaying.type.js';
import { Authentication, Security } from './smtp-account.type.js';

@ObjectType('SmtpPresetPort', { description: 'A port that a provider takes mail on.', simpleResolvers: true })
export class SmtpPresetPortType {
  @Field(() => Int, { description: 'The port.' })
  port!: number;

  @Field(() => Security, { description: 'How the connection is protected there.' })
  security!: string;
}

@ObjectType('SmtpProviderPreset', { description: 'What is known of a provider, from its own documentation.', simpleResolvers: true })
export class SmtpProviderPresetType {
  @Field(() => ID, { description: 'Never changes.' })
  id!: string;

  @Field(() => String, { description: 'The provider, and the way into it.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The server; `{region}` and `{tenant}` are to be filled in. Null: a server of your own, or none is needed.' })
  server!: string | null;

  @Field(() => String, { nullable: true, description: 'What to write for the server.' })
  serverHint!: string | null;

  @Field(() => Boolean, { description: 'Through SendGrid\'s API: `useSendGrid` of the settings.' })
  useSendGrid!: boolean;

  @Field(() => [SmtpPresetPortType], { description: 'Best first.' })
  ports!: readonly SmtpPresetPortType[];

  @Field(() => [Authentication], { description: 'Ways of logging on, best first.' })
  authentications!: readonly string[];

  @Field(() => String, { nullable: true, description: 'The account name, where it is the same for everybody.' })
  accountName!: string | null;

  @Field(() => String, { nullable: true, description: 'What the account name is, in words.' })
  accountNameHint!: string | null;

  @Field(() => String, { nullable: true, description: 'What the password is, in words.' })
  passwordHint!: string | null;

  @Field(() => [String], { description: 'Limits that the provider publishes; empty: none are known.' })
  limits!: readonly string[];

  @Field(() => String, { description: 'The vendor\'s page.' })
  link!: string;

  @Field(() => RelayingPlatformEnum, { nullable: true, description: 'Its page of the relaying guide; null: it has none.' })
  relayingPlatform!: RelayingPlatform | null;
}
