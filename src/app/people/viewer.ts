import type { SignedInCaller } from '../../domain/caller.js';
import type { HolderKind, RecordType, Right, Rights } from '../../domain/permission.js';
import { effectiveRights, RECORD_TYPES, RIGHTS } from '../../domain/permission.js';
import { grantsWithHolders } from '../../storage/access-record.store.js';
import type { House } from '../house.js';

export interface RightSource { readonly kind: HolderKind; readonly id: string; readonly name: string }
export interface RightInForce {
  readonly recordType: RecordType;
  readonly right: Right;
  readonly areas: readonly string[] | null;
  readonly from: readonly RightSource[];
}
export interface Viewer {
  readonly kind: HolderKind;
  readonly id: string;
  readonly name: string;
  readonly mustChangePassword: boolean;
  readonly areas: readonly string[] | null;
  readonly rights: readonly RightInForce[];
}

/** Each right that somebody holds, its reach, and whose access records give it. `held` null: what those records come to. */
export const rightsInForce = async (house: House, holder: RightSource, held: Rights | null = null): Promise<RightInForce[]> => {
  const sources = await grantsWithHolders(house.storage.read(), holder.kind, holder.id, holder.name);
  const rights = held ?? effectiveRights(sources.flatMap(({ grants }) => grants));
  return RECORD_TYPES.flatMap((recordType) => RIGHTS.flatMap((right) => {
    const reach = rights[recordType][right];
    if (reach === 'none') return [];
    const from = sources.filter(({ grants }) => grants.some((grant) => grant.recordType === recordType && grant[right]))
      .map((source) => source.holder);
    return [{ recordType, right, areas: reach === 'all' ? null : [...reach].toSorted(), from }];
  }));
};

/** What a front end needs to know of its user: who it is, and what it may show. */
export const viewer = async (house: House, caller: SignedInCaller): Promise<Viewer> => {
  if (caller.kind === 'COMMAND') throw new Error('The command line has no viewer');
  return {
    kind: caller.kind, id: caller.id, name: caller.name,
    mustChangePassword: caller.kind === 'EMPLOYEE' && caller.mustChangePassword,
    areas: caller.kind === 'APPLICATION_TOKEN' ? caller.areas : null,
    rights: await rightsInForce(house, { kind: caller.kind, id: caller.id, name: caller.name }, caller.rights),
  };
};
