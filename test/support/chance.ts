/** Random numbers that a seed decides, so that a run that failed can be made again. */
export interface Chance {
  readonly seed: number;
  /** From 0 up to 1. */
  next(): number;
  /** A whole number from 0 up to, and without, the one given. */
  below(count: number): number;
  /** True so often, of 1. */
  happens(share: number): boolean;
}

/** Mulberry32: 32 bits of state are plenty to choose moments by. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { seed, next, below: (count) => Math.floor(next() * count), happens: (share) => next() < share };
};
