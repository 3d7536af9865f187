import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('EmailHeader', { description: 'A header line that the sender gave.', simpleResolvers: true })
export class EmailHeaderType {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Its value.' })
  value!: string;
}

@ObjectType('EmailAttachment', { description: 'A file that goes along.', simpleResolvers: true })
export class EmailAttachmentType {
  @Field(() => String, { description: 'Its name.' })
  fileName!: string;

  @Field(() => String, { description: 'Its type.' })
  contentType!: string;

  @Field(() => Int, { description: 'Its size in bytes.' })
  sizeBytes!: number;

  @Field(() => String, { nullable: true, description: 'What the html refers to as `cid:…`.' })
  contentId!: string | null;

  @Field(() => Boolean, { description: 'Whether it is shown inside the html.' })
  inline!: boolean;
}

@ObjectType('EmailContent', { description: 'What an email says. Reading it is audited.', simpleResolvers: true })
export class EmailContentType {
  @Field(() => String, { nullable: true, description: 'The body as plain text.' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'The body as HTML.' })
  html!: string | null;

  @Field(() => [EmailHeaderType], { description: 'Header lines that the sender gave.' })
  headers!: readonly EmailHeaderType[];

  @Field(() => [EmailAttachmentType], { description: 'Files that go along.' })
  attachments!: readonly EmailAttachmentType[];
}
