import type { Claimed } from './claim.js';

/** Contents that are read and kept in memory together. */
const PORTION_OCTETS = 64 * 1_048_576;

/**
 * Parts claimed emails into rows of portions: rows are gone through side by side, the portions of a row one after another.
 * Small ones are one portion; else each account has a row of its own, so that a server that hangs delays only its own.
 */
export const portionsOf = (claimed: readonly Claimed[], octetsAtMost = PORTION_OCTETS): Claimed[][][] => {
  if (claimed.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) <= octetsAtMost) return [[[...claimed]]];
  return [...Map.groupBy(claimed, ({ account }) => account.id).values()].map((ofAccount) => {
    const portions: Claimed[][] = [];
    let room = 0;
    for (const one of ofAccount) {
      const portion = portions.at(-1);
      if (portion === undefined || one.sizeBytes > room) {
        portions.push([one]);
        room = octetsAtMost - one.sizeBytes;
      } else {
        portion.push(one);
        room -= one.sizeBytes;
      }
    }
    return portions;
  });
};
