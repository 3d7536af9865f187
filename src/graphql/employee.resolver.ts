import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../app/change.js';
import { createEmployee } from '../app/employees/create.js';
import { eraseEmployee } from '../app/employees/erase.js';
import { employee, employees, grantsOfEmployees, nextNumber, rolesOfEmployees } from '../app/employees/read.js';
import { resetEmployeePassword } from '../app/employees/reset-password.js';
import { setEmployeeActive } from '../app/employees/set-active.js';
import { updateEmployee } from '../app/employees/update.js';
import { rightsInForce } from '../app/people/viewer.js';
import type { Employee } from '../domain/people.js';
import { batched } from './batch.js';
import { connectionOf, ForwardPageArgs } from './connection.type.js';
import type { Context } from './context.js';
import { signedIn } from './context.js';
import {
  CreateEmployeeInput, EmployeeConnectionType, EmployeeFilter, EmployeePayloadType, EmployeeType, ResetPasswordPayloadType, UpdateEmployeeInput,
} from './employee.type.js';
import { AccessHolderRefType, AccessRecordType, EffectiveRightType, rightsShown } from './permission.type.js';
import { maySee } from './rules.js';

const refOf = ({ id, name }: Employee) => ({ kind: 'EMPLOYEE' as const, id, name });

/** The payload: the record itself only for those who may see employees. */
const employeePayload = (context: Context, { value, faults }: Outcome<Employee>) => ({
  employee: value !== null && maySee(context, 'EMPLOYEES') ? value : null, ref: value === null ? null : refOf(value), userErrors: faults,
});

@Resolver(() => EmployeeType)
export class EmployeeResolver {
  @Query(() => EmployeeConnectionType, { description: 'Employees by number, 2 before 10. Needs EMPLOYEES access.' })
  async employees(
    @Ctx() context: Context, @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Arg('filter', () => EmployeeFilter, { nullable: true, description: 'Which employees.' }) filter?: EmployeeFilter | null,
  ) {
    return connectionOf(await employees(context.house, signedIn(context), filter ?? {}, page));
  }

  @Query(() => EmployeeType, { nullable: true, description: 'An employee by id. Needs EMPLOYEES access.' })
  async employee(@Ctx() { house }: Context, @Arg('id', () => ID, { description: 'The id of the employee.' }) id: string) {
    return await employee(house, id);
  }

  @Query(() => String, { description: 'The number that a new employee would be offered. Another user may take it first.' })
  async nextEmployeeNumber(@Ctx() { house }: Context) {
    return await nextNumber(house);
  }

  @Mutation(() => EmployeePayloadType, { description: 'Makes an employee. Needs EMPLOYEES add.' })
  async createEmployee(
    @Ctx() context: Context, @Arg('input', () => CreateEmployeeInput, { description: 'The new employee.' }) input: CreateEmployeeInput,
  ) {
    return employeePayload(context, await createEmployee(context.house, signedIn(context), input));
  }

  @Mutation(() => EmployeePayloadType, { description: 'Changes an employee. Needs EMPLOYEES modify.' })
  async updateEmployee(
    @Ctx() context: Context, @Arg('id', () => ID, { description: 'The employee.' }) id: string,
    @Arg('input', () => UpdateEmployeeInput, { description: 'What changes.' }) input: UpdateEmployeeInput,
    @Arg('version', () => Int, { description: 'The version you saw.' }) version: number,
  ) {
    return employeePayload(context, await updateEmployee(context.house, signedIn(context), { id, input, version }));
  }

  @Mutation(() => EmployeePayloadType, { description: 'Lets an employee in, or out at once: its sessions end, and the tokens it made stop meanwhile. Needs EMPLOYEES modify.' })
  async setEmployeeActive(
    @Ctx() context: Context, @Arg('id', () => ID, { description: 'The employee.' }) id: string,
    @Arg('active', () => Boolean, { description: 'Whether it may sign in.' }) active: boolean,
    @Arg('version', () => Int, { description: 'The version you saw.' }) version: number,
  ) {
    return employeePayload(context, await setEmployeeActive(context.house, signedIn(context), { id, active, version }));
  }

  @Mutation(() => ResetPasswordPayloadType, { description: 'Gives an employee a one-time password and ends its sessions. Not for yourself, nor for one with rights that you lack. Needs EMPLOYEES modify.' })
  async resetEmployeePassword(@Ctx() context: Context, @Arg('id', () => ID, { description: 'The employee.' }) id: string) {
    const { value, faults } = await resetEmployeePassword(context.house, signedIn(context), id);
    return { employee: value?.employee ?? null, oneTimePassword: value?.oneTimePassword ?? null, userErrors: faults };
  }

  @Mutation(() => EmployeePayloadType, { description: 'Erases an employee, ends its sessions and revokes the tokens it made. Needs EMPLOYEES erase.' })
  async eraseEmployee(
    @Ctx() context: Context, @Arg('id', () => ID, { description: 'The employee.' }) id: string,
    @Arg('version', () => Int, { description: 'The version you saw.' }) version: number,
  ) {
    return employeePayload(context, await eraseEmployee(context.house, signedIn(context), { id, version }));
  }

  @FieldResolver(() => Boolean, { description: 'Whether it has a password, and so can sign in.' })
  hasPassword(@Root() { passwordHash }: Employee) {
    return passwordHash !== null;
  }

  @FieldResolver(() => [AccessHolderRefType], { nullable: true, description: 'Its roles, by name; null without ACCESS_RECORDS access.' })
  async roles(@Root() { id }: Employee, @Ctx() context: Context) {
    if (!maySee(context, 'ACCESS_RECORDS')) return null;
    return (await batched(context, rolesOfEmployees, id) ?? []).map((role) => ({ kind: 'ROLE' as const, id: role.id, name: role.name }));
  }

  @FieldResolver(() => [AccessRecordType], { nullable: true, description: 'Its own access records, without those of its roles; null without ACCESS_RECORDS access.' })
  async accessRecords(@Root() { id }: Employee, @Ctx() context: Context) {
    return maySee(context, 'ACCESS_RECORDS') ? await batched(context, grantsOfEmployees, id) ?? [] : null;
  }

  @FieldResolver(() => [EffectiveRightType], { nullable: true, description: 'What it may do in all, and by whose access records; null without ACCESS_RECORDS access.' })
  async rights(@Root() root: Employee, @Ctx() context: Context) {
    return maySee(context, 'ACCESS_RECORDS') ? rightsShown(await rightsInForce(context.house, refOf(root))) : null;
  }
}
