import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PERMISSIONS } from './permissions.js';

/** Writes the map into the README, between two marks, or with `--check` fails when that says another thing. */
const PAGE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'README.md');
const MARKED = /(<!-- permissions:begin -->\n)[\s\S]*?(<!-- permissions:end -->)/;

const KINDS = ['Query', 'Mutation', 'Subscription'] as const;
const map: Readonly<Record<string, Readonly<Record<string, { readonly name: string }>> | undefined>> = PERMISSIONS as never;

/** The name of a rule as a reader of the table wants it: record types in code, rights in words. */
const inWords = (rule: string): string => rule.replace(/\b[A-Z]+_?[A-Z]+(_[A-Z]+)*\b/g, '`$&`');

const table = (): string => {
  const rules = [...new Set(KINDS.flatMap((kind) => Object.values(map[kind] ?? {}).map(({ name }) => name)))].toSorted();
  const fieldsOf = (kind: string, rule: string): string =>
    Object.entries(map[kind] ?? {}).filter(([, { name }]) => name === rule).map(([field]) => `\`${field}\``).toSorted().join(' ');
  const rows = rules.map((rule) => `| ${inWords(rule)} | ${KINDS.map((kind) => fieldsOf(kind, rule)).join(' | ')} |`);
  return ['', '| who | queries | mutations | subscriptions |', '|---|---|---|---|', ...rows, '', ''].join('\n');
};

const before = readFileSync(PAGE, 'utf8');
if (!MARKED.test(before)) throw new Error('README.md lacks the marks <!-- permissions:begin --> and <!-- permissions:end -->');
const after = before.replace(MARKED, (_all, begin: string, end: string) => `${begin}${table()}${end}`);
if (!process.argv.includes('--check')) writeFileSync(PAGE, after);
else if (after !== before) {
  console.error('README.md does not show the permissions as they are: run `npm run permissions` and look at the difference');
  process.exitCode = 1;
}
