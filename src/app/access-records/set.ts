import type { AccessRecordWish } from '../../domain/access-record-input.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { refuse } from '../../domain/errors.js';
import { ApplicationToken } from '../../domain/people.js';
import type { Grant, HolderKind } from '../../domain/permission.js';
import { grantsOf } from '../../storage/access-record.store.js';
import type { Outcome } from '../change.js';
import { expectVersion, found } from '../change.js';
import type { House } from '../house.js';
import { changePeople } from '../people/change-people.js';
import type { Holder } from './holder.js';
import { holderForChange } from './holder.js';
import { replaceAccessRecords } from './replace.js';

/** A holder with its access records as they now stand. `version` is the holder's own. */
export interface HolderWithRecords {
  readonly holder: { readonly kind: HolderKind; readonly id: string; readonly name: string };
  readonly records: readonly Grant[];
  readonly version: number;
}

/** Sets all access records of an employee, a role or an application token. */
export const setAccessRecords = async (
  house: House, caller: SignedInCaller, input: { holder: { kind: HolderKind; id: string }; records: readonly AccessRecordWish[]; version: number },
): Promise<Outcome<HolderWithRecords>> => await changePeople(house, caller, ['ACCESS_RECORDS', 'modify'], ['records'], async (desk) => {
  const { kind, id } = input.holder;
  const record: Holder = found(await holderForChange(desk.session, kind, id), 'holder', ['holder', 'id']);
  const shown = async (): Promise<HolderWithRecords> =>
    ({ holder: { kind, id, name: record.name }, records: await grantsOf(desk.session, kind, id), version: record.version });
  if (record.version !== input.version) expectVersion(record, input.version, await shown());
  const areas = record instanceof ApplicationToken ? record.areas : null;
  if (record instanceof ApplicationToken && record.revokedAt !== null) refuse('WRONG_STATE', ['holder', 'id'], 'This token is revoked');
  const changes = await replaceAccessRecords(desk, { kind, id, areas, path: ['holder', 'id'] }, input.records, ['records']);
  if (changes.length > 0) {
    record.version += 1;
    if ('updatedAt' in record) record.updatedAt = desk.now;
    desk.audit('ACCESS_RECORDS_SET', { type: kind, id, name: record.name }, changes);
  }
  return await shown();
});
