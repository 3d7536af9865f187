import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { program } from '../../src/command/program.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const readme = read('README.md');
/** The rows of the table of settings: name of the variable, values, default. */
const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| (.+?) \| (.+?) \| (.+?) \|$/gm)].map(([, name = '', values = '', byDefault = '']) => ({ name, values, byDefault }));
/** The variables that the program reads, with the default of those that have a plain one. */
const variables = [...read('src/config/environment.ts').matchAll(/^ {2}([A-Z]+(?:_[A-Z]+)+): (.*),$/gm)]
  .map(([, name = '', rule = '']) => ({ name, byDefault: /\.default\((?:'([^']+)'|(\d+))\)/.exec(rule)?.slice(1).find((text) => text !== undefined) ?? null }));

test('the README has a row for each variable of the environment, and for no other', () => {
  expect(variables.length).toBeGreaterThan(10);
  expect(rows.map(({ name }) => name).toSorted()).toEqual(variables.map(({ name }) => name).toSorted());
});

test.each(variables.filter(({ byDefault }) => byDefault !== null))('the README tells the default of $name', ({ name, byDefault }) => {
  expect(rows.find((row) => row.name === name)?.byDefault).toBe(`\`${byDefault}\``);
});

test('every operation in the README is one of the schema', () => {
  const schema = buildSchema(read('schema/schema.graphql'));
  const blocks = [...readme.matchAll(/```graphql\n([^]*?)```/g)].map(([, text = '']) => text);
  expect(blocks.length).toBeGreaterThan(8);
  expect(blocks.flatMap((text) => validate(schema, parse(text)).map(({ message }) => message))).toEqual([]);
});

test('the README lists every command', () => {
  const verbs = program().commands.flatMap((command) => (command.commands.length === 0 ? [command.name()] : command.commands.map((verb) => `${command.name()} ${verb.name()}`)));
  expect([...readme.matchAll(/^\| `postroom ([a-z -]+)` \|/gm)].map(([, verb]) => verb)).toEqual(verbs.filter((verb) => verb !== 'help'));
});
