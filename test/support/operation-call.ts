import type { GraphQLField, GraphQLInputType } from 'graphql';
import { getNamedType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType } from 'graphql';

/** An id that no record has. */
export const NOBODY = '00000000-0000-7000-8000-000000000000';

const SCALARS: Readonly<Record<string, string>> = { ID: `"${NOBODY}"`, String: '"x"', Int: '1', Float: '1', Boolean: 'false', DateTime: '"2030-01-01T00:00:00.000Z"' };

/** The plainest literal that a type takes: nothing optional, no list member, no record that exists. */
const literalOf = (type: GraphQLInputType): string => {
  if (isNonNullType(type)) return literalOf(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (!isInputObjectType(type)) return SCALARS[type.name] ?? 'null';
  const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
  return `{ ${needed.map((field) => `${field.name}: ${literalOf(field.type)}`).join(', ')} }`;
};

/** A document that calls one root field with arguments that can do no harm, and asks nothing of what comes back. */
export const callOf = (operation: 'query' | 'mutation' | 'subscription', field: GraphQLField<unknown, unknown>): string => {
  const needed = field.args.filter((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined);
  const given = needed.length === 0 ? '' : `(${needed.map((argument) => `${argument.name}: ${literalOf(argument.type)}`).join(', ')})`;
  return `${operation} { ${field.name}${given}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'} }`;
};
