import { GraphQLError, GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';

/** A moment, as ISO 8601 in UTC; inside Postroom it is UTC milliseconds. */
export const DateTime = new GraphQLScalarType<number, string>({
  name: 'DateTime',
  description: 'A moment in ISO 8601, such as `2026-11-22T08:30:00.000Z`; answered in UTC with milliseconds.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (value) => new Date(value as number).toISOString(),
  parseValue: (value) => (GraphQLDateTimeISO.parseValue(value) as Date).getTime(),
  parseLiteral: (node, variables) => (GraphQLDateTimeISO.parseLiteral(node, variables) as Date).getTime(),
});

const textOf = (value: unknown): string => {
  if (typeof value !== 'string') throw new GraphQLError('A day is text such as "2027-11-22"');
  return value;
};

/** A day without a time. What is no day is for the domain to say, so that the answer names the field. */
export const Day = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day in ISO 8601, such as `2027-11-22`.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date.html',
  serialize: textOf,
  parseValue: textOf,
  parseLiteral: (node) => textOf('value' in node ? node.value : null),
});
