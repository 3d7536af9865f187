import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { PARKED_REASONS } from '../domain/email.js';
import { enumOf } from './enum.js';
import { MailboxType } from './mailbox.type.js';
import { SmtpAccountRefType } from './smtp-account.type.js';

export const ParkedReasonEnum = enumOf(PARKED_REASONS);
registerEnumType(ParkedReasonEnum, {
  name: 'ParkedReason', description: 'Why an email waits for somebody to mend something.',
  valuesConfig: {
    MAIL_OFF: { description: 'Email is switched off.' },
    NO_ROUTE: { description: 'No account leads out: none is assigned, its settings are not posted, or From is not allowed there.' },
    ACCOUNT_PAUSED: { description: 'The account stands still.' },
    RESTORED_COPY: { description: 'This database is a copy or a restored backup, and nobody has confirmed that it may send.' },
  },
});

@ObjectType('Route', { description: 'The account and From that an email would use, and why.', simpleResolvers: true })
export class RouteType {
  @Field(() => SmtpAccountRefType, { nullable: true, description: 'The account; null when none is found.' })
  account!: SmtpAccountRefType | null;

  @Field(() => MailboxType, { nullable: true, description: 'The From; null when there is none, or the one asked for is not allowed.' })
  from!: MailboxType | null;

  @Field(() => String, { description: 'Why this way, in words.' })
  reason!: string;

  @Field(() => ParkedReasonEnum, { nullable: true, description: 'Why the email would wait; null: it would be sent.' })
  parkedReason!: string | null;

  @Field(() => Boolean, { description: 'False when nothing would leave the house: the sandbox, or no account at all.' })
  deliversOutside!: boolean;

  @Field(() => SmtpAccountRefType, { nullable: true, description: 'Of an email: the account for which this one stepped in as its fallback; null: it goes its own way. A dry run knows of no faults and says null.' })
  fallbackFor?: SmtpAccountRefType | null;
}
