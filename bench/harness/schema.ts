import { readFileSync } from 'node:fs';

const schema = readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');

/** Whether a type of the API has a field, so that a bench can run on a program that is older than it. */
export const schemaHas = (kind: 'type' | 'input', type: string, field: string): boolean => {
  const from = schema.indexOf(`\n${kind} ${type} {`);
  return from >= 0 && new RegExp(`^ {2}${field}[:(]`, 'm').test(schema.slice(from, schema.indexOf('\n}', from)));
};
