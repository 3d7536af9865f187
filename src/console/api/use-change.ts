import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { AnyVariables } from '@urql/core';
import { useCallback, useState } from 'react';
import { useClient } from 'urql';
import { text } from '../text/text.js';
import { codeOf } from './client.js';

export interface Fault { readonly code: string; readonly message: string; readonly path: readonly string[] }

/** What became of a mutation: its payload, and what was wrong. `payload` null: it was not carried out, and `faults` say why. */
export interface Changed<P> { readonly payload: P | null; readonly faults: readonly Fault[] }

type Payload = { readonly userErrors: readonly Fault[] };

const fault = (code: string, message: string): Fault => ({ code, message, path: [] });

/**
 * Carries out a mutation of one field. What the API refuses comes as a fault of its own, so that a page shows it in the same
 * place; nothing is thrown.
 */
export const useChange = <T extends Readonly<Record<string, Payload>>, V extends AnyVariables>(
  mutation: TypedDocumentNode<T, V>,
): [carryOut: (variables: V) => Promise<Changed<T[keyof T]>>, running: boolean] => {
  const client = useClient();
  const [running, setRunning] = useState(false);
  const carryOut = useCallback(async (variables: V): Promise<Changed<T[keyof T]>> => {
    setRunning(true);
    try {
      const { data, error } = await client.mutation<T, V>(mutation, variables).toPromise();
      if (error !== undefined || data === undefined) {
        const code = error === undefined ? null : codeOf(error);
        return { payload: null, faults: [code === null ? fault('UNREACHABLE', text.reach.notSaved) : fault(code, error?.graphQLErrors[0]?.message ?? '')] };
      }
      const payload = Object.values(data)[0] as T[keyof T];
      return { payload, faults: payload.userErrors };
    } finally {
      setRunning(false);
    }
  }, [client, mutation]);
  return [carryOut, running];
};
