import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { relayingGuideFor, relayingGuides } from '../app/relaying/guide.js';
import { unknownReplies } from '../app/relaying/unknown-replies.js';
import type { Diagnosis } from '../domain/diagnosis.js';
import { queuedMail } from '../domain/diagnosis.js';
import type { RelayingPlatform } from '../domain/relaying.js';
import { connectionOf, ForwardPageArgs } from './connection.type.js';
import type { Context } from './context.js';
import { DiagnosisType } from './diagnosis.type.js';
import { RelayingGuideType, RelayingPlatformEnum, UnknownReplyConnectionType } from './relaying.type.js';

@Resolver(() => DiagnosisType)
export class RelayingResolver {
  @Query(() => RelayingGuideType, { nullable: true, description: 'A page of the relaying guide; with an account its server, log-on and From are filled in. Null: no such account. Needs SMTP_ACCOUNTS access.' })
  async relayingGuide(
    @Ctx() { house }: Context, @Arg('platform', () => RelayingPlatformEnum, { description: 'Whose page.' }) platform: RelayingPlatform,
    @Arg('accountId', () => ID, { nullable: true, description: 'The account that it is read for.' }) accountId?: string | null,
  ) {
    return await relayingGuideFor(house, platform, accountId ?? null);
  }

  @Query(() => [RelayingGuideType], { description: 'Every page of the relaying guide. Needs SMTP_ACCOUNTS access.' })
  relayingGuides(@Ctx() { house }: Context) {
    return relayingGuides(house);
  }

  @Query(() => UnknownReplyConnectionType, { description: 'What servers said that the catalogue does not know, the latest first. Needs SMTP_ACCOUNTS access.' })
  async unknownReplies(@Ctx() { house }: Context, @Args(() => ForwardPageArgs) page: ForwardPageArgs) {
    return connectionOf(await unknownReplies(house, page));
  }

  @FieldResolver(() => String, { description: 'What becomes of emails that wait or that meet this fault.' })
  queuedMail(@Root() diagnosis: Diagnosis) {
    return queuedMail(diagnosis);
  }

  // Attempts from before the catalogue was asked had diagnoses that did not say; theirs were not counted.
  @FieldResolver(() => Boolean, { description: 'Whether these words are in the catalogue. False: an honest guess by code and stage; the reply is counted in `unknownReplies`.' })
  catalogued(@Root() diagnosis: Partial<Diagnosis>) {
    return diagnosis.catalogued ?? true;
  }
}
