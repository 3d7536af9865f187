/** What both sides came to in one round. */
export interface Pair { readonly ours: number; readonly theirs: number }

/** A side of a comparison: runs once and says what it came to. */
export type Side = () => Promise<number>;

/**
 * Runs every side once a round, each round in the opposite order of the one before, so that what else the machine does falls
 * on all of them alike. A first round, not counted, warms them up.
 */
export const sideBySide = async <Name extends string>(rounds: number, sides: Readonly<Record<Name, Side>>): Promise<Record<Name, number[]>> => {
  const names = Object.keys(sides) as Name[];
  const seen = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const value = await sides[name]();
      process.stderr.write(`  ${round === 0 ? 'warm-up' : `round ${round}`}  ${name}: ${value.toFixed(1)}\n`);
      if (round > 0) seen[name].push(value);
    }
  }
  return seen;
};

/** The two sides of each round. */
export const pairsOf = (ours: readonly number[], theirs: readonly number[]): Pair[] =>
  ours.map((value, round) => ({ ours: value, theirs: theirs[round] ?? Number.NaN }));

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
};

/** Of several ways in which the other side can be run, the one that does best. */
export const fastest = (...ways: readonly (readonly number[])[]): readonly number[] => ways.toSorted((a, b) => median(b) - median(a))[0] ?? [];
