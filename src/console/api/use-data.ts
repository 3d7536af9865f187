import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { AnyVariables, CombinedError } from '@urql/core';
import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { renewal } from './reach.js';
import { useStore } from './store.js';

export interface Shown<T> {
  /** What was answered last; null until then. Stays while it is asked for anew, and while other variables are asked for, but not where that fails. */
  readonly data: T | null;
  /** Whether `data` is the answer to these very variables. */
  readonly current: boolean;
  readonly error: CombinedError | null;
  readonly loading: boolean;
  readonly refresh: () => void;
}

/** Asks the API for what a page shows; again by itself when the server is back or somebody signed in again. */
export const useData = <T, V extends AnyVariables>(query: TypedDocumentNode<T, V>, variables: V, { pause = false }: { pause?: boolean } = {}): Shown<T> => {
  const [{ data, error, fetching }, ask] = useQuery<T, V>({ query, variables, pause });
  const renewed = useStore(renewal);
  const seen = useRef(renewed);
  const last = useRef<{ readonly key: string; readonly data: T } | null>(null);
  useEffect(() => {
    if (seen.current === renewed || pause) return;
    seen.current = renewed;
    ask({ requestPolicy: 'network-only' });
  }, [renewed, pause, ask]);
  const key = JSON.stringify(variables);
  // While it is fetched, urql goes on showing the answer to the variables before.
  if (data !== undefined && !fetching && error === undefined) last.current = { key, data };
  const known = last.current;
  const current = known?.key === key;
  return {
    data: known !== null && (current || error === undefined) ? known.data : null, current, error: error ?? null, loading: fetching,
    refresh: () => ask({ requestPolicy: 'network-only' }),
  };
};
