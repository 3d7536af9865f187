import { beforeAll, expect, test } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isSpecifiedScalarType } from 'graphql';
import { bareSchema } from '../../src/graphql/schema.js';

let schema: GraphQLSchema;
beforeAll(async () => { schema = await bareSchema(); });

const ROOTS = ['Query', 'Mutation', 'Subscription'];

/** Every place of the schema that a reader may ask about, with what it says of itself. */
const places = (): [string, string | null | undefined][] => Object.values(schema.getTypeMap())
  .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
  .flatMap((type) => {
    const own: [string, string | null | undefined][] = ROOTS.includes(type.name) ? [] : [[type.name, type.description]];
    if (isEnumType(type)) return [...own, ...type.getValues().map((value) => [`${type.name}.${value.name}`, value.description] as [string, typeof value.description])];
    if (isInputObjectType(type)) {
      return [...own, ...Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field.description] as [string, typeof field.description])];
    }
    if (!isObjectType(type) && !isInterfaceType(type)) return own;
    return [...own, ...Object.values(type.getFields()).flatMap((field) => [
      [`${type.name}.${field.name}`, field.description] as [string, typeof field.description],
      ...field.args.map((argument) => [`${type.name}.${field.name}(${argument.name})`, argument.description] as [string, typeof argument.description]),
    ])];
  });

test('every type, field, argument, enum value and input field of the schema has a description', () => {
  expect(places().length).toBeGreaterThan(100);
  expect(places().filter(([, description]) => !description?.trim()).map(([place]) => place)).toEqual([]);
});

test('a description is a sentence: it begins with a capital or a name in code, and ends with a stop', () => {
  expect(places().filter(([, description]) => !/^[\p{Lu}\d`'"“(].*[.!?:)`]$/su.test(description?.trim() ?? '')).map(([place, text]) => `${place}: ${text}`)).toEqual([]);
});
