import type { Bound, Figure } from './bench.ts';
import { median } from './side-by-side.ts';

/** A figure as it is kept: medians over the rounds, and how far single rounds lay apart. */
export interface Outcome {
  readonly what: string;
  readonly against: string;
  readonly unit: string;
  readonly by: Figure['by'];
  readonly ours: number;
  readonly theirs: number;
  /** Of the rounds, each compared within itself: what burdens both sides of a round cancels out. */
  readonly result: number;
  readonly lowest: number;
  readonly highest: number;
  readonly bound: Bound | null;
}

export const outcomeOf = ({ pairs, ...figure }: Figure): Outcome => {
  const results = pairs.map(({ ours, theirs }) => (figure.by === 'ratio' ? ours / theirs : ours - theirs));
  return {
    what: figure.what, against: figure.against, unit: figure.unit, by: figure.by, bound: figure.bound,
    ours: median(pairs.map(({ ours }) => ours)), theirs: median(pairs.map(({ theirs }) => theirs)),
    result: median(results), lowest: Math.min(...results), highest: Math.max(...results),
  };
};

/** Whether the figure is where it must be; null where nothing is asked of it. */
export const isReached = ({ bound, result }: Pick<Outcome, 'bound' | 'result'>): boolean | null => {
  if (bound === null) return null;
  return 'atLeast' in bound ? result >= bound.atLeast : result <= bound.atMost;
};
