import { Field, ObjectType } from 'type-graphql';

@ObjectType('Mailbox', { description: 'An address, with or without a name.', simpleResolvers: true })
export class MailboxType {
  @Field(() => String, { description: 'The address.' })
  address!: string;

  @Field(() => String, { nullable: true, description: 'The name beside it.' })
  name!: string | null;
}
