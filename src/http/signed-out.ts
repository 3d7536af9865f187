import type { ApolloServerPlugin } from '@apollo/server';
import type { OperationDefinitionNode } from 'graphql';
import { GraphQLError, Kind } from 'graphql';
import type { Context } from '../graphql/context.js';
import { Problem } from '../domain/errors.js';

const WORDS = 'Sign in first. Signed out, nothing can be asked but signIn(email: String!, password: String!, cookie: Boolean), once a request';

/** Whether an operation signs in, once, and does nothing else. `__typename` says nothing that is not in the documentation. */
const onlySignsIn = ({ selectionSet: { selections } }: OperationDefinitionNode): boolean => {
  const names = selections.map((selection) => (selection.kind === Kind.FIELD ? selection.name.value : '…'));
  return names.every((name) => name === 'signIn' || name === '__typename') && names.filter((name) => name === 'signIn').length <= 1;
};

/**
 * A signed-out caller learns nothing but `signIn`. Whatever else it asks is UNAUTHENTICATED before it is carried out:
 * introspection too, which no rule of the map can guard. And what is wrong with a document is not said to it, since "there
 * is no such field, did you mean …" answers questions about the schema one word at a time.
 */
export const signedOutOnlySignsIn: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ contextValue, operation }) => {
      if (contextValue.caller.kind !== 'SIGNED_OUT' || (operation && onlySignsIn(operation))) return;
      throw new GraphQLError(WORDS, { originalError: new Problem('UNAUTHENTICATED', WORDS), extensions: { http: { status: 401 } } });
    },
    willSendResponse: async ({ contextValue, document, operation, response: { body } }) => {
      // A document that was parsed, and then not taken: it does not fit the schema, or asks too much of it.
      const invalid = document !== undefined && operation === undefined;
      if (contextValue.caller.kind !== 'SIGNED_OUT' || !invalid || body.kind !== 'single') return;
      body.singleResult = { errors: [{ message: WORDS, extensions: { code: 'UNAUTHENTICATED' } }] };
    },
  }),
};
