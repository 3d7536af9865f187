import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PERMISSIONS } from './permissions.js';

/** Writes the map into the pages that show it, between two marks, or with `--check` fails when a page says another thing. */
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PAGES = ['README.md', 'docs/permissions.md'];
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

const written = table();
const pages = PAGES.map((page) => join(ROOT, page)).filter((page) => existsSync(page) && MARKED.test(readFileSync(page, 'utf8')));
if (pages.length === 0) throw new Error(`None of ${PAGES.join(', ')} has the marks <!-- permissions:begin --> and <!-- permissions:end -->`);
for (const page of pages) {
  const before = readFileSync(page, 'utf8');
  const after = before.replace(MARKED, (_all, begin: string, end: string) => `${begin}${written}${end}`);
  if (!process.argv.includes('--check')) writeFileSync(page, after);
  else if (after !== before) {
    console.error(`${page} does not show the permissions as they are: run \`npm run permissions\` and look at the difference`);
    process.exitCode = 1;
  }
}
