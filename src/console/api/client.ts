import type { CombinedError } from '@urql/core';
import { cacheExchange, Client, fetchExchange, mapExchange, subscriptionExchange } from '@urql/core';
import { createClient } from 'graphql-ws';
import { lost, renew } from './reach.js';
import { store } from './store.js';

/** Whether a session that was there is over: the sign-in then comes over the page, and nothing that was typed is lost. */
export const signedOut = store(false);

/** The code of the first error of the API; null: it was never reached. */
export const codeOf = (error: CombinedError): string | null => {
  const code = error.graphQLErrors[0]?.extensions['code'];
  return typeof code === 'string' ? code : null;
};

const RETRY_MS = 5_000;

const live = createClient({
  url: new URL('/graphql', location.href.replace(/^http/, 'ws')).href,
  // For as long as somebody looks at the page, and soon after the server is back, however long it was away. Not all at once.
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: () => true,
  retryWait: async () => await new Promise((resolve) => { setTimeout(resolve, RETRY_MS * (0.5 + Math.random())); }),
  // A connection that is half there would be waited on for ever.
  keepAlive: 20_000,
  // What moved meanwhile was not heard.
  on: { connected: (_socket, _payload, wasRetry) => { if (wasRetry) renew(); } },
});

const watchErrors = mapExchange({
  onError: (error) => {
    if (error.networkError !== undefined && error.response === undefined) lost();
    if (codeOf(error) === 'UNAUTHENTICATED') signedOut.set(true);
  },
});

/** Speaks the public GraphQL API, by the cookie of the session; what the session may not do, the server refuses. */
export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  requestPolicy: 'cache-and-network',
  exchanges: [
    watchErrors, cacheExchange, fetchExchange,
    subscriptionExchange({
      forwardSubscription: ({ query, variables }) => ({
        subscribe: (sink) => ({ unsubscribe: live.subscribe({ query: query ?? '', variables: variables ?? {} }, sink as never) }),
      }),
    }),
  ],
});
