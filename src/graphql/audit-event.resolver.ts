import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { auditEvents } from '../app/audit/read.js';
import { AuditEventConnectionType, AuditEventType, AuditFilterInput } from './audit-event.type.js';
import { connectionOf, ForwardPageArgs } from './connection.type.js';
import type { Context } from './context.js';

@Resolver(() => AuditEventType)
export class AuditEventResolver {
  @Query(() => AuditEventConnectionType, { description: 'What was done, newest first. Needs AUDIT access.' })
  async auditEvents(
    @Ctx() { house }: Context, @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Arg('filter', () => AuditFilterInput, { nullable: true, description: 'Which events.' }) filter?: AuditFilterInput | null,
  ) {
    return connectionOf(await auditEvents(house, filter ?? {}, page));
  }
}
