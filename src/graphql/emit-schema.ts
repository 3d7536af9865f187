import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printSchema } from 'graphql';
import { bareSchema } from './schema.js';

/** Writes `schema/schema.graphql`, or with `--check` fails when the committed one is not what the code says. */
const file = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'schema', 'schema.graphql');
const printed = `${printSchema(await bareSchema())}\n`;
if (!process.argv.includes('--check')) writeFileSync(file, printed);
else if (readFileSync(file, 'utf8') !== printed) {
  console.error('schema/schema.graphql is not what the code says: run `npm run schema` and look at the difference');
  process.exitCode = 1;
}
