import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { createEmailArea } from '../app/areas/create.js';
import { eraseEmailArea } from '../app/areas/erase.js';
import type { AreaShown } from '../app/areas/read.js';
import { emailAreas } from '../app/areas/read.js';
import { updateEmailArea } from '../app/areas/update.js';
import type { Outcome } from '../app/change.js';
import type { Context } from './context.js';
import { signedIn } from './context.js';
import { EmailAreaInput, EmailAreaPayloadType, EmailAreaType } from './email-area.type.js';

const payload = ({ value, faults }: Outcome<AreaShown>) => ({ emailArea: value, userErrors: faults });

@Resolver(() => EmailAreaType)
export class EmailAreaResolver {
  @Query(() => [EmailAreaType], { description: 'The areas, by code. Senders and readers of the log that are limited to areas see theirs.' })
  async emailAreas(@Ctx() context: Context) {
    return await emailAreas(context.house, signedIn(context));
  }

  @Mutation(() => EmailAreaPayloadType, { description: 'Adds an area. Needs SMTP_CONFIGURATION add.' })
  async createEmailArea(@Ctx() context: Context, @Arg('input', () => EmailAreaInput, { description: 'The new area.' }) input: EmailAreaInput) {
    return payload(await createEmailArea(context.house, signedIn(context), input));
  }

  @Mutation(() => EmailAreaPayloadType, { description: 'Gives an area another name or description; a discovered one counts as known from then on. Needs SMTP_CONFIGURATION modify.' })
  async updateEmailArea(
    @Ctx() context: Context, @Arg('code', () => String, { description: 'The area.' }) code: string,
    @Arg('input', () => EmailAreaInput, { description: 'What it is to be.' }) input: EmailAreaInput,
    @Arg('version', () => Int, { description: 'The version you saw.' }) version: number,
  ) {
    return payload(await updateEmailArea(context.house, signedIn(context), { code, input, version }));
  }

  @Mutation(() => EmailAreaPayloadType, { description: 'Erases an area that no override and no unsent email uses. Needs SMTP_CONFIGURATION erase.' })
  async eraseEmailArea(
    @Ctx() context: Context, @Arg('code', () => String, { description: 'The area.' }) code: string,
    @Arg('version', () => Int, { description: 'The version you saw.' }) version: number,
  ) {
    return payload(await eraseEmailArea(context.house, signedIn(context), { code, version }));
  }
}
