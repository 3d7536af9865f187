import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Category, Scope, Verdict } from '../domain/diagnosis.js';
import { CATEGORIES, SCOPES, VERDICTS } from '../domain/diagnosis.js';
import { described, enumOf } from './enum.js';
import { RelayingPlatformEnum } from './relaying.type.js';
import { RemedyStepType } from './remedy-step.type.js';

export const DiagnosisCategoryEnum = enumOf(CATEGORIES);
registerEnumType(DiagnosisCategoryEnum, {
  name: 'DiagnosisCategory', description: 'The kind of fault.',
  valuesConfig: described<Category>({
    DNS: 'The name of the server leads nowhere.', CONNECTION: 'No connection, or one that broke.', TLS: 'Encryption or certificate.',
    CREDENTIALS: 'The log-on was refused.', RELAY: 'The server does not send this mail on.', SENDER: 'The sender was refused.',
    RECIPIENT: 'A recipient was refused.', MESSAGE: 'The message itself was refused.', QUOTA: 'A quota is used up.',
    RATE: 'Too much at a time.', SERVER: 'The server has a fault of its own.', REPUTATION: 'Blocked, or taken for spam.',
    IDENTITY: 'SPF, DKIM, DMARC or the host name.', OUTCOME: 'It is not known whether the message was taken.',
    UNKNOWN: 'Nobody has catalogued these words yet.',
  }),
});

export const DiagnosisVerdictEnum = enumOf(VERDICTS);
registerEnumType(DiagnosisVerdictEnum, {
  name: 'DiagnosisVerdict', description: 'What becomes of an email with this fault.',
  valuesConfig: described<Verdict>({
    BACKOFF: 'Passes by itself: it is tried again with growing pauses.', AFTER_RESET: 'A quota: it is tried again when that resets.',
    PARK: 'A setting or a credential: it is kept until that is mended.', NEVER: 'It will not be accepted.',
    UNKNOWN_OUTCOME: 'Perhaps it was accepted: it is not sent again unasked.', SPLIT: 'Too many recipients in one envelope.',
  }),
});

export const DiagnosisScopeEnum = enumOf(SCOPES);
registerEnumType(DiagnosisScopeEnum, {
  name: 'DiagnosisScope', description: 'What shares the fault, from the narrowest to the widest.',
  valuesConfig: described<Scope>({
    RECIPIENT: 'This recipient.', MESSAGE: 'This message.', SENDER: 'All that has this sender.', ACCOUNT: 'All that goes through this account.',
    SERVER: 'All that goes through this server.', APP: 'All that Postroom sends.',
  }),
});

@ObjectType('Diagnosis', { description: 'What went wrong, in plain words, and what to do about it.', simpleResolvers: true })
export class DiagnosisType {
  @Field(() => String, { description: 'The stable name of the fault, for filters and documents.' })
  id!: string;

  @Field(() => DiagnosisCategoryEnum, { description: 'The kind of fault.' })
  category!: string;

  @Field(() => DiagnosisVerdictEnum, { description: 'What becomes of an email with it.' })
  verdict!: string;

  @Field(() => DiagnosisScopeEnum, { description: 'What shares it.' })
  scope!: string;

  @Field(() => String, { description: 'What is wrong.' })
  cause!: string;

  @Field(() => [RemedyStepType], { description: 'What to do, in order.' })
  remedy!: readonly RemedyStepType[];

  @Field(() => String, { nullable: true, description: 'A page of the vendor about exactly this.' })
  link!: string | null;

  @Field(() => RelayingPlatformEnum, { nullable: true, description: 'The page of the relaying guide that leads out of it.' })
  guide?: string | null;
}
