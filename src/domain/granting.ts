import type { Fault } from './errors.js';
import type { Grant, Rights } from './permission.js';
import { effectiveRights, limitToAreas, rightsAsWritten, rightsLacking, rightsOfEither } from './permission.js';

/**
 * Faults of a change of somebody's grants by a giver who holds `held`: RIGHT_NOT_HELD for each right that would come into
 * force, or stand written, without the giver having it. Taking away is never a fault. Written rights count beside those in
 * force, because `modify` without `access` sleeps only until somebody gives the access. `areas` are those that the holder
 * is limited to whatever its grants say; null: none.
 */
export const raiseFaults = (
  held: Rights, before: readonly Grant[], after: readonly Grant[], path: readonly string[], areas: readonly string[] | null = null,
): Fault[] => {
  const lacking = [rightsAsWritten, effectiveRights].flatMap((rightsOf) =>
    rightsLacking(rightsOfEither(held, limitToAreas(rightsOf(before), areas)), limitToAreas(rightsOf(after), areas)));
  const named = new Set(lacking.map(({ recordType, right }) => `${recordType} ${right}`));
  return [...named].map((name) => ({ code: 'RIGHT_NOT_HELD', path, message: `You do not hold ${name} in this reach, so you cannot give it` }));
};

/** Whether somebody with `held` would gain rights by acting as somebody with `theirs`. */
export const wouldGainBy = (held: Rights, theirs: Rights): boolean => rightsLacking(held, theirs).length > 0;
