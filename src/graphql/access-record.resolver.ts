import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { accessHolders } from '../app/access-records/holders.js';
import { setAccessRecords } from '../app/access-records/set.js';
import type { HolderKind, RecordType, Right } from '../domain/permission.js';
import type { Context } from './context.js';
import { signedIn } from './context.js';
import { AccessHolderRefType, AccessRecordInput, AccessRecordType, HolderKindEnum, RecordTypeEnum, RightEnum } from './permission.type.js';
import { UserErrorType } from './user-error.type.js';

@InputType('AccessHolderInput', { description: 'Whoever has access records.' })
export class AccessHolderInput {
  @Field(() => HolderKindEnum, { description: 'What it is.' })
  kind!: HolderKind;

  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}

@ObjectType('AccessHolderPayload', { description: 'What became of a change of access records.', simpleResolvers: true })
export class AccessHolderPayloadType {
  @Field(() => AccessHolderRefType, { nullable: true, description: 'Whose they are.' })
  holder!: AccessHolderRefType | null;

  @Field(() => [AccessRecordType], { nullable: true, description: 'All its own access records, as they now stand.' })
  records!: readonly AccessRecordType[] | null;

  @Field(() => Int, { nullable: true, description: 'The holder\'s version, as it now stands.' })
  version!: number | null;

  @Field(() => [UserErrorType], { description: 'What was wrong; when not empty, nothing was changed.' })
  userErrors!: readonly UserErrorType[];
}

@Resolver()
export class AccessRecordResolver {
  @Query(() => [AccessHolderRefType], { description: 'Who can make use of a right, in any area: active employees, roles, and programs that may call. Needs ACCESS_RECORDS access.' })
  async accessHolders(
    @Ctx() { house }: Context, @Arg('recordType', () => RecordTypeEnum, { description: 'What the right is about.' }) recordType: RecordType,
    @Arg('right', () => RightEnum, { description: 'The right.' }) right: Uppercase<Right>,
  ) {
    return await accessHolders(house, recordType, right.toLowerCase() as Right);
  }

  @Mutation(() => AccessHolderPayloadType, {
    description: 'Gives a holder these access records in place of all it had, and signs out whom it changes. Nobody gives a right that it lacks, nor changes its own. Needs ACCESS_RECORDS modify.',
  })
  async setAccessRecords(
    @Ctx() context: Context, @Arg('holder', () => AccessHolderInput, { description: 'Whose they are.' }) holder: AccessHolderInput,
    @Arg('records', () => [AccessRecordInput], { description: 'All its access records; each record type at most once.' }) records: AccessRecordInput[],
    @Arg('version', () => Int, { description: 'The version of the holder that you saw.' }) version: number,
  ) {
    const { value, faults } = await setAccessRecords(context.house, signedIn(context), { holder, records, version });
    return { holder: value?.holder ?? null, records: value?.records ?? null, version: value?.version ?? null, userErrors: faults };
  }
}
