import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Api } from './api.js';

/** One subscription over a socket of its own. */
export interface Followed<T> extends AsyncDisposable {
  /** The next event's root field; null when the server has completed it. Throws with the code and words of a refusal. */
  next(): Promise<T | null>;
  /** All that is still to come. */
  rest(): Promise<T[]>;
}

/** Follows a subscription by graphql-ws with the credential of the client given. */
export const follow = <T>(api: Api, query: string, variables: Readonly<Record<string, unknown>> = {}): Followed<T> => {
  const client = createClient({
    url: `${api.url.replace(/^http/, 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0, lazy: true,
    ...(api.token === null ? {} : { connectionParams: { authorization: `Bearer ${api.token}` } }),
  });
  const events = client.iterate<Record<string, T>>({ query, variables });
  const next = async (): Promise<T | null> => {
    const { value, done } = await events.next();
    if (done === true) return null;
    const [refusal] = value.errors ?? [];
    if (refusal !== undefined) throw new Error(`${String(refusal.extensions?.['code'])}: ${refusal.message}`);
    return Object.values(value.data ?? {})[0] ?? null;
  };
  return {
    next,
    rest: async () => {
      const all: T[] = [];
      for (let event = await next(); event !== null; event = await next()) all.push(event);
      return all;
    },
    [Symbol.asyncDispose]: async () => {
      await events.return?.();
      await client.dispose();
    },
  };
};
