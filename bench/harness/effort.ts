import { parseArgs } from 'node:util';
import type { Effort } from './bench.ts';

/** What figures that count are taken with. */
const FULL: Effort = { rounds: 5, seconds: 5, share: 1 };

/** What to run and how long; `quick` says that less was asked for than counts, so that nothing is written. */
export interface Orders { readonly names: readonly string[]; readonly effort: Effort; readonly quick: boolean }

const positive = (text: string | undefined, otherwise: number): number => {
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (!(number > 0)) throw new Error(`${text} is not a number above 0`);
  return number;
};

/** Reads the command line: names of benches (none: all), `--rounds`, `--seconds`, `--share`. */
export const readOrders = (args: readonly string[]): Orders => {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true, options: { rounds: { type: 'string' }, seconds: { type: 'string' }, share: { type: 'string' } },
  });
  const effort = {
    rounds: positive(values.rounds, FULL.rounds), seconds: positive(values.seconds, FULL.seconds), share: positive(values.share, FULL.share),
  };
  const quick = effort.rounds < FULL.rounds || effort.seconds < FULL.seconds || effort.share < FULL.share;
  return { names: positionals, effort, quick };
};
