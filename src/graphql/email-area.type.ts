import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from './scalars.js';
import { SmtpAccountRefType } from './smtp-account.type.js';
import { UserErrorType } from './user-error.type.js';

@ObjectType('EmailArea', { description: 'A functional area of the ERP that sends email.', simpleResolvers: true })
export class EmailAreaType {
  @Field(() => String, { description: 'What emails name it by; never changes.' })
  code!: string;

  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What belongs to it.' })
  description!: string | null;

  @Field(() => Boolean, { description: 'Whether it was registered by an email that named an unknown code, and nobody has looked at it since.' })
  discovered!: boolean;

  @Field(() => SmtpAccountRefType, { nullable: true, description: 'The account that its emails go through; null: the default one.' })
  override!: SmtpAccountRefType | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: number;

  @Field(() => Int, { description: 'Grows with each change; a change must name the one it saw.' })
  version!: number;
}

@ObjectType('EmailAreaPayload', { description: 'What became of a change to an area.', simpleResolvers: true })
export class EmailAreaPayloadType {
  @Field(() => EmailAreaType, { nullable: true, description: 'The area; null when nothing was changed, or without access to the configuration.' })
  emailArea!: EmailAreaType | null;

  @Field(() => [UserErrorType], { description: 'What was wrong; when not empty, nothing was changed.' })
  userErrors!: readonly UserErrorType[];
}

@InputType('EmailAreaInput', { description: 'An area.' })
export class EmailAreaInput {
  @Field(() => String, { nullable: true, description: '1 to 40 of A–Z, 0–9 and `_`. Needed for a new area; later it never changes and may be left out.' })
  code?: string | null;

  @Field(() => String, { description: 'The name; unique.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What belongs to it. Left out: as it is; null clears it.' })
  description?: string | null;
}
