import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServer } from '@apollo/server';
import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import type { GraphQLSchema } from 'graphql';
import type { House } from '../app/house.js';
import type { Context } from '../graphql/context.js';
import { formatError } from '../graphql/error-mapping.js';

/**
 * GraphQL over HTTP's SHOULD: a client that does not ask for `application/graphql-response+json` gets 200 for every
 * well-formed answer, errors or not, since a 4xx of `application/json` could come from any proxy on the way.
 */
const statusByAccept: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response }) => {
      const accept = request.http?.headers.get('accept') ?? '';
      if (!accept.includes('application/graphql-response+json') && response.http.status !== undefined && response.http.status < 500
        && response.body.kind === 'single') response.http.status = 200;
    },
  }),
};

/** Apollo over a schema, with limits on what one request may ask, before any of it is carried out. */
export const apolloServer = (house: House, schema: GraphQLSchema): ApolloServer<Context> => {
  const { limits } = house.config;
  return new ApolloServer<Context>({
    schema,
    csrfPrevention: true,
    status400ForVariableCoercionErrors: false,
    hideSchemaDetailsFromClientErrors: house.config.production,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    parseOptions: { maxTokens: limits.maxTokens },
    validationRules: [
      maxDepthRule({ n: limits.maxDepth, flattenFragments: true, exposeLimits: true, propagateOnRejection: false, ignoreIntrospection: true }),
      maxAliasesRule({ n: limits.maxAliases, exposeLimits: true, propagateOnRejection: false }),
      costLimitRule({ maxCost: limits.maxCost, exposeLimits: true, propagateOnRejection: false, ignoreIntrospection: true }),
    ],
    formatError: formatError(house.log, house.newId),
    plugins: [statusByAccept],
    stopOnTerminationSignals: false,
  });
};
