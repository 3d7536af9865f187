import type { Fault } from './errors.js';
import type { Grant, RecordType, Right } from './permission.js';
import { AREA_LIMITED_TYPES, RIGHTS } from './permission.js';

/** An access record as a caller gives it. `areas` left out or null: everywhere. */
export interface AccessRecordWish extends Readonly<Record<Right, boolean>> {
  readonly recordType: RecordType;
  readonly areas?: readonly string[] | null | undefined;
}

const MAX_AREAS = 200;

/** Faults of a list of area codes that limits something: at least one, and every one must exist. */
export const areaListFaults = (areas: readonly string[] | null | undefined, known: ReadonlySet<string>, path: readonly string[]): Fault[] => {
  if (areas == null) return [];
  if (areas.length === 0) return [{ code: 'INVALID', path, message: 'Name at least one area, or give null for all of them' }];
  if (areas.length > MAX_AREAS) return [{ code: 'INVALID', path, message: `At most ${MAX_AREAS} areas` }];
  return areas.flatMap((area, index) => (known.has(area)
    ? [] : [{ code: 'NOT_FOUND' as const, path: [...path, String(index)], message: 'There is no area with this code' }]));
};

/** Faults of a whole list: a record type given twice, areas on a type that knows none, areas that do not exist. */
export const accessRecordFaults = (wishes: readonly AccessRecordWish[], knownAreas: ReadonlySet<string>, path: readonly string[]): Fault[] => {
  const seen = new Set<RecordType>();
  return wishes.flatMap(({ recordType, areas }, index): Fault[] => {
    const at = [...path, String(index)];
    const twice = seen.has(recordType);
    seen.add(recordType);
    return [
      ...(twice ? [{ code: 'INVALID' as const, path: [...at, 'recordType'], message: `${recordType} is given twice` }] : []),
      ...(areas != null && !AREA_LIMITED_TYPES.includes(recordType)
        ? [{ code: 'INVALID' as const, path: [...at, 'areas'], message: `Only ${AREA_LIMITED_TYPES.join(' and ')} can be limited to areas` }]
        : areaListFaults(areas, knownAreas, [...at, 'areas'])),
    ];
  });
};

/** The grants that a checked list makes. A record without any right is none. */
export const grantsFrom = (wishes: readonly AccessRecordWish[]): Grant[] => wishes
  .filter((wish) => RIGHTS.some((right) => wish[right]))
  .map(({ recordType, access, modify, add, erase, areas }) =>
    ({ recordType, access, modify, add, erase, areas: areas == null ? null : [...new Set(areas)].toSorted() }));

const worded = (grant: Grant): string =>
  RIGHTS.filter((right) => grant[right]).join(' ') + (grant.areas === null ? '' : ` in ${grant.areas.join(', ')}`);

/** Grants by record type in words, for the audit and for comparing two sets of them. */
export const grantsInWords = (grants: readonly Grant[]): Record<string, string> =>
  Object.fromEntries(grants.map((grant) => [grant.recordType, worded(grant)]));
