import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { House } from '../app/house.js';
import type { Context } from '../graphql/context.js';
import { formatError } from '../graphql/error-mapping.js';
import { limitRules } from './request-limits.js';
import { signedOutOnlySignsIn } from './signed-out.js';

/**
 * GraphQL over HTTP's SHOULD: a client that does not ask for `application/graphql-response+json` gets 200 for every
 * well-formed request, errors or not, since a 4xx of `application/json` could come from any proxy on the way. One without
 * a document is not well-formed: its 400 stays.
 */
const statusByAccept: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, source, response }) => {
      const accept = request.http?.headers.get('accept') ?? '';
      if (source === undefined || accept.includes('application/graphql-response+json')) return;
      if (response.http.status !== undefined && response.http.status < 500 && response.body.kind === 'single') response.http.status = 200;
    },
  }),
};

/** Apollo over a schema, with limits on what one request may ask, before any of it is carried out. */
export const apolloServer = (house: House, schema: GraphQLSchema): ApolloServer<Context> => {
  const { limits } = house.config;
  return new ApolloServer<Context>({
    schema,
    // Below errors it only complains, at every start, of an option that GraphQL over HTTP makes necessary.
    logger: house.log.child({}, { level: house.log.isLevelEnabled('error') ? 'error' : 'silent' }),
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    status400ForVariableCoercionErrors: false,
    hideSchemaDetailsFromClientErrors: house.config.production,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    parseOptions: { maxTokens: limits.maxTokens },
    validationRules: limitRules(limits),
    formatError: formatError(house.log, house.newId),
    // Nothing here may be kept by caches, and the plugin would wrap every field of every type to say so.
    plugins: [signedOutOnlySignsIn, statusByAccept, ApolloServerPluginCacheControlDisabled()],
    stopOnTerminationSignals: false,
  });
};
