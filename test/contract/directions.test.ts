import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

/** Which parts of the house each part may know beside itself: the directions of docs/architecture.md, for the linter to keep. */
const MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  doors: ['domain'],
  storage: ['domain'],
  engine: ['domain'],
  transport: ['domain', 'doors'],
  probe: ['domain', 'doors'],
  config: ['domain', 'doors', 'storage'],
  app: ['config', 'domain', 'doors', 'engine', 'probe', 'storage', 'transport'],
  graphql: ['app', 'domain'],
  http: ['app', 'config', 'domain', 'graphql'],
  command: ['app', 'config', 'domain'],
  console: [],
};
const PARTS = Object.keys(MAY_KNOW);
const SOURCE = join(import.meta.dirname, '../../src');
const CONFIGURATION = join(import.meta.dirname, '../../.oxlintrc.json');
const OXLINT = join(import.meta.dirname, '../../node_modules/oxlint/bin/oxlint');

interface Finding { readonly filename: string; readonly code: string; readonly message: string; readonly help?: string }

/** Files to lint, by path, in a folder of their own under our configuration. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'postroom-directions-'));
  copyFileSync(CONFIGURATION, join(folder, '.oxlintrc.json'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lint = (files: Readonly<Record<string, string>>): Finding[] => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { stdout } = spawnSync(process.execPath, [OXLINT, '--format', 'json', ...Object.keys(files)], { cwd: folder, encoding: 'utf8' });
  return (JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics;
};

const refusedImports = (files: Readonly<Record<string, string>>): string[] =>
  lint(files).filter(({ code }) => code.includes('no-restricted-imports')).map(({ filename }) => filename);

test('for every pair of parts the linter refuses exactly what the table does not allow, at any depth', () => {
  const pairs = PARTS.flatMap((from) => PARTS.filter((to) => to !== from).map((to) => [from, to] as const));
  const files = Object.fromEntries(pairs.flatMap(([from, to]) => [
    [`src/${from}/to-${to}.ts`, `import { noun } from '../${to}/noun.js';\nexport const verb = noun;\n`],
    [`src/${from}/nested/to-${to}.ts`, `import type { Noun } from '../../${to}/noun.js';\nexport type Verb = Noun;\n`],
  ]));
  const expected = pairs.filter(([from, to]) => !MAY_KNOW[from]?.includes(to))
    .flatMap(([from, to]) => [`src/${from}/to-${to}.ts`, `src/${from}/nested/to-${to}.ts`]);
  expect(refusedImports(files).toSorted()).toEqual(expected.toSorted());
});

test('nobody knows the files that put the house together and start it, but commands, who are given it by them', () => {
  const entries = readdirSync(SOURCE, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.ts')).map(({ name }) => name.replace(/\.ts$/, ''));
  expect(entries).toEqual(expect.arrayContaining(['compose', 'main']));
  const files = Object.fromEntries(PARTS.filter((part) => part !== 'command').flatMap((from) => entries.map((entry) =>
    [`src/${from}/to-${entry}.ts`, `export { house } from '../${entry}.js';\n`])));
  expect(refusedImports(files).toSorted()).toEqual(Object.keys(files).toSorted());
});

test('a late import, which the linter does not look at, goes no other way', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => /^\w+\/.*\.tsx?$/.test(file) && !file.startsWith('http/playground/'));
  const late = files.flatMap((file) => [...readFileSync(join(SOURCE, file), 'utf8').matchAll(/import\('(\.[^']+)'\)/g)]
    .map(([, path = '']) => ({ file, from: file.split('/')[0] ?? '', to: join(dirname(file), path).split('/')[0] ?? '' })));
  expect(late.length).toBeGreaterThan(0);
  // Commands are given the house by the files that put it together.
  const given = ({ from, to }: { from: string; to: string }): boolean => from === 'command' && to.endsWith('.js');
  expect(late.filter(({ from, to }) => from !== to && !MAY_KNOW[from]?.includes(to) && !given({ from, to }))).toEqual([]);
});

test('every part of the house stands in the table', () => {
  const parts = readdirSync(SOURCE, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(PARTS).toEqual(expect.arrayContaining(parts));
});

test.each([
  ['a package in the domain', 'src/domain/package.ts', "import { z } from 'zod';\nexport const noun = z;\n", 'no-restricted-imports'],
  ['a module of Node in the domain', 'src/domain/node.ts', "import { randomUUID } from 'node:crypto';\nexport const noun = randomUUID;\n", 'no-restricted-imports'],
  ['a clock in the domain', 'src/domain/clock.ts', 'export const noun = Date.now();\n', 'no-restricted-properties'],
  ['chance in the domain', 'src/domain/chance.ts', 'export const noun = Math.random();\n', 'no-restricted-properties'],
  ['the environment in the domain', 'src/domain/environment.ts', "export const noun = process.env['X'];\n", 'no-restricted-globals'],
  ['the environment in a use case', 'src/app/environment.ts', 'const { env } = process;\nexport const noun = env;\n', 'no-restricted-properties'],
  ['a query outside storage', 'src/app/query.ts', "import { LockMode } from '@mikro-orm/core';\nexport const noun = LockMode;\n", 'no-restricted-imports'],
  ['a file of the server in the playground', 'src/http/playground/server.ts', "export { server } from '../server.js';\n", 'no-restricted-imports'],
  ['any', 'src/app/any.ts', 'export const noun = (value: any): unknown => value;\n', 'no-explicit-any'],
  ['an exclamation mark that silences', 'src/app/silenced.ts', 'export const noun = (value: string | null): string => value!;\n', 'no-non-null-assertion'],
  ['a file over 400 lines', 'src/app/long.ts', 'export {};\n'.repeat(401), 'max-lines'],
  ['a focused test', 'test/domain/focused.test.ts', "import { expect, test } from '@jest/globals';\ntest.only('x', () => { expect(1).toBe(1); });\n", 'no-focused-tests'],
  ['a skipped test', 'test/domain/skipped.test.ts', "import { expect, test } from '@jest/globals';\ntest.skip('x', () => { expect(1).toBe(1); });\n", 'no-disabled-tests'],
])('refuses %s', (_what, path, text, rule) => {
  expect(lint({ [path]: text }).map(({ code }) => code)).toContainEqual(expect.stringContaining(rule));
});

test('two files that import each other are refused, even if only types', () => {
  const found = lint({
    'src/app/chicken.ts': "import type { Egg } from './egg.js';\nexport interface Chicken { egg: Egg }\n",
    'src/app/egg.ts': "import type { Chicken } from './chicken.js';\nexport interface Egg { chicken: Chicken }\n",
  });
  expect(found.map(({ code }) => code)).toContainEqual(expect.stringContaining('no-cycle'));
});

test('only the one file may read the environment', () => {
  expect(lint({ 'src/config/environment.ts': "export const noun = process.env['X'];\n" })).toEqual([]);
});
