import { createGraphiQLFetcher, isPromise, type Fetcher } from '@graphiql/toolkit';

const socketUrl = (): string => {
  const url = new URL('/graphql', window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
};

const changesSession = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'data' in result && typeof result.data === 'object'
  && result.data !== null && ('signIn' in result.data || 'signOut' in result.data);

/**
 * Speaks to `/graphql` of the page's own origin and to nothing else: HTTP with the session cookie for queries and
 * mutations, the graphql-transport-ws protocol for subscriptions. Headers typed in the editor go along, over a
 * WebSocket as connection parameters, since a browser can set no headers there. `onSessionChange` is called after every
 * answer that holds `signIn` or `signOut`.
 */
export const createPlaygroundFetcher = (onSessionChange: () => void): Fetcher => {
  const fetcher = createGraphiQLFetcher({
    url: '/graphql',
    subscriptionUrl: socketUrl(),
    enableIncrementalDelivery: false,
    fetch: (input, init) => fetch(input, { ...init, credentials: 'same-origin' }),
  });
  return async (params, options) => {
    const answer = fetcher(params, options);
    const result = isPromise(answer) ? await answer : answer;
    if (changesSession(result)) onSessionChange();
    return result;
  };
};
