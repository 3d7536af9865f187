import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printSchema } from 'graphql';
import { breakingChanges } from './breaking-changes.js';
import { bareSchema } from './schema.js';

/**
 * Writes `schema/schema.graphql`; with `--check` fails when the committed one is not what the code says, or breaks what
 * clients of `schema/released.graphql` rely on.
 */
const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'schema');
const committed = join(folder, 'schema.graphql');
const printed = `${printSchema(await bareSchema())}\n`;

const complain = (words: string): void => {
  console.error(words);
  process.exitCode = 1;
};

const check = (): void => {
  if (readFileSync(committed, 'utf8') !== printed) complain('schema/schema.graphql is not what the code says: run `npm run schema` and look at the difference');
  for (const change of breakingChanges(readFileSync(join(folder, 'released.graphql'), 'utf8'), printed)) {
    complain(`Breaks clients of the released schema: ${change}`);
  }
};

if (process.argv.includes('--check')) check();
else writeFileSync(committed, printed);
