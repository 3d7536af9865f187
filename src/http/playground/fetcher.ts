import { createGraphiQLFetcher, isPromise, type Fetcher } from '@graphiql/toolkit';

const socketUrl = (): string => {
  const url = new URL('/graphql', window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
};

/** A sign-in that was refused changes nothing; reading the schema anew would put its own error over the reason. */
const changesSession = (result: unknown): boolean => {
  const { data } = Object(result) as { data?: { signIn?: { expiresAt?: unknown } | null; signOut?: unknown } | null };
  return (data?.signIn?.expiresAt ?? null) !== null || (data?.signOut ?? null) !== null;
};

/**
 * Speaks to `/graphql` of the page's own origin and to nothing else: HTTP with the session cookie for queries and
 * mutations, the graphql-transport-ws protocol for subscriptions. Headers typed in the editor go along, over a
 * WebSocket as connection parameters, since a browser can set no headers there. `onSessionChange` is called after every
 * sign-in that went well (its `expiresAt` must be asked for) and every sign-out.
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
