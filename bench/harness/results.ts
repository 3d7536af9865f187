import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Circumstances } from './machine.ts';
import { BUSY_AT_MOST, machine } from './machine.ts';
import type { Outcome } from './outcome.ts';
import { HEADING, row } from './table.ts';

/** What one bench came to when it last ran in full. */
export interface Result extends Circumstances { readonly outcomes: readonly Outcome[] }

const folder = join(import.meta.dirname, '..');
const KEPT = join(folder, 'results.json');

const kept = (): Record<string, Result> => (existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) as Record<string, Result> : {});

/** How busy others kept the machine, and whether what was measured can count. */
const disturbance = ({ busyBefore }: Result): string =>
  `${(100 * busyBefore).toFixed(0)} %${busyBefore > BUSY_AT_MOST ? ': **does not count**' : ''}`;

const page = (names: readonly string[], results: Readonly<Record<string, Result>>): string => {
  const known = names.flatMap((name) => (results[name] === undefined ? [] : [{ name, result: results[name] }]));
  return [
    '# Results', '', 'Written by `npm run bench`; what is edited here is lost. Notes by hand go into NOTES.md, which is shown below.', '',
    ...machine().map((line) => `- ${line}`), '',
    ...HEADING, ...known.flatMap(({ name, result }) => result.outcomes.map((outcome) => row(name, outcome))), '',
    'Ours and theirs are medians over the rounds; the result is the median of the rounds, each compared within itself, and the spread their lowest and highest.', '',
    '| bench | measured (UTC) | commit | rounds × seconds | used by others |', '|---|---|---|---|---|',
    ...known.map(({ name, result }) => `| \`${name}\` | ${result.date} | ${result.commit} | ${result.rounds} × ${result.seconds} | ${disturbance(result)} |`), '',
    readFileSync(join(folder, 'NOTES.md'), 'utf8').trim(), '',
  ].join('\n');
};

/** Keeps what a bench came to, in place of what it came to before, and writes RESULTS.md anew. `names` orders it. */
export const keep = (names: readonly string[], name: string, result: Result): void => {
  const results = { ...kept(), [name]: result };
  writeFileSync(KEPT, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(folder, 'RESULTS.md'), page(names, results));
};
