import type { SignedInCaller } from '../../domain/caller.js';
import type { HolderKind, RecordType, Right } from '../../domain/permission.js';
import { RECORD_TYPES, RIGHTS } from '../../domain/permission.js';
import { grantsWithHolders } from '../../storage/people.store.js';
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

/** Each right that a caller holds, its reach, and whose access records give it. */
const rightsInForce = async (house: House, caller: SignedInCaller & { id: string }, kind: HolderKind): Promise<RightInForce[]> => {
  const sources = await grantsWithHolders(house.storage.read(), kind, caller.id, caller.name);
  return RECORD_TYPES.flatMap((recordType) => RIGHTS.flatMap((right) => {
    const reach = caller.rights[recordType][right];
    if (reach === 'none') return [];
    const from = sources.filter(({ grants }) => grants.some((grant) => grant.recordType === recordType && grant[right]))
      .map(({ holder }) => holder);
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
    rights: await rightsInForce(house, caller, caller.kind),
  };
};
