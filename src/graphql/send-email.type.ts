import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { OnUnknown, Priority } from '../domain/email.js';
import { OnUnknownEnum, PriorityEnum } from './email-enums.js';
import { EmailType } from './email.type.js';
import { DateTime } from './scalars.js';
import { UserErrorType } from './user-error.type.js';

@InputType('EmailAttachmentInput', { description: 'A file that goes along: give either `content` or `id`.' })
export class EmailAttachmentInput {
  @Field(() => ID, { nullable: true, description: 'The id of a file that you uploaded at `POST /attachments`; all files of an email together at most 100 MiB.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'Its name, without a folder; at most 255 characters. Left out: the name it was uploaded with.' })
  fileName?: string | null;

  @Field(() => String, { nullable: true, description: 'Its type, such as `application/pdf`; left out: the type it was uploaded with, else `application/octet-stream`.' })
  contentType?: string | null;

  @Field(() => String, { nullable: true, description: 'Its bytes as base64; all contents of an email together at most 10 MiB, decoded.' })
  content?: string | null;

  @Field(() => String, { nullable: true, description: 'What the html refers to as `cid:…`; needed when inline.' })
  contentId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is shown inside the html.' })
  inline?: boolean | null;
}

@InputType('EmailHeaderInput', { description: 'A header line of your own, such as `List-Unsubscribe`.' })
export class EmailHeaderInput {
  @Field(() => String, { description: 'Its name; those that Postroom writes itself cannot be given.' })
  name!: string;

  @Field(() => String, { description: 'Its value, without line breaks.' })
  value!: string;
}

@InputType('EmailSourceInput', { description: 'What in your own system an email is about.' })
export class EmailSourceInput {
  @Field(() => String, { description: 'Its kind, such as `INVOICE`.' })
  type!: string;

  @Field(() => String, { description: 'Its id there.' })
  id!: string;
}

@InputType('SendEmailInput', { description: 'An email to send. Addresses are written as `a@b.example` or `Name <a@b.example>`; to, cc and bcc together are 1 to 1,000.' })
export class SendEmailInputType {
  @Field(() => [String], { nullable: true, description: 'Recipients.' })
  to?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Recipients of a copy, seen by all.' })
  cc?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Recipients of a copy, seen by nobody.' })
  bcc?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The From: the account\'s own, or one that it allows. Left out: the account\'s own. Not for callers limited to areas.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'Where answers go.' })
  replyTo?: string | null;

  @Field(() => String, { description: 'The subject, in one line of at most 998 characters.' })
  subject!: string;

  @Field(() => String, { nullable: true, description: 'The body as plain text. One of text and html is needed; together at most 5 MiB.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'The body as HTML.' })
  html?: string | null;

  @Field(() => [EmailAttachmentInput], { nullable: true, description: 'Files that go along; at most 100.' })
  attachments?: EmailAttachmentInput[] | null;

  @Field(() => [EmailHeaderInput], { nullable: true, description: 'Header lines of your own; at most 50.' })
  headers?: EmailHeaderInput[] | null;

  @Field(() => String, { nullable: true, description: 'The code of the functional area that sends; it decides the account. An unknown one is registered. Needed from callers limited to areas.' })
  area?: string | null;

  @Field(() => ID, { nullable: true, description: 'The account to use whatever the area says. Needs SMTP_ACCOUNTS access; not for callers limited to areas.' })
  accountId?: string | null;

  @Field(() => String, { nullable: true, description: 'A key of your own: the same key and content answer the first email again, and nothing is sent twice. Uploads that are named must still be there then: where one expired the answer is NOT_FOUND, and nothing is sent either.' })
  idempotencyKey?: string | null;

  @Field(() => String, { nullable: true, description: 'A name that emails share to be counted together.' })
  batch?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When to send, at most a year ahead; left out or in the past: now.' })
  sendAt?: number | null;

  @Field(() => PriorityEnum, { nullable: true, description: 'What goes first; left out: NORMAL.' })
  priority?: Priority | null;

  @Field(() => EmailSourceInput, { nullable: true, description: 'What it is about.' })
  source?: EmailSourceInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Marks content that is to be kept no longer than sending needs: body and attachments are removed when the email is SENT, CAPTURED, FAILED or CANCELLED. Files uploaded for it stay until the upload expires.' })
  sensitive?: boolean | null;

  @Field(() => OnUnknownEnum, { nullable: true, description: 'What happens when it is not known whether the server took it; left out: HOLD.' })
  onUnknown?: OnUnknown | null;
}

@ObjectType('SendEmailPayload', { description: 'What became of an email that was handed in.', simpleResolvers: true })
export class SendEmailPayloadType {
  @Field(() => EmailType, { nullable: true, description: 'The email, safely stored; null when it was not accepted.' })
  email!: EmailType | null;

  @Field(() => [UserErrorType], { description: 'What was wrong; when not empty, nothing was stored.' })
  userErrors!: readonly UserErrorType[];
}

@ObjectType('SendEmailsPayload', { description: 'What became of emails that were handed in together.', simpleResolvers: true })
export class SendEmailsPayloadType {
  @Field(() => [SendEmailPayloadType], { description: 'One for each email, in the order given; empty when the call itself was at fault.' })
  results!: readonly SendEmailPayloadType[];

  @Field(() => [UserErrorType], { description: 'What was wrong with the call as a whole.' })
  userErrors!: readonly UserErrorType[];
}
