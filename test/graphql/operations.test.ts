import { beforeAll, expect, test } from '@jest/globals';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getVariableValues, Kind, validate } from 'graphql';
import { bareSchema } from '../../src/graphql/schema.js';
import type { ReadyFile } from '../support/operations.js';
import { readyFiles } from '../support/operations.js';

let schema: GraphQLSchema;
beforeAll(async () => { schema = await bareSchema(); });

const files = readyFiles().map((file) => [file.name, file] as const);
const operationsOf = ({ document }: ReadyFile): OperationDefinitionNode[] =>
  document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);

test.each(files)('%s holds operations of this schema', (_name, { document }) => {
  expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
});

test.each(files)('%s gives variables that its operations take, and no others', (_name, file) => {
  const asked = new Set<string>();
  for (const { variableDefinitions = [] } of operationsOf(file)) {
    for (const { variable } of variableDefinitions) asked.add(variable.name.value);
    expect(getVariableValues(schema, variableDefinitions, file.variables).errors ?? []).toEqual([]);
  }
  expect(Object.keys(file.variables).filter((name) => !asked.has(name))).toEqual([]);
});

test('operations have names of their own: a client registers them by name', () => {
  const names = files.flatMap(([, file]) => operationsOf(file).map(({ name }) => name?.value));
  expect(names).not.toContain(undefined);
  expect(names.length).toBe(new Set(names).size);
});

test('every root field of the schema stands in some ready operation', () => {
  const used = new Set(files.flatMap(([, file]) => operationsOf(file).flatMap(({ selectionSet }) =>
    selectionSet.selections.map((selection) => (selection.kind === Kind.FIELD ? selection.name.value : '')))));
  const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => Object.keys(type?.getFields() ?? {}));
  expect(fields.filter((field) => !used.has(field))).toEqual([]);
});
