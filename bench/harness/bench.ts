import type { Pair } from './side-by-side.ts';

/** How long to look. The figures that count are taken with the defaults of `effort.ts`. */
export interface Effort {
  readonly rounds: number;
  /** How long a side that is measured by time runs within a round. */
  readonly seconds: number;
  /** What a side that is measured by number handles, as a share of what the bench says: 1 but for a quick look. */
  readonly share: number;
}

/** What has to be reached: a number that the figure may not fall below, or may not exceed. */
export type Bound = { readonly atLeast: number; readonly aim: number } | { readonly atMost: number; readonly aim: number };

/** One line of the results: two numbers taken side by side, and what they come to. */
export interface Figure {
  readonly what: string;
  readonly against: string;
  readonly unit: string;
  readonly pairs: readonly Pair[];
  /** "ratio": ours divided by theirs. "difference": ours less theirs, in the unit of both. */
  readonly by: 'ratio' | 'difference';
  /** Null: only reported. */
  readonly bound: Bound | null;
}

/** One bench: a name for the command line, and what it measures. It leaves no process and no folder behind. */
export interface Bench {
  readonly name: string;
  run(effort: Effort): Promise<readonly Figure[]>;
}
