import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../app/change.js';
import { createRole } from '../app/roles/create.js';
import { eraseRole } from '../app/roles/erase.js';
import { countsOfRoles, grantsOfRoles, roles } from '../app/roles/read.js';
import { updateRole } from '../app/roles/update.js';
import type { Role } from '../domain/people.js';
import { batched } from './batch.js';
import type { Context } from './context.js';
import { signedIn } from './context.js';
import { AccessRecordType } from './permission.type.js';
import { RoleInput, RolePayloadType, RoleType } from './role.type.js';
import { maySee } from './rules.js';

/** The payload: the record itself only for those who may see access records. */
const rolePayload = (context: Context, { value, faults }: Outcome<Role>) => ({
  role: value !== null && maySee(context, 'ACCESS_RECORDS') ? value : null,
  ref: value === null ? null : { kind: 'ROLE' as const, id: value.id, name: value.name },
  userErrors: faults,
});

@Resolver(() => RoleType)
export class RoleResolver {
  @Query(() => [RoleType], { description: 'All roles, by name. Needs ACCESS_RECORDS access.' })
  async roles(@Ctx() { house }: Context) {
    return await roles(house);
  }

  @Mutation(() => RolePayloadType, { description: 'Makes a role, with no more rights than you hold. Needs ACCESS_RECORDS add.' })
  async createRole(@Ctx() context: Context, @Arg('input', () => RoleInput, { description: 'The new role.' }) input: RoleInput) {
    return rolePayload(context, await createRole(context.house, signedIn(context), input));
  }

  @Mutation(() => RolePayloadType, { description: 'Changes a role. Needs ACCESS_RECORDS modify.' })
  async updateRole(
    @Ctx() context: Context, @Arg('id', () => ID, { description: 'The role.' }) id: string,
    @Arg('input', () => RoleInput, { description: 'The role as it shall be.' }) input: RoleInput,
    @Arg('version', () => Int, { description: 'The version you saw.' }) version: number,
  ) {
    return rolePayload(context, await updateRole(context.house, signedIn(context), { id, input, version }));
  }

  @Mutation(() => RolePayloadType, { description: 'Erases a role that nobody has any more. Needs ACCESS_RECORDS erase.' })
  async eraseRole(
    @Ctx() context: Context, @Arg('id', () => ID, { description: 'The role.' }) id: string,
    @Arg('version', () => Int, { description: 'The version you saw.' }) version: number,
  ) {
    return rolePayload(context, await eraseRole(context.house, signedIn(context), { id, version }));
  }

  @FieldResolver(() => [AccessRecordType], { description: 'What it gives to whoever has it.' })
  async accessRecords(@Root() { id }: Role, @Ctx() context: Context) {
    return await batched(context, grantsOfRoles, id) ?? [];
  }

  @FieldResolver(() => Int, { description: 'How many employees have it.' })
  async employeeCount(@Root() { id }: Role, @Ctx() context: Context) {
    return await batched(context, countsOfRoles, id) ?? 0;
  }
}
