import { expect, test } from '@jest/globals';
import { breakingChanges } from '../../src/graphql/breaking-changes.js';

const RELEASED = 'type Query { email(id: ID!): String, emails: [String!]! }';

test('a field or type that is only added breaks nobody', () => {
  expect(breakingChanges(RELEASED, 'type Query { email(id: ID!, area: String): String, emails: [String!]!, areas: [String!]! }')).toEqual([]);
});

test('a field that is gone, an argument that is demanded, and an answer that may be null are each named', () => {
  expect(breakingChanges(RELEASED, 'type Query { emails(first: Int!): [String!], node(id: ID!): String }')).toEqual([
    'Query.email was removed.', 'A required arg first on Query.emails was added.', 'Query.emails changed type from [String!]! to [String!].',
  ]);
});
